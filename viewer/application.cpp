// SPDX-License-Identifier: Apache-2.0
#include "viewer/application.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/io/raw_text.hpp"
#include "ancrage/io/writer.hpp"
#include "ancrage/territory/embedded.hpp"
#include "ancrage/territory/package.hpp"
#include "viewer/frame_report.hpp"
#include "viewer/offscreen.hpp"
#include "viewer/player.hpp"
#include "viewer/settings.hpp"
#include "viewer/window.hpp"

#include <CLI/CLI.hpp>
#include <malloc.h>

#include <cstdio>
#include <memory>

namespace ancrage::viewer {
namespace {

struct Options {
  std::string territory;
  std::string language = "fr";
  double scale = 0.0;  // 0: the display's, or 1 offscreen
  std::string screenshot;
  std::string size = "1280x800";
  std::string select;
  std::string color_by = "need";
  std::string play;
  std::size_t frames = 0;
  std::string report;
  bool still = false;
  std::string keep;
  std::string folder;
  int quit_after = 0;
};

struct Size {
  int width = 0;
  int height = 0;
};

// "1280x800"
Size parse_size(const std::string& text) {
  Size size;
  int end = 0;
  const int read = std::sscanf(text.c_str(), "%dx%d%n", &size.width, &size.height, &end);
  constexpr int most = 16384;
  const bool whole = read == 2 && static_cast<std::size_t>(end) == text.size();
  if (!whole || size.width < 64 || size.height < 64 || size.width > most || size.height > most) {
    throw Error(ErrorCode::usage, message("“{0}” is not a size in pixels", text), "--size",
                message("write it as 1280x800, between 64 and 16384"));
  }
  return size;
}

ColorKey parse_color_key(const std::string& name) {
  if (const auto key = report::color_key_from(name)) return *key;
  std::string known;
  for (const ColorKey key : color_keys) known += (known.empty() ? "" : ", ") + std::string(report::color_key_name(key));
  throw Error(ErrorCode::usage, message("“{0}” is no value to colour communes by", name), "--color-by",
              message("choose one of: {0}", known));
}

void add_options(CLI::App& app, Options& options, const Language& language) {
  auto text = [&](const char* pattern) { return language.text(message(pattern)); };
  const auto formatter = app.get_formatter();
  formatter->column_width(34);
  formatter->label("Usage", text("Usage"));
  formatter->label("OPTIONS", text("OPTIONS"));
  formatter->label("Positionals", text("Arguments"));
  formatter->label("TEXT", text("TEXT"));
  formatter->label("UINT", text("NUMBER"));
  formatter->label("FLOAT", text("NUMBER"));
  app.option_defaults()->group(text("Options"));
  app.set_help_flag("-h,--help", text("print this help"));
  app.add_option("TERRITORY", options.territory,
                 language.text(message("directory of the territory; the embedded one (Alès) when not given")))
      ->group(text("Arguments"));
  app.add_option("--lang", options.language, language.text(message("language: fr or en")));
  app.add_option("--ui-scale", options.scale, language.text(message("size of the interface, 1 is normal")))
      ->check(CLI::Range(0.5, 4.0));
  app.add_option("--screenshot", options.screenshot,
                 language.text(message("draw a picture into this PNG file, without a window")));
  app.add_option("--size", options.size, language.text(message("size of the window or picture in pixels (1280x800)")));
  app.add_option("--select", options.select, language.text(message("site to select, by id or name")));
  app.add_option("--color-by", options.color_by,
                 language.text(message("what colours the communes: {0}",
                                       "need, attractiveness, accessibility, health_pole_minutes, aged_65_plus, zone, population")));
  app.add_option("--play", options.play,
                 language.text(message("play a script of mouse and keys without a window (viewer/player.hpp)")));
  app.add_option("--frames", options.frames,
                 language.text(message("measure this many frames while panning, without a window")));
  app.add_option("--report", options.report,
                 language.text(message("write the measured frame times to this JSON file")));
  app.add_option("--keep", options.keep,
                 language.text(message("folder of what is kept from run to run; a window has its own")));
  app.add_option("--folder", options.folder, language.text(message("folder of what is taken away")));
  app.add_flag("--no-animation", options.still, language.text(message("the view jumps instead of easing")));
  // Closes the window after so many frames: for tests, and so not listed.
  app.add_option("--quit-after", options.quit_after)->group("");
}

int draw_offscreen(const Model& model, const Options& options, std::chrono::steady_clock::time_point launched) {
  const Size size = parse_size(options.size);
  Offscreen offscreen(model, size.width, size.height,
                      {options.scale > 0 ? options.scale : 1.0, options.keep,
                       options.folder.empty() ? std::string(".") : options.folder});
  Screen& screen = offscreen.screen();
  screen.perform(ColorBy{parse_color_key(options.color_by)}, offscreen.now());
  if (!options.select.empty()) {
    const std::size_t site = assessment::find_site(model.territory(), options.select);
    screen.perform(SelectFeature{model.feature_of_site(site)}, offscreen.now());
  }
  if (!options.play.empty()) Player(offscreen).run(io::read_text(options.play), options.play);
  if (options.frames > 0) {
    const std::string report = json_text(measure_frames(offscreen, options.frames, launched));
    if (options.report.empty()) {
      std::fputs(report.c_str(), stdout);
    } else {
      io::write_text(options.report, report);
    }
  }
  if (!options.screenshot.empty()) {
    if (options.frames > 0) screen.perform(FitTerritory{false}, offscreen.now());
    offscreen.settle();
    write_png(options.screenshot, offscreen.picture());
  }
  return 0;
}

int run(const Options& options, const Language& language, std::chrono::steady_clock::time_point launched) {
  const Size size = parse_size(options.size);
  const ColorKey color = parse_color_key(options.color_by);
  const std::string directory =
      options.territory.empty() ? territory::embedded_territory_directory() : options.territory;
  const territory::Territory territory = territory::load_territory(directory);
  const Model model(territory, language);
  if (!options.screenshot.empty() || !options.play.empty() || options.frames > 0) return draw_offscreen(model, options, launched);
  WindowOptions window;
  window.width = size.width;
  window.height = size.height;
  if (options.scale > 0) window.scale = options.scale;
  window.state_directory = options.keep.empty() ? state_directory() : options.keep;
  window.folder = options.folder.empty() ? output_directory() : options.folder;
  window.animate = !options.still;
  window.quit_after_frames = options.quit_after;
  window.select = options.select;
  window.color = color;
  run_window(model, window);
  return 0;
}

int fail(const Language& language, const Error& error) {
  std::fprintf(stderr, "ancrage-viewer: %s\n", language.text(error).c_str());
  return static_cast<int>(error.code());
}

}  // namespace

int run_application(int argc, char** argv) {
  const auto launched = std::chrono::steady_clock::now();
#ifdef M_ARENA_MAX
  // glibc gives each thread a heap of its own, which keeps what background work has freed: 25 MB over an interview.
  mallopt(M_ARENA_MAX, 1);
#endif
  std::unique_ptr<Language> language;
  try {
    language = std::make_unique<Language>(language_option(argc, argv));
  } catch (const Error& error) {
    return fail(Language("fr"), error);
  }
  CLI::App app(language->text(message("Ancrage: the map of a territory, its needs, and where a doctor could settle")),
               "ancrage-viewer");
  Options options;
  add_options(app, options, *language);
  try {
    app.parse(argc, argv);
    return run(options, *language, launched);
  } catch (const CLI::CallForHelp& help) {
    return app.exit(help);
  } catch (const CLI::ParseError& fault) {
    return fail(*language, {ErrorCode::usage,
                            message("The command line is not understood ({0})", fault.what()),
                            {},
                            message("see “ancrage-viewer --help”")});
  } catch (const Error& error) {
    return fail(*language, error);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "ancrage-viewer: %s\n", error.what());
    return static_cast<int>(ErrorCode::internal);
  }
}

}  // namespace ancrage::viewer
