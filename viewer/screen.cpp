// SPDX-License-Identifier: Apache-2.0
#include "viewer/screen.hpp"

#include "ancrage/base/error.hpp"
#include "viewer/interview_file.hpp"
#include "viewer/jobs/autosave_job.hpp"
#include "viewer/keyboard.hpp"
#include "viewer/map/renderer_target.hpp"
#include "viewer/panels/panel.hpp"
#include "viewer/panels/theme.hpp"
#include "viewer/panels/widgets.hpp"

#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <thread>

namespace ancrage::viewer {
namespace {

// A text field that was left and is entered again would take back what was typed into another text, which may be longer
// than the one that it holds now; ImGui 1.86 then reads beyond its end.
void forget_what_was_typed() {
  ImGuiContext& imgui = *ImGui::GetCurrentContext();
  if (imgui.InputTextState.ID != imgui.ActiveId) imgui.InputTextState.ID = 0;
}

// GLFW's numbers of F1 to F6, which ImGui 1.86 has no names for.
constexpr int f1_code = 290;
constexpr std::array function_keys{Key::help, Key::view_1, Key::view_2, Key::view_3, Key::view_4, Key::view_5};

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

// Those of the classes. Communes whose centre is out by the limits fade, unless a scenario is shown; those of other
// classes than the one that the legend marks fade too.
std::vector<Color> commune_colors(const PanelContext& context) {
  std::vector<Color> colors = context.classes().colors(theme::land);
  const bool effect = context.state.shown_effect() != nullptr;
  const auto marked = context.state.legend.index();
  const Classification& classes = context.classes();
  for (std::size_t c = 0; c < colors.size(); ++c) {
    if (colors[c].alpha != 255 || classes.class_of[c] == Classification::outside) continue;
    const auto site = context.model.site_of({Feature::Kind::commune, c});
    const bool out = !effect && site && !context.assessment().is_in(*site);
    if (!out && (!marked || classes.class_of[c] == *marked)) continue;
    colors[c] = report::palette::faded(colors[c]);
  }
  return colors;
}

MapStyle map_style(const State& state) {
  const auto shown = [&](MapLayer layer) { return state.layers[static_cast<std::size_t>(layer)]; };
  return {theme::shown(theme::page), state.scale,
          shown(MapLayer::zones),    shown(MapLayer::priority_sectors),
          shown(MapLayer::roads),    state.settings.high_contrast};
}

PixelRectangle rounded(const Rectangle& r) {
  return {static_cast<int>(std::lround(r.x)), static_cast<int>(std::lround(r.y)),
          static_cast<int>(std::lround(r.width)), static_cast<int>(std::lround(r.height))};
}

}  // namespace

Screen::Screen(const Model& model, const ScreenOptions& options, const std::function<void()>& wake)
    : model_(model),
      state_(model),
      display_scale_(options.scale),
      jobs_(make_jobs(model, options.state_directory, wake)) {
  state_.folder = options.folder;
  if (!options.state_directory.empty()) restore(options.state_directory);
  state_.scale = 0.0;  // no fonts yet
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
    follow_settings();
  } catch (...) {
    failure = std::current_exception();
  }
  cutting.join();
  if (failure) std::rethrow_exception(failure);
  if (!started) throw Error(ErrorCode::internal, message("the graphics driver lacks OpenGL 3.3"));
  renderer_ = std::make_unique<Renderer>(scene_);
  map_image_ = std::make_unique<MapImage>();
}

Screen::~Screen() {
  map_image_.reset();
  renderer_.reset();
  ImGui_ImplOpenGL3_Shutdown();
  ImGui::DestroyContext(context_);
}

void Screen::follow_settings() {
  theme::use_high_contrast(state_.settings.high_contrast);
  const double scale = display_scale_ * state_.settings.scale;
  const std::pair wanted{scale, state_.settings.high_contrast};
  if (styled_ == wanted) return;
  const bool first = !styled_;
  const bool other_fonts = first || styled_->first != scale;
  styled_ = wanted;
  set_style(scale);
  if (!other_fonts) return;
  state_.scale = scale;
  ImGui_ImplOpenGL3_DestroyFontsTexture();
  fonts_ = load_fonts(scale);
  // The backend makes the first texture by itself, those that follow when it is told to.
  if (!first) ImGui_ImplOpenGL3_CreateFontsTexture();
  atlas_set_ = false;
  placed_ = false;
}

void Screen::restore(const std::string& state_directory) {
  const auto tell = [&](const std::string& text, bool fault) { state_.notices.push_back({text, fault, 0.0, true}); };
  try {
    state_.settings = read_settings(settings_path(state_directory));
  } catch (const Error& fault) {
    tell(model_.language().text(fault), true);
  }
  const std::string path = autosave_path(state_directory, model_);
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) return;
  try {
    const OpenedInterview opened = read_interview(path, model_);
    if (opened.interview == state_.interview) return;
    state_.interview = opened.interview;
    follow_interview({state_, model_, layout_, 0.0});
    std::vector<Message> changed = opened.changed;
    const auto ranks = changed_ranks(opened, model_, state_.results.assessment());
    if (counted_changes(state_.interview).empty()) changed.insert(changed.end(), ranks.begin(), ranks.end());
    const std::string words = changed.empty()
                                  ? model_.language().text(message("The last interview is open again."))
                                  : model_.language().text(message("The last interview is open again. Since then: {0}",
                                                                   model_.language().text(changed.front())));
    state_.notices.push_back({words, false, 0.0, !changed.empty()});
  } catch (const Error& fault) {
    std::filesystem::rename(path, path + ".unreadable", ignored);
    tell(model_.language().text(fault), true);
  }
}

void Screen::perform(const Action& action, double now) { apply(action, state_, model_, layout_, now); }

void Screen::resize(double width, double height, double now) {
  const Layout next = arrange(width, height, state_.scale, state_.panels, state_.view);
  const bool changed = next.map.width != layout_.map.width || next.map.height != layout_.map.height;
  layout_ = next;
  if (layout_.map.empty()) return;
  if (!placed_) {
    perform(FitTerritory{false}, now);
    placed_ = true;
  } else if (changed) {
    state_.camera = resized(state_.camera, layout_.map.width, layout_.map.height);
    state_.camera_from = resized(state_.camera_from, layout_.map.width, layout_.map.height);
  }
}

std::vector<KeyPress> Screen::collect_keys(Actions& actions) const {
  const ImGuiIO& io = ImGui::GetIO();
  std::vector<KeyPress> for_controls;
  const bool typing = state_.focus == Region::search || io.WantTextInput;
  auto add = [&](const KeyPress& press) {
    if (is_control_key(press, state_)) {
      if (!typing) for_controls.push_back(press);
    } else {
      append(actions, actions_for(press, state_, model_, layout_));
    }
  };
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
    if (index < 0 || !ImGui::IsKeyPressed(index)) continue;
    if (key == Key::escape && io.WantTextInput && state_.focus != Region::search) {
      ImGui::ClearActiveID();  // leaves the text as it is; ImGui alone would take it back
      continue;
    }
    add({key, 0, io.KeyShift});
  }
  for (std::size_t i = 0; i < function_keys.size(); ++i) {
    if (ImGui::IsKeyPressed(f1_code + static_cast<int>(i), false)) add({function_keys[i], 0, io.KeyShift});
  }
  if (typing) return for_controls;
  if (io.KeyCtrl) {
    const auto pressed = [](ImGuiKey_ key) { return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key)); };
    if (pressed(ImGuiKey_Z)) add({io.KeyShift ? Key::redo : Key::undo, 0, false});
    if (pressed(ImGuiKey_Y)) add({Key::redo, 0, false});
    return for_controls;
  }
  for (const ImWchar c : io.InputQueueCharacters) {
    if (c > ' ') add({Key::character, c, io.KeyShift});
  }
  return for_controls;
}

void Screen::collect_jobs(Actions& actions) {
  for (const auto& job : jobs_) {
    append(actions, job->collect());
    job->follow(state_);
  }
}

bool Screen::working() const {
  return std::any_of(jobs_.begin(), jobs_.end(), [](const auto& job) { return job->running(); });
}

void Screen::finish_jobs(double now) {
  constexpr int rounds = 64;  // one work may ask for the next
  for (int round = 0; round < rounds; ++round) {
    Actions actions;
    collect_jobs(actions);
    for (const Action& action : actions) perform(action, now);
    bool waited = false;
    for (const auto& job : jobs_) {
      if (!job->running()) continue;
      job->wait();
      waited = true;
    }
    if (!waited && actions.empty()) return;
  }
}

void Screen::collect_panels(const PanelContext& context, Actions& actions) const {
  if (!layout_.map.empty()) {
    draw_map_overlay(context);
    append(actions, draw_legend(context));
    draw_hover_facts(context);
  }
  append(actions, draw_left_panel(context));
  if (!layout_.right.empty()) {
    const Rectangle& right = layout_.right;
    const double share = state_.selected ? 0.40 : 1.0;
    const Rectangle top{right.x, right.y, right.width, std::round(right.height * share)};
    append(actions, draw_ranking(context, top));
    if (state_.selected)
      append(actions, draw_card(context, {right.x, top.y + top.height, right.width, right.height - top.height}));
  }
  if (state_.view == View::compare) append(actions, draw_compare_view(context));
  if (state_.view == View::what_if) append(actions, draw_what_if_view(context));
  if (state_.view == View::plan) append(actions, draw_plan_view(context));
  if (state_.view == View::data) append(actions, draw_data_view(context));
  for (const Rectangle& beside : {layout_.right, layout_.map.empty() ? Rectangle{} : layout_.main}) {
    if (beside.empty()) continue;
    ImGui::GetBackgroundDrawList()->AddLine(
        {static_cast<float>(beside.x), static_cast<float>(beside.y)},
        {static_cast<float>(beside.x), static_cast<float>(beside.y + beside.height)}, packed(theme::line),
        context.px(1));
  }
  append(actions, draw_sources(context));
  append(actions, draw_top_bar(context));
  append(actions, draw_menu(context));
  append(actions, draw_notice(context));
  append(actions, draw_help(context));
  append(actions, map_input(context));
  if (state_.focus == Region::map) draw_focus_ring(context, layout_.map);
}

void Screen::upload_colors(const PanelContext& context) {
  const WhatIfResults* effect = state_.shown_effect();
  const std::uint64_t plan = state_.planner.result ? state_.planner.result->request.number : 0;
  const std::uint64_t effect_number = effect == nullptr ? 0 : effect == &state_.what_if ? 1 : 1 + plan;
  const std::tuple wanted{effect_number, state_.effect_map(), state_.color,
                          effect != nullptr ? effect->version() : state_.results.version(), state_.legend.index()};
  if (uploaded_ == wanted) return;
  renderer_->set_commune_colors(commune_colors(context));
  uploaded_ = wanted;
}

void Screen::paint(const PanelContext& context) {
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  const auto height = static_cast<int>(display.y);
  clear_target(theme::shown(theme::page), static_cast<int>(display.x), height);
  const Rectangle beside_map = layout_.map.empty() ? Rectangle{} : layout_.main;
  for (const Rectangle& panel : {layout_.bar, layout_.left, layout_.right, beside_map, layout_.sources}) {
    const PixelRectangle r = rounded(panel);
    clear_rectangle(theme::panel, r.x, r.y, r.width, r.height, height);
  }
  upload_colors(context);
  const MapStyle style = map_style(state_);
  const auto camera_in = [](const Camera& camera, const Rectangle& where) {
    return resized(camera, where.width, where.height);
  };
  if (!layout_.map.empty()) {
    map_image_->draw(*renderer_, camera_in(context.camera, layout_.map), rounded(layout_.map), height, style);
  }
  for (const SmallMap& map : small_maps(context)) {
    renderer_->draw(camera_in(map.camera, map.where), rounded(map.where), height, style);
  }
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

bool Screen::draw(double now, bool paint) {
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  follow_settings();
  resize(display.x, display.y, now);
  ImGui_ImplOpenGL3_NewFrame();
  if (!atlas_set_) {
    // ImGui 1.86 keeps GL names in its texture handles.
    draw_texture_unfiltered(static_cast<unsigned>(reinterpret_cast<std::uintptr_t>(ImGui::GetIO().Fonts->TexID)));
    atlas_set_ = true;
  }
  ImGui::NewFrame();
  ImGui::PushFont(fonts_.text);
  Actions actions;
  collect_jobs(actions);
  controls_.begin(collect_keys(actions));
  cut_.clear();
  const PanelContext context{model_, state_,       fonts_, layout_, controls_, cut_, state_.camera_at(now),
                             now,    state_.camera};
  collect_panels(context, actions);
  append(actions, controls_.end(state_));
  ImGui::PopFont();
  forget_what_was_typed();
  ImGui::Render();
  if (paint) this->paint(context);
  return finish_frame(actions, now);
}

bool Screen::finish_frame(Actions& actions, double now) {
  // One-frame requests to the panels are done; what they ask for now comes in the next.
  state_.list_follows = false;
  state_.control_follows = false;
  state_.card_scroll = 0.0;
  state_.main_scroll = 0.0;
  const bool pointed =
      std::any_of(actions.begin(), actions.end(), [](const Action& a) { return a.is<HoverFeature>(); });
  const ImVec2 moved = ImGui::GetIO().MouseDelta;
  // The mouse has left the row that it pointed at.
  if (!pointed && state_.hovered && (moved.x != 0 || moved.y != 0)) actions.emplace_back(HoverFeature{});
  bool acted = false;
  for (const Action& action : actions) {
    acted |= !action.is<HoverFeature>();
    perform(action, now);
  }
  auto& notices = state_.notices;
  std::erase_if(notices, [&](const Notice& n) { return !n.fault && !n.stays && now - n.since >= notice_seconds; });
  return acted || state_.moving(now);
}

std::optional<double> Screen::wake_after(double now) const {
  std::optional<double> rest;
  const auto wake_at = [&](double time) {
    if (time > now) rest = std::min(rest.value_or(time - now), time - now);
  };
  if (state_.hovered && state_.hovered_on_map) wake_at(state_.hovered_since + hover_delay_seconds);
  for (const Notice& notice : state_.notices) {
    if (!notice.fault && !notice.stays) wake_at(notice.since + notice_seconds);
  }
  return rest;
}

}  // namespace ancrage::viewer
