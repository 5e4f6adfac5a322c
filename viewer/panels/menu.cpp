// SPDX-License-Identifier: Apache-2.0
// What is taken away from an interview, and interviews that are kept: under the button of the bar, with the keyboard to
// itself.
#include "viewer/panels/theme.hpp"
#include "viewer/panels/widgets.hpp"
#include "viewer/panels/writer.hpp"

#include <algorithm>
#include <filesystem>

namespace ancrage::viewer {
namespace {

constexpr double menu_width = 340;

class MenuWriter {
 public:
  MenuWriter(const PanelContext& context, const Rectangle& where)
      : context_(context), writer_(context, Region::menu, where) {}

  Actions write() {
    files();
    writer_.rule();
    interview();
    writer_.end();
    return std::move(actions_);
  }
  float bottom() const { return writer_.y(); }

 private:
  std::string text(const Message& words) const { return context_.text(words); }

  void ask(TakeAway::What what, const char* id, const Message& label) {
    if (writer_.button(id, text(label))) actions_.emplace_back(AskFor{what});
  }

  void files() {
    writer_.heading(message("Take away"));
    const auto sites = sites_to_take(context_.state, context_.model);
    if (sites.empty()) {
      writer_.paragraph(text(message("Select a place, or compare some, for the sheet to take home.")));
    } else {
      const std::string& first = context_.model.territory().sites.name[sites.front()];
      ask(TakeAway::What::sheet, "take sheet",
          sites.size() == 1 ? message("The sheet of {0} (PDF)", first)
                            : message("The sheet of the {0} compared places (PDF)", sites.size()));
    }
    ask(TakeAway::What::map_pdf, "take map pdf", message("The map as PDF"));
    ask(TakeAway::What::map_svg, "take map svg", message("The map as SVG"));
    ask(TakeAway::What::map_png, "take map png", message("The map as a picture (PNG)"));
    ask(TakeAway::What::table, "take table", message("The ranking as a table (CSV)"));
    if (context_.state.planner.result) {
      ask(TakeAway::What::plan, "take plan", message("The places of the plan (CSV)"));
      ask(TakeAway::What::plan_words, "take plan words", message("The plan in words (text)"));
    }
    const std::string& folder = context_.state.folder;
    const bool here = folder == ".";
    writer_.paragraph(text(here ? message("Into the folder from which the program was started")
                                : message("Into {0}", folder)));
  }

  void interview() {
    const Menu& menu = context_.state.menu;
    writer_.heading(message("Interview"));
    writer_.paragraph(text(message("A name that says nothing about the person:")));
    const auto name = writer_.text_field("interview name", menu.name, text(message("Name of the interview")), 1);
    if (name) actions_.emplace_back(NameInterview{*name});
    ask(TakeAway::What::interview, "save interview", message("Save the interview"));
    if (writer_.button("new interview", text(message("Begin a new interview")))) actions_.emplace_back(NewInterview{});
    if (menu.interviews.empty()) return;
    writer_.skip(6);
    writer_.heading(message("Open"));
    for (const std::string& path : menu.interviews) {
      std::string shown = std::filesystem::path(path).filename().string();
      shown = shown.substr(0, shown.find(".entretien.toml"));
      if (writer_.button("open " + shown, shown)) actions_.emplace_back(OpenInterview{path});
    }
  }

  const PanelContext& context_;
  PanelWriter writer_;
  Actions actions_;
};

}  // namespace

Actions draw_menu(const PanelContext& context) {
  if (!context.state.menu.open) return {};
  Actions actions;
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  begin_panel("##menu shade", {0, 0, display.x, display.y}, clear);
  raise_panel();
  const bool away = hot_area("away", {0, 0}, display);
  ImGui::End();
  const double width = std::min<double>(context.px(menu_width), display.x - context.px(16));
  const auto kept = static_cast<double>(context.state.menu.interviews.size());
  const double rows = 11.5 + (context.state.planner.result ? 2.0 : 0.0) + (kept == 0 ? 0.0 : kept + 1.5);
  const double top = context.layout.bar.height + context.px(4);
  const double height = std::min<double>(context.px(rows * 26 + 56), display.y - top - context.px(8));
  const Rectangle where{display.x - width - context.px(12), top, width, height};
  begin_panel("##menu", where, theme::panel);
  raise_panel();
  const ImVec2 low{static_cast<float>(where.x), static_cast<float>(where.y)};
  ImGui::GetWindowDrawList()->AddRect(low, {low.x + static_cast<float>(width), low.y + static_cast<float>(height)},
                                      packed(theme::accent), 0, 0, context.px(1.4));
  begin_scroll(context, "items", {where.x, where.y + context.px(2), where.width, where.height - context.px(4)});
  append(actions, MenuWriter(context, where).write());
  end_scroll();
  ImGui::End();
  if (away) actions.emplace_back(ShowMenu{false});
  return actions;
}

}  // namespace ancrage::viewer
