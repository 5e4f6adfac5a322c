// SPDX-License-Identifier: Apache-2.0
#include "viewer/monkey.hpp"

#include "viewer/panels/controls.hpp"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cfloat>
#include <chrono>

namespace ancrage::test {
namespace {

using namespace viewer;

constexpr int f1 = 290;  // GLFW's number

constexpr std::array keys{static_cast<int>(ImGuiKey_Tab),
                          static_cast<int>(ImGuiKey_Tab),
                          static_cast<int>(ImGuiKey_LeftArrow),
                          static_cast<int>(ImGuiKey_RightArrow),
                          static_cast<int>(ImGuiKey_UpArrow),
                          static_cast<int>(ImGuiKey_DownArrow),
                          static_cast<int>(ImGuiKey_PageUp),
                          static_cast<int>(ImGuiKey_PageDown),
                          static_cast<int>(ImGuiKey_Home),
                          static_cast<int>(ImGuiKey_End),
                          static_cast<int>(ImGuiKey_Delete),
                          static_cast<int>(ImGuiKey_Backspace),
                          static_cast<int>(ImGuiKey_Space),
                          static_cast<int>(ImGuiKey_Enter),
                          static_cast<int>(ImGuiKey_Escape),
                          static_cast<int>(ImGuiKey_KeyPadEnter),
                          f1,
                          f1 + 1,
                          f1 + 2,
                          f1 + 3,
                          f1 + 4,
                          f1 + 5};
constexpr std::array edit_keys{ImGuiKey_A, ImGuiKey_C, ImGuiKey_V, ImGuiKey_X, ImGuiKey_Y, ImGuiKey_Z};

constexpr std::array<std::string_view, 24> words{"a", "é",  "Œ",         "c",    "f",    "p",    "/",     "?",
                                                 "1", "7",  "+",         "-",    "Alès", "st j", "30132", "\t",
                                                 " ", "\n", "« ’ – € »", "\"\\", "\x7f", "😀",    "\xff",  "../../x"};

}  // namespace

void Monkey::frame(Offscreen& offscreen) {
  // Now and then time passes: notices go, hover facts come.
  const double seconds = below(40) == 0 ? 7.0 : 1.0 / 60;
  // Pixels take three quarters of the time and hold few surprises.
  offscreen.set_painting(below(16) == 0);
  const auto start = std::chrono::steady_clock::now();
  offscreen.step(seconds);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  longest_frame_ = std::max(longest_frame_, took.count());
}

void Monkey::act(Offscreen& offscreen) {
  // Anew for each, so that what an input comes upon does not change those that follow.
  random_.seed(seed_ * 1000003 + ++acts_);
  const std::size_t kind = below(1000);
  if (kind < 300) {
    below(2) == 0 ? point(offscreen) : point_at_control(offscreen);
    if (below(3) == 0) frame(offscreen);
  } else if (kind < 580) {
    point_at_control(offscreen);
    click(offscreen, 0);
  } else if (kind < 660) {
    point(offscreen);
    click(offscreen, static_cast<int>(below(3)));
  } else if (kind < 710) {
    drag(offscreen);
  } else if (kind < 770) {
    ImGui::GetIO().MouseWheel = static_cast<float>(below(13)) - 6;
    last_ = "wheel";
    frame(offscreen);
  } else if (kind < 930) {
    press_key(offscreen);
  } else if (kind < 988) {
    type(offscreen);
  } else if (kind < 998) {
    resize(offscreen);
  } else {
    change_scale(offscreen);
  }
}

void Monkey::point(Offscreen& offscreen) {
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  ImVec2 to{static_cast<float>(below(static_cast<std::size_t>(display.x) + 40)) - 20,
            static_cast<float>(below(static_cast<std::size_t>(display.y) + 40)) - 20};
  if (below(100) == 0) to = {-FLT_MAX, -FLT_MAX};  // left the window
  ImGui::GetIO().MousePos = to;
  last_ = fmt::format("point {} {} of {}x{}", to.x, to.y, offscreen.screen().layout().bar.width, display.y);
}

void Monkey::point_at_control(Offscreen& offscreen) {
  const auto shown = offscreen.screen().controls().shown();
  if (shown.empty()) return point(offscreen);
  const ShownControl& control = shown[below(shown.size())];
  if (control.visible.empty()) return point(offscreen);
  const auto share = [&] { return static_cast<double>(below(1000)) / 1000; };
  ImGui::GetIO().MousePos = {static_cast<float>(control.visible.x + share() * control.visible.width),
                             static_cast<float>(control.visible.y + share() * control.visible.height)};
  last_ = "point at " + control.name;
}

void Monkey::click(Offscreen& offscreen, int button) {
  last_ = fmt::format("{}, click {}", last_, button);
  ImGuiIO& io = ImGui::GetIO();
  frame(offscreen);
  io.MouseDown[button] = true;
  frame(offscreen);
  io.MouseDown[button] = false;
  frame(offscreen);
}

void Monkey::drag(Offscreen& offscreen) {
  below(2) == 0 ? point(offscreen) : point_at_control(offscreen);
  ImGuiIO& io = ImGui::GetIO();
  frame(offscreen);
  io.MouseDown[0] = true;
  frame(offscreen);
  const std::size_t moves = 1 + below(3);
  for (std::size_t i = 0; i < moves; ++i) {
    point(offscreen);
    frame(offscreen);
    // What is done with a hand on the mouse must not harm either.
    if (below(8) == 0) press_key(offscreen);
    if (below(40) == 0) resize(offscreen);
  }
  last_ = "drag " + last_;
  io.MouseDown[0] = false;
  frame(offscreen);
}

void Monkey::press_key(Offscreen& offscreen) {
  ImGuiIO& io = ImGui::GetIO();
  io.KeyShift = below(4) == 0;
  io.KeyCtrl = below(3) == 0;
  const int key = io.KeyCtrl ? static_cast<int>(edit_keys[below(edit_keys.size())]) : keys[below(keys.size())];
  last_ = fmt::format("key {}{}{}", io.KeyCtrl ? "Ctrl+" : "", io.KeyShift ? "Shift+" : "", key);
  io.KeysDown[key] = true;
  frame(offscreen);
  io.KeysDown[key] = false;
  io.KeyCtrl = io.KeyShift = false;
  frame(offscreen);
}

void Monkey::type(Offscreen& offscreen) {
  std::string text;
  const std::size_t count = below(50) == 0 ? 200 : 1 + below(3);
  for (std::size_t i = 0; i < count; ++i) text += words[below(words.size())];
  last_ = "type " + text;
  ImGui::GetIO().AddInputCharactersUTF8(text.c_str());
  frame(offscreen);
}

void Monkey::resize(Offscreen& offscreen) {
  // Mostly small, as every pixel takes its time.
  const bool large = below(12) == 0;
  const auto width = static_cast<int>(large ? 1024 + below(1100) : 64 + below(700));
  const auto height = static_cast<int>(large ? 700 + below(600) : 64 + below(500));
  offscreen.resize(width, height);
  last_ = fmt::format("size {}x{}", width, height);
  frame(offscreen);
}

void Monkey::change_scale(Offscreen& offscreen) {
  const double scale = 0.5 + 0.25 * static_cast<double>(below(9));
  last_ = fmt::format("scale {}", scale);
  offscreen.screen().set_display_scale(scale);
  frame(offscreen);
}

}  // namespace ancrage::test
