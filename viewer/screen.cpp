// SPDX-License-Identifier: Apache-2.0
#include "viewer/screen.hpp"

#include "ancrage/base/error.hpp"
#include "viewer/keyboard.hpp"
#include "viewer/map/renderer_target.hpp"
#include "viewer/panels/panel.hpp"
#include "viewer/panels/theme.hpp"
#include "viewer/panels/widgets.hpp"

#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <thread>

namespace ancrage::viewer {
namespace {

constexpr int f1_code = 290;  // GLFW's number of the key, which ImGui 1.86 has no name for

void set_style(double scale) {
  ImGuiStyle& style = ImGui::GetStyle();
  style = ImGuiStyle();
  ImGui::StyleColorsLight(&style);
  style.WindowRounding = 0;
  style.WindowBorderSize = 0;
  style.ScrollbarSize = 9;
  style.ScrollbarRounding = 5;
  style.PopupRounding = 6;
  style.PopupBorderSize = 1;
  style.FrameRounding = 6;
  style.AntiAliasedLinesUseTex = false;
  style.ScaleAllSizes(static_cast<float>(scale));
  style.MouseCursorScale = 1;
  auto set = [&](ImGuiCol index, Color color) { style.Colors[index] = ImGui::ColorConvertU32ToFloat4(packed(color)); };
  set(ImGuiCol_Text, theme::ink);
  set(ImGuiCol_TextDisabled, theme::secondary);
  set(ImGuiCol_WindowBg, theme::panel);
  set(ImGuiCol_ChildBg, hex(0xFFFFFF, 0));
  set(ImGuiCol_PopupBg, theme::panel);
  set(ImGuiCol_Border, theme::line);
  set(ImGuiCol_FrameBg, theme::hovered);
  set(ImGuiCol_FrameBgHovered, theme::hovered);
  set(ImGuiCol_FrameBgActive, theme::panel);
  set(ImGuiCol_TextSelectedBg, hex(0xC9DAF0));
  set(ImGuiCol_ScrollbarBg, hex(0xFFFFFF, 0));
  set(ImGuiCol_ScrollbarGrab, hex(0xD5D9DE));
  set(ImGuiCol_ScrollbarGrabHovered, hex(0xB4BAC2));
  set(ImGuiCol_ScrollbarGrabActive, hex(0x8F96A0));
}

PixelRectangle rounded(const Rectangle& r) {
  return {static_cast<int>(std::lround(r.x)), static_cast<int>(std::lround(r.y)),
          static_cast<int>(std::lround(r.width)), static_cast<int>(std::lround(r.height))};
}

}  // namespace

Screen::Screen(const Model& model, double scale) : model_(model) {
  // Triangles are cut while the fonts are rasterised.
  std::exception_ptr failure;
  std::thread cutting([&] {
    try {
      scene_ = build_scene(model.territory());
    } catch (...) {
      failure = std::current_exception();
    }
  });
  IMGUI_CHECKVERSION();
  context_ = ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigInputTextCursorBlink = false;
  io.ConfigWindowsMoveFromTitleBarOnly = true;
  bool started = false;
  try {
    started = ImGui_ImplOpenGL3_Init("#version 330 core");
    set_scale(scale);
  } catch (...) {
    failure = std::current_exception();
  }
  cutting.join();
  if (failure) std::rethrow_exception(failure);
  if (!started) throw Error(ErrorCode::internal, message("the graphics driver lacks OpenGL 3.3"));
  renderer_ = std::make_unique<Renderer>(scene_);
}

Screen::~Screen() {
  renderer_.reset();
  ImGui_ImplOpenGL3_Shutdown();
  ImGui::DestroyContext(context_);
}

void Screen::set_scale(double scale) {
  state_.scale = scale;
  ImGui_ImplOpenGL3_DestroyFontsTexture();
  fonts_ = load_fonts(scale);
  set_style(scale);
  atlas_set_ = false;
  placed_ = false;
}

void Screen::perform(const Action& action, double now) { apply(action, state_, model_, layout_, now); }

void Screen::resize(double width, double height, double now) {
  const Layout next = arrange(width, height, state_.scale, state_.panels);
  const bool changed = next.map.width != layout_.map.width || next.map.height != layout_.map.height;
  layout_ = next;
  if (!placed_) {
    perform(FitTerritory{false}, now);
    placed_ = true;
  } else if (changed) {
    state_.camera = resized(state_.camera, layout_.map.width, layout_.map.height);
    state_.camera_from = resized(state_.camera_from, layout_.map.width, layout_.map.height);
  }
}

void Screen::collect_keys(Actions& actions) const {
  const ImGuiIO& io = ImGui::GetIO();
  auto add = [&](const KeyPress& press) {
    const Actions more = actions_for(press, state_, model_, layout_);
    actions.insert(actions.end(), more.begin(), more.end());
  };
  const bool typing = state_.focus == Region::search;
  constexpr std::array<std::pair<ImGuiKey_, Key>, 13> named{{{ImGuiKey_LeftArrow, Key::left},
                                                             {ImGuiKey_RightArrow, Key::right},
                                                             {ImGuiKey_UpArrow, Key::up},
                                                             {ImGuiKey_DownArrow, Key::down},
                                                             {ImGuiKey_PageUp, Key::page_up},
                                                             {ImGuiKey_PageDown, Key::page_down},
                                                             {ImGuiKey_Home, Key::home},
                                                             {ImGuiKey_End, Key::end},
                                                             {ImGuiKey_Tab, Key::tab},
                                                             {ImGuiKey_Enter, Key::enter},
                                                             {ImGuiKey_KeyPadEnter, Key::enter},
                                                             {ImGuiKey_Space, Key::space},
                                                             {ImGuiKey_Escape, Key::escape}}};
  for (const auto& [code, key] : named) {
    const bool edits =
        key == Key::left || key == Key::right || key == Key::home || key == Key::end || key == Key::space;
    if (typing && edits) continue;
    const int index = ImGui::GetKeyIndex(code);
    if (index >= 0 && ImGui::IsKeyPressed(index)) add({key, 0, io.KeyShift});
  }
  if (ImGui::IsKeyPressed(f1_code, false)) add({Key::f1, 0, io.KeyShift});
  if (typing) return;
  for (const ImWchar c : io.InputQueueCharacters) {
    if (c > ' ') add({Key::character, c, io.KeyShift});
  }
}

bool Screen::draw(double now) {
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  resize(display.x, display.y, now);
  if (uploaded_ != state_.color) {
    renderer_->set_commune_colors(model_.classification(state_.color).colors(theme::land));
    uploaded_ = state_.color;
  }
  ImGui_ImplOpenGL3_NewFrame();
  if (!atlas_set_) {
    // ImGui 1.86 keeps GL names in its texture handles.
    draw_texture_unfiltered(static_cast<unsigned>(reinterpret_cast<std::uintptr_t>(ImGui::GetIO().Fonts->TexID)));
    atlas_set_ = true;
  }
  ImGui::NewFrame();
  ImGui::PushFont(fonts_.text);
  const PanelContext context{model_, state_, fonts_, layout_, state_.camera_at(now), now};
  Actions actions;
  auto collect = [&](Actions more) { actions.insert(actions.end(), more.begin(), more.end()); };
  collect_keys(actions);
  draw_map_overlay(context);
  draw_legend(context);
  draw_hover_facts(context);
  collect(draw_display_panel(context));
  if (!layout_.right.empty()) {
    const Rectangle& right = layout_.right;
    const double share = state_.selected ? 0.40 : 1.0;
    const Rectangle top{right.x, right.y, right.width, std::round(right.height * share)};
    collect(draw_ranking(context, top));
    if (state_.selected)
      collect(draw_card(context, {right.x, top.y + top.height, right.width, right.height - top.height}));
    ImGui::GetForegroundDrawList()->AddLine({static_cast<float>(right.x), static_cast<float>(right.y)},
                                            {static_cast<float>(right.x), static_cast<float>(right.y + right.height)},
                                            packed(theme::line), context.px(1));
  }
  collect(draw_sources(context));
  collect(draw_top_bar(context));
  collect(draw_help(context));
  collect(map_input(context));
  if (state_.focus == Region::map) draw_focus_ring(context, layout_.map);
  ImGui::PopFont();
  ImGui::Render();

  const auto height = static_cast<int>(display.y);
  clear_target(theme::page, static_cast<int>(display.x), height);
  for (const Rectangle& panel : {layout_.bar, layout_.left, layout_.right, layout_.sources}) {
    const PixelRectangle r = rounded(panel);
    clear_rectangle(theme::panel, r.x, r.y, r.width, r.height, height);
  }
  const auto shown = [&](MapLayer layer) { return state_.layers[static_cast<std::size_t>(layer)]; };
  renderer_->draw(resized(context.camera, layout_.map.width, layout_.map.height), rounded(layout_.map), height,
                  {state_.scale, shown(MapLayer::zones), shown(MapLayer::priority_sectors), shown(MapLayer::roads)});
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());

  // One-frame requests to the panels are done; what they ask for now comes in the next.
  state_.list_follows = false;
  state_.card_scroll = 0.0;
  const bool pointed = std::any_of(actions.begin(), actions.end(),
                                   [](const Action& a) { return std::holds_alternative<HoverFeature>(a); });
  const ImVec2 moved = ImGui::GetIO().MouseDelta;
  // The mouse has left the row that it pointed at.
  if (!pointed && state_.hovered && (moved.x != 0 || moved.y != 0)) actions.emplace_back(HoverFeature{});
  bool acted = false;
  for (const Action& action : actions) {
    acted |= !std::holds_alternative<HoverFeature>(action);
    perform(action, now);
  }
  return acted || state_.moving(now);
}

std::optional<double> Screen::wake_after(double now) const {
  if (!state_.hovered || !state_.hovered_on_map) return std::nullopt;
  const double rest = state_.hovered_since + hover_delay_seconds - now;
  return rest > 0 ? std::optional(rest) : std::nullopt;
}

}  // namespace ancrage::viewer
