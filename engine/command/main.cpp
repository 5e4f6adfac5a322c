// SPDX-License-Identifier: Apache-2.0
// The `ancrage` program: options to objects, faults to one line and an exit code. Results go to standard output,
// messages to standard error.
#include "ancrage/base/error.hpp"
#include "command/commands.hpp"

#include <CLI/CLI.hpp>

#include <malloc.h>
#include <array>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <system_error>

namespace {

using namespace ancrage;

std::string program_directory() {
  std::error_code failed;
  return std::filesystem::read_symlink("/proc/self/exe", failed).parent_path().string();
}

int fail(const Language& language, const Error& error) {
  std::fprintf(stderr, "ancrage: %s\n", language.text(error).c_str());
  return static_cast<int>(error.code());
}

// What CLI11 found wrong, in the reader's language where its kind tells enough.
Error usage_error(const CLI::ParseError& fault) {
  const Message remedy = message("see “ancrage --help”");
  if (fault.get_name() == "ExtrasError") {
    return {ErrorCode::usage, message("Unknown argument ({0})", fault.what()), {}, remedy};
  }
  if (fault.get_name() == "RequiredError") {
    return {ErrorCode::usage, message("Something is missing on the command line ({0})", fault.what()), {}, remedy};
  }
  return {ErrorCode::usage, message("The command line is not understood ({0})", fault.what()), {}, remedy};
}

// CLI11's own words in the reader's language; sub-commands inherit them when they are added after this.
void speak(CLI::App& app, const command::Context& context) {
  const auto formatter = app.get_formatter();
  formatter->column_width(34);
  formatter->label("Usage", context.text("Usage"));
  formatter->label("OPTIONS", context.text("OPTIONS"));
  formatter->label("SUBCOMMAND", context.text("COMMAND"));
  formatter->label("Positionals", context.text("Arguments"));
  formatter->label("REQUIRED", context.text("required"));
  formatter->label("TEXT", context.text("TEXT"));
  formatter->label("UINT", context.text("NUMBER"));
  formatter->label("INT", context.text("NUMBER"));
  formatter->label("FLOAT", context.text("NUMBER"));
  app.option_defaults()->group(context.text("Options"));
}

int run(int argc, char** argv, const Language& language) {
  const command::Context context{language, program_directory()};
  CLI::App app(
      context.text("Where should this doctor settle, and why? Ranks sites for the territory’s need and for the "
                   "doctor’s wishes."),
      "ancrage");
  speak(app, context);
  app.require_subcommand(1);
  app.set_help_flag("-h,--help", context.text("shows this help"));
  app.set_version_flag("--version", std::string("ancrage " ANCRAGE_VERSION), context.text("shows the version"));
  std::string tag;
  app.add_option("--lang", tag, context.text("language of messages: fr (default) or en"));
  app.fallthrough();
  constexpr std::array add_commands{
      command::add_build_command,  command::add_check_command,    command::add_overlay_command,
      command::add_rank_command,   command::add_explain_command,  command::add_compare_command,
      command::add_decide_command, command::add_robust_command,   command::add_access_command,
      command::add_whatif_command, command::add_times_command,    command::add_isochrone_command,
      command::add_match_command,  command::add_locate_command,   command::add_sheet_command,
      command::add_map_command,    command::add_describe_command, command::add_view_command};
  for (const auto add_command : add_commands) add_command(app, context);
  for (CLI::App* subcommand : app.get_subcommands({})) subcommand->group(context.text("Commands"));
  try {
    app.parse(argc, argv);
    return 0;
  } catch (const CLI::Success& asked) {
    return app.exit(asked);  // --help, --version
  } catch (const CLI::ParseError& fault) {
    return fail(language, usage_error(fault));
  }
}

// Tables of tens of megabytes come and go: the memory is kept for the next one, as fresh pages cost more than what
// fills them.
void keep_freed_memory() {
#ifdef __GLIBC__
  constexpr int mebibyte = 1 << 20;
  mallopt(M_MMAP_THRESHOLD, 32 * mebibyte);
  mallopt(M_TRIM_THRESHOLD, 256 * mebibyte);
  mallopt(M_TOP_PAD, 64 * mebibyte);
#endif
}

}  // namespace

int main(int argc, char** argv) {
  keep_freed_memory();
  try {
    const Language language(language_option(argc, argv));
    try {
      return run(argc, argv, language);
    } catch (const Error& error) {
      return fail(language, error);
    }
  } catch (const Error& error) {
    std::fprintf(stderr, "ancrage: %s\n", error.what());
    return static_cast<int>(error.code());
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "ancrage: internal error: %s\n", fault.what());
    return static_cast<int>(ErrorCode::internal);
  }
}
