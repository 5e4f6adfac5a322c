// SPDX-License-Identifier: Apache-2.0
#include "viewer/keyboard.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace ancrage::viewer {
namespace {

constexpr int page_rows = 10;
constexpr double zoom_step = 1.5;
constexpr double pan_share = 0.18;  // of the map's smaller side

Camera current(const State& state, const Layout& layout) {
  return resized(state.camera, layout.map.width, layout.map.height);
}

Actions zoom(double factor, const State& state, const Layout& layout) {
  const Camera camera = current(state, layout);
  return {MoveCamera{zoomed(camera, factor, {camera.width / 2, camera.height / 2})}};
}

bool present(Region region, const State& state, const Layout& layout) {
  switch (region) {
    case Region::map:
      return !layout.map.empty();
    case Region::left:
      return !layout.left.empty();
    case Region::main:
      return !layout.main.empty();
    case Region::menu:
    case Region::keyed:
      return false;
    case Region::ranking:
      return !layout.right.empty();
    case Region::card:
      return !layout.right.empty() && static_cast<bool>(state.selected);
    default:
      return true;
  }
}

Actions next_region(const State& state, const Layout& layout, bool backwards) {
  auto at = static_cast<std::size_t>(state.focus);
  do {
    at = (at + (backwards ? region_count - 1 : 1)) % region_count;
  } while (!present(static_cast<Region>(at), state, layout));
  return {SetFocus{static_cast<Region>(at)}};
}

// Digits, and the unshifted top row of French keyboards where they stand; its 6, the minus sign, already zooms.
std::optional<std::size_t> digit(char32_t c) {
  constexpr std::u32string_view digits = U"1234567";
  constexpr std::u32string_view french = U"&é\"'(§è";
  if (const auto at = digits.find(c); at != digits.npos) return at;
  if (const auto at = french.find(c); at != french.npos) return at;
  return std::nullopt;
}

// The maps of the compared sites come nearer, go farther, or back to their sites.
Actions move_board(char32_t c, const State& state) {
  const CompareBoard& board = state.board;
  if (c == U'f' || c == U'F') return {MoveBoard{CompareBoard{}.metres_per_unit, {}}};
  const double factor = c == U'-' ? zoom_step : 1 / zoom_step;
  return {MoveBoard{board.metres_per_unit * factor, board.offset}};
}

Actions for_character(char32_t c, const State& state, const Model& model, const Layout& layout) {
  if (const auto number = digit(c)) return {ColorBy{color_keys[*number]}};
  const bool needs_map = std::u32string_view(U"+=-fF").find(c) != std::u32string_view::npos;
  if (needs_map && state.view == View::compare) return move_board(c, state);
  if (needs_map && layout.map.empty()) return {};
  switch (c) {
    case U'+':
    case U'=':
      return zoom(zoom_step, state, layout);
    case U'-':
      return zoom(1 / zoom_step, state, layout);
    case U'f':
    case U'F':
      return {FitTerritory{}};
    case U'/':
      return {SetFocus{Region::search}};
    case U'p':
    case U'P':
      return {ShowPanels{!state.panels}};
    case U'c':
    case U'C':
      if (const auto site = model.site_of(state.selected)) return {ToggleCompared{*site}};
      return {};
    case U'd':
    case U'D':
      return state.selected ? Actions{ToggleSecond{state.selected}} : Actions{};
    case U'l':
    case U'L':
      return layout.map.empty() ? Actions{} : Actions{KeepNextClass{}};
    case U'?':
      return {ShowHelp{true}};
    default:
      return {};
  }
}

Actions select_row(const State& state, const Model& model) {
  const auto& order = state.results.assessment().ranking(state.sort);
  if (state.list_cursor >= order.size()) return {};
  return {SelectFeature{model.feature_of_site(order[state.list_cursor]), true}};
}

int row_step(Key key) {
  constexpr int everything = 1 << 20;
  switch (key) {
    case Key::up:
      return -1;
    case Key::down:
      return 1;
    case Key::page_up:
      return -page_rows;
    case Key::page_down:
      return page_rows;
    case Key::home:
      return -everything;
    case Key::end:
      return everything;
    default:
      return 0;
  }
}

Actions on_map(Key key, const State& state, const Layout& layout) {
  const Camera camera = current(state, layout);
  const double step = pan_share * std::min(camera.width, camera.height);
  switch (key) {
    case Key::left:
      return {MoveCamera{panned(camera, step, 0)}};
    case Key::right:
      return {MoveCamera{panned(camera, -step, 0)}};
    case Key::up:
      return {MoveCamera{panned(camera, 0, step)}};
    case Key::down:
      return {MoveCamera{panned(camera, 0, -step)}};
    case Key::page_up:
      return zoom(zoom_step, state, layout);
    case Key::page_down:
      return zoom(1 / zoom_step, state, layout);
    case Key::home:
      return {FitTerritory{}};
    default:
      return {};
  }
}

Actions in_ranking(Key key, const State& state, const Model& model) {
  using assessment::Score;
  if (key == Key::left) return {SortBy{Score::need}};
  if (key == Key::right) return {SortBy{Score::attractiveness}};
  if (key == Key::enter || key == Key::space) return select_row(state, model);
  if (const int rows = row_step(key)) return {MoveListCursor{rows}};
  return {};
}

Actions in_search(Key key, const State& state, const Model& model) {
  if (key == Key::up || key == Key::down) return {MoveSearchCursor{row_step(key)}};
  if (key != Key::enter) return {};
  const auto found = model.search(state.search, search_results);
  if (state.search_cursor >= found.size()) return {};
  return {SelectFeature{found[state.search_cursor]->feature, true}, SetSearch{}, SetFocus{Region::map, false}};
}

Actions scroll(Region region, Key key) {
  const int rows = row_step(key);
  return rows == 0 ? Actions{} : Actions{ScrollPanel{region, rows * 32.0}};
}

// What scrolls the main region: all keys where it has no control, else those that go by pages.
bool scrolls_main(Key key, const State& state) {
  return state.focus == Region::main && (state.view == View::data || key == Key::page_up || key == Key::page_down);
}

// From the inside out: the help, a notice, the change or tool in hand, the search, the selection, the ring of the
// focus.
Actions escape(const State& state) {
  if (state.help) return {ShowHelp{false}};
  if (state.menu.open) return {ShowMenu{false}};
  if (!state.notices.empty()) return {CloseNotice{}};
  if (state.workbench.lifted) return {TryChange{state.workbench.lifted}, DropChange{}};
  if (state.workbench.tool != Tool::none) return {ChooseTool{state.workbench.tool}};
  if (state.focus == Region::search) return {SetSearch{}, SetFocus{Region::map, false}};
  if (state.selected) return {SelectFeature{}};
  return {SetFocus{Region::map, false}};
}

}  // namespace

Actions actions_for(const KeyPress& press, const State& state, const Model& model, const Layout& layout) {
  if (press.key == Key::escape) return escape(state);
  if (press.key == Key::help) return {ShowHelp{!state.help}};
  if (press.key >= Key::view_1 && press.key <= Key::view_5) {
    return {ShowView{all_views[static_cast<std::size_t>(press.key) - static_cast<std::size_t>(Key::view_1)]}};
  }
  if (press.key == Key::undo) return {Undo{}};
  if (press.key == Key::redo) return {Redo{}};
  if (state.menu.open) return {};  // it has the keyboard to itself
  if (press.key == Key::tab) return next_region(state, layout, press.shift);
  if (press.key == Key::character) return for_character(press.character, state, model, layout);
  switch (state.focus) {
    case Region::map:
      return layout.map.empty() ? Actions{} : on_map(press.key, state, layout);
    case Region::search:
      return in_search(press.key, state, model);
    case Region::ranking:
      return in_ranking(press.key, state, model);
    case Region::card:
      return scroll(Region::card, press.key);
    case Region::main:
      return scrolls_main(press.key, state) ? scroll(Region::main, press.key) : Actions{};
    default:
      return {};
  }
}

bool is_control_key(const KeyPress& press, const State& state) {
  if (state.focus == Region::card) return press.key == Key::enter;  // into the note
  if (press.key == Key::character || press.key == Key::tab || press.key >= Key::escape) return false;
  if (scrolls_main(press.key, state)) return false;
  return state.focus == Region::views || state.focus == Region::left || state.focus == Region::main ||
         state.focus == Region::menu;
}

std::vector<std::pair<Message, Message>> key_list() {
  return {
      {message("Tab, Shift+Tab"), message("go from one part of the window to the next")},
      {message("Arrows"), message("move the map, or the cursor in a list")},
      {message("Page up, Page down"), message("scroll the text of a panel")},
      {message("+ and −"), message("come nearer, go farther")},
      {message("F"), message("see the whole territory")},
      {message("F2 to F6"), message("choose a view: map, compare, what if, plan, data")},
      {message("1 to 7"), message("choose the colour of the communes")},
      {message("/"), message("search a commune or a place")},
      {message("Ctrl+Z, Ctrl+Y"), message("take a decision back, make it again")},
      {message("Left, Right"), message("in the ranking: sort by need or by attractiveness")},
      {message("Enter"), message("open the place under the cursor")},
      {message("C"), message("compare the selected place, or leave it out")},
      {message("D"), message("keep the selected place for two, to see what it shares with another")},
      {message("L"), message("mark the communes of the next class of the legend")},
      {message("Enter, Space"), message("press the button under the cursor")},
      {message("Left, Right (Shift: 10)"), message("move a slider by one point")},
      {message("P"), message("fold the panels away, or bring them back")},
      {message("Esc"), message("close, unselect")},
      {message("F1"), message("this list")},
  };
}

}  // namespace ancrage::viewer
