// SPDX-License-Identifier: Apache-2.0
#include "viewer/player.hpp"

#include "ancrage/base/error.hpp"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <optional>
#include <utility>

namespace ancrage::viewer {
namespace {

struct NamedKey {
  std::string_view name;
  int index;
};
constexpr int f1 = 290;  // GLFW's number
constexpr std::array named_keys{NamedKey{"Left", ImGuiKey_LeftArrow},
                                NamedKey{"Right", ImGuiKey_RightArrow},
                                NamedKey{"Up", ImGuiKey_UpArrow},
                                NamedKey{"Down", ImGuiKey_DownArrow},
                                NamedKey{"PageUp", ImGuiKey_PageUp},
                                NamedKey{"PageDown", ImGuiKey_PageDown},
                                NamedKey{"Home", ImGuiKey_Home},
                                NamedKey{"End", ImGuiKey_End},
                                NamedKey{"Tab", ImGuiKey_Tab},
                                NamedKey{"Enter", ImGuiKey_Enter},
                                NamedKey{"Space", ImGuiKey_Space},
                                NamedKey{"Esc", ImGuiKey_Escape},
                                NamedKey{"Backspace", ImGuiKey_Backspace},
                                NamedKey{"Delete", ImGuiKey_Delete},
                                NamedKey{"F1", f1},
                                NamedKey{"F2", f1 + 1},
                                NamedKey{"F3", f1 + 2},
                                NamedKey{"F4", f1 + 3},
                                NamedKey{"F5", f1 + 4},
                                NamedKey{"F6", f1 + 5}};

constexpr std::array view_names{"map", "compare", "what-if", "plan", "data"};
constexpr std::array layer_names{"zones", "sectors", "poles", "gps", "sites", "roads", "names", "isochrones"};

template <class Names>
std::size_t position(const Names& names, std::string_view wanted) {
  const auto found = std::find(names.begin(), names.end(), wanted);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  throw Error(ErrorCode::wrong_input,
              message("“{0}” is not one of: {1}", wanted, fmt::format("{}", fmt::join(names, ", "))));
}

std::vector<double> numbers(std::string_view text, std::size_t count) {
  std::vector<double> result;
  const std::string copy(text);
  const char* at = copy.c_str();
  for (;;) {
    char* end = nullptr;
    const double value = std::strtod(at, &end);
    if (end == at) break;
    result.push_back(value);
    at = end;
  }
  if (result.size() != count) {
    throw Error(ErrorCode::wrong_input, message("{0} numbers are needed, not “{1}”", count, text));
  }
  return result;
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

}  // namespace

void Player::move(double x, double y) {
  ImGui::GetIO().MousePos = {static_cast<float>(x), static_cast<float>(y)};
  offscreen_.step();
}

void Player::click(double x, double y) {
  move(x, y);
  ImGui::GetIO().MouseDown[0] = true;
  offscreen_.step();
  ImGui::GetIO().MouseDown[0] = false;
  offscreen_.step();
}

void Player::drag(double x, double y, double to_x, double to_y) {
  move(x, y);
  ImGui::GetIO().MouseDown[0] = true;
  offscreen_.step();
  constexpr int steps = 8;
  for (int i = 1; i <= steps; ++i) move(x + (to_x - x) * i / steps, y + (to_y - y) * i / steps);
  ImGui::GetIO().MouseDown[0] = false;
  offscreen_.step();
}

void Player::wheel(double notches) {
  ImGui::GetIO().MouseWheel = static_cast<float>(notches);
  offscreen_.step();
}

void Player::key(std::string_view name) {
  ImGuiIO& io = ImGui::GetIO();
  std::string_view rest = name;
  io.KeyCtrl = io.KeyShift = false;
  for (bool more = true; more;) {
    more = false;
    if (rest.starts_with("Ctrl+")) io.KeyCtrl = more = true;
    if (rest.starts_with("Shift+")) io.KeyShift = more = true;
    if (more) rest.remove_prefix(rest.find('+') + 1);
  }
  const auto found =
      std::find_if(named_keys.begin(), named_keys.end(), [&](const NamedKey& k) { return k.name == rest; });
  std::optional<int> index;
  if (found != named_keys.end()) {
    index = found->index;
  } else if (io.KeyCtrl && rest == "Z") {
    index = ImGuiKey_Z;
  } else if (io.KeyCtrl && rest == "Y") {
    index = ImGuiKey_Y;
  } else if (!rest.empty() && !io.KeyCtrl && (rest.size() == 1 || static_cast<unsigned char>(rest[0]) >= 0x80)) {
    io.AddInputCharactersUTF8(std::string(rest).c_str());
  } else {
    throw Error(ErrorCode::usage, message("There is no key “{0}”", name));
  }
  if (index) io.KeysDown[*index] = true;
  offscreen_.step();
  if (index) io.KeysDown[*index] = false;
  io.KeyCtrl = io.KeyShift = false;
  offscreen_.step();
}

void Player::type(std::string_view text) {
  ImGui::GetIO().AddInputCharactersUTF8(std::string(text).c_str());
  offscreen_.step();
  offscreen_.step();
}

Rectangle Player::place(std::string_view control) {
  const auto find = [&] {
    const auto shown = offscreen_.screen().controls().shown();
    const auto found =
        std::find_if(shown.begin(), shown.end(), [&](const ShownControl& c) { return c.name == control; });
    if (found == shown.end()) throw Error(ErrorCode::wrong_input, message("No control “{0}” is shown", control));
    return *found;
  };
  const auto hidden = [](const ShownControl& c) {
    return !c.visible.contains(c.where.x + c.where.width / 2, c.where.y + c.where.height / 2);
  };
  const ShownControl now = find();
  if (!hidden(now)) return now.where;
  offscreen_.screen().perform(FocusControl{now.region, now.id}, offscreen_.now());
  offscreen_.step();
  offscreen_.screen().perform(SetFocus{now.region, false}, offscreen_.now());
  offscreen_.step();
  return find().where;
}

void Player::press(std::string_view control) {
  const Rectangle where = place(control);
  click(where.x + where.width / 2, where.y + where.height / 2);
}

void Player::slide(std::string_view control, double share) {
  const Rectangle where = place(control);
  const double y = where.y + where.height / 2;
  drag(where.x + where.width / 2, y, where.x + where.width * share, y);
}

void Player::command(std::string_view word, std::string_view rest) {
  Screen& screen = offscreen_.screen();
  const Model& model = screen.model();
  const auto perform = [&](const Action& action) {
    screen.perform(action, offscreen_.now());
    offscreen_.step();
  };
  const auto site = [&] { return assessment::find_site(model.territory(), rest); };
  if (word == "click" || word == "move") {
    const auto at = numbers(rest, 2);
    word == "click" ? click(at[0], at[1]) : move(at[0], at[1]);
  } else if (word == "drag") {
    const auto at = numbers(rest, 4);
    drag(at[0], at[1], at[2], at[3]);
  } else if (word == "wheel") {
    wheel(numbers(rest, 1)[0]);
  } else if (word == "key") {
    key(rest);
  } else if (word == "type") {
    type(rest);
  } else if (word == "press") {
    press(rest);
  } else if (word == "slide") {
    const auto space = std::min(rest.find(' '), rest.size());
    slide(trimmed(rest.substr(space)), numbers(rest.substr(0, space), 1)[0]);
  } else if (word == "view") {
    perform(ShowView{all_views[position(view_names, rest)]});
  } else if (word == "left") {
    perform(ShowLeft{rest == "display" ? LeftPanel::display : LeftPanel::profile});
  } else if (word == "select") {
    perform(SelectFeature{model.feature_of_site(site())});
  } else if (word == "second") {
    perform(ToggleSecond{model.feature_of_site(site())});
  } else if (word == "compare") {
    perform(ToggleCompared{site()});
  } else if (word == "color") {
    const auto color = report::color_key_from(rest);
    if (!color) throw Error(ErrorCode::wrong_input, message("“{0}” is no value to colour communes by", rest));
    perform(ColorBy{*color});
  } else if (word == "layer") {
    perform(ToggleLayer{static_cast<MapLayer>(position(layer_names, rest))});
  } else if (word == "facilities") {
    std::vector<std::string_view> keys;
    for (const FacilityKind& kind : facility_kinds) keys.push_back(kind.key);
    perform(ToggleFacilities{position(keys, rest)});
  } else if (word == "size") {
    int width = 0;
    int height = 0;
    if (std::sscanf(std::string(rest).c_str(), "%dx%d", &width, &height) != 2 || width < 64 || height < 64) {
      throw Error(ErrorCode::wrong_input, message("“{0}” is not a size in pixels", rest));
    }
    offscreen_.resize(width, height);
  } else if (word == "kill") {
    settle();
    std::raise(SIGKILL);
  } else if (word == "wait") {
    offscreen_.step(std::clamp(numbers(rest, 1)[0], 0.0, 60.0));
  } else if (word == "shot") {
    settle();
    write_png(std::string(rest), offscreen_.picture());
  } else {
    throw Error(ErrorCode::wrong_input, message("There is no command “{0}”", word));
  }
}

void Player::run(std::string_view script, const std::string& where) {
  settle();
  int number = 0;
  while (!script.empty()) {
    const auto end = std::min(script.find('\n'), script.size());
    const std::string_view line = trimmed(script.substr(0, end));
    script.remove_prefix(std::min(end + 1, script.size()));
    ++number;
    if (line.empty() || line.front() == '#') continue;
    const auto space = std::min(line.find(' '), line.size());
    try {
      command(line.substr(0, space), trimmed(line.substr(space)));
      offscreen_.step();  // what it led to is on the screen for the next
    } catch (const Error& error) {
      throw Error(error.code(), error.message(), where + ":" + std::to_string(number), error.remedy());
    }
  }
}

}  // namespace ancrage::viewer
