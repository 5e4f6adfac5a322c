// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/writer.hpp"

#include "viewer/panels/controls.hpp"
#include "viewer/panels/theme.hpp"
#include "viewer/panels/widgets.hpp"

#include <algorithm>
#include <cmath>

namespace ancrage::viewer {

PanelWriter::PanelWriter(const PanelContext& context, Region region, const Rectangle& where, double margin)
    : context_(context),
      region_(region),
      list_(*ImGui::GetWindowDrawList()),
      left_(static_cast<float>(where.x) + context.px(margin)),
      right_(static_cast<float>(where.x + where.width) - context.px(margin + 2)),
      start_(ImGui::GetCursorScreenPos().y),
      y_(start_ + context.px(14)) {}

void PanelWriter::skip(double units) { y_ += context_.px(units); }

void PanelWriter::title(const std::string& text) {
  y_ += draw_wrapped(list_, context_.fonts.heading, {left_, y_}, width(), theme::ink, text);
  skip(8);
}

void PanelWriter::heading(const Message& text, const std::string& beside) {
  draw_text(list_, context_.fonts.bold, {left_, y_}, theme::ink, context_.text(text));
  const float room = width() - text_width(context_.fonts.bold, context_.text(text)) - context_.px(10);
  draw_fitted_right(list_, context_.fonts.small, {right_, y_ + context_.px(1)}, theme::secondary,
                    fitted_text(context_, context_.fonts.small, beside, room));
  skip(24);
}

void PanelWriter::paragraph(const std::string& text) { paragraph(text, theme::secondary); }

void PanelWriter::paragraph(const std::string& text, Color color) {
  y_ += draw_wrapped(list_, context_.fonts.small, {left_, y_}, width(), color, text);
  skip(4);
}

void PanelWriter::sentence(const std::string& text) {
  y_ += draw_wrapped(list_, context_.fonts.text, {left_, y_}, width(), theme::ink, text);
  skip(6);
}

void PanelWriter::fact(const std::string& label, const std::string& value, bool strong) {
  const ImFont* font = strong ? context_.fonts.bold : context_.fonts.text;
  const float value_width = text_width(font, value);
  const float room = width() - value_width - context_.px(10);
  draw_text_right(list_, font, {right_, y_}, theme::ink, value);
  const float height = draw_wrapped(list_, context_.fonts.text, {left_, y_}, room, theme::ink, label);
  y_ += std::max(context_.px(21), height + context_.px(4));
}

void PanelWriter::rule() {
  skip(6);
  list_.AddLine({left_, y_}, {right_, y_}, packed(theme::line), context_.px(1));
  skip(12);
}

bool PanelWriter::check(std::string_view id, const std::string& label, bool checked) {
  const float box = context_.px(28);
  const float room = width() - box;
  const ImFont* font = context_.fonts.text;
  const float text_height =
      font->CalcTextSizeA(font->FontSize, FLT_MAX, room, label.data(), label.data() + label.size()).y;
  const float height = std::max(context_.px(26), text_height + context_.px(8));
  const ControlUse use =
      context_.controls.use(context_, region_, id, {left_ - context_.px(4), y_}, {width() + context_.px(8), height});
  if (use.hovered) {
    list_.AddRectFilled({left_ - context_.px(4), y_}, {right_ + context_.px(4), y_ + height}, packed(theme::hovered),
                        context_.px(6));
  }
  draw_check_box(context_, list_, {left_ + context_.px(9), y_ + height / 2}, checked);
  draw_wrapped(list_, font, {left_ + box, y_ + (height - text_height) / 2}, room, theme::ink, label);
  y_ += height + context_.px(4);
  return use.clicked;
}

std::optional<std::size_t> PanelWriter::pills(const std::vector<Pill>& row) {
  std::optional<std::size_t> pressed;
  const float gap = context_.px(6);
  const auto count = static_cast<float>(row.size());
  const float each = (width() - gap * (count - 1)) / count;
  float x = left_;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (pill(context_, region_, row[i].id, {x, y_}, each, row[i].text, row[i].chosen)) pressed = i;
    x += each + gap;
  }
  skip(pill_units + 6);
  return pressed;
}

bool PanelWriter::button(std::string_view id, const std::string& text) {
  const bool pressed =
      text_button(context_, region_, id, {left_, y_}, fitted_text(context_, context_.fonts.text, text, width()));
  skip(26);
  return pressed;
}

SliderUse PanelWriter::slider(std::string_view id, const std::string& label, const std::string& value, double share,
                              Color color) {
  const float height = context_.px(36);
  const ControlUse use =
      context_.controls.use(context_, region_, id, {left_ - context_.px(4), y_},
                            {width() + context_.px(8), height - context_.px(2)}, ControlKind::slider);
  SliderUse result{{}, use.steps, use.released};
  if (use.held) {
    result.share = std::clamp<double>((ImGui::GetIO().MousePos.x - left_) / width(), 0.0, 1.0);
  }
  if (use.hovered || use.held) {
    list_.AddRectFilled({left_ - context_.px(6), y_}, {right_ + context_.px(6), y_ + height - context_.px(2)},
                        packed(theme::hovered), context_.px(6));
  }
  const float value_width = text_width(context_.fonts.bold, value);
  draw_fitted(list_, context_.fonts.text, {left_, y_ + context_.px(3)}, theme::ink,
              fitted_text(context_, context_.fonts.text, label, width() - value_width - context_.px(10)));
  draw_text_right(list_, context_.fonts.bold, {right_, y_ + context_.px(3)}, theme::ink, value);
  draw_slider(context_, list_, {left_, y_ + context_.px(26)}, width(), share, color);
  y_ += height;
  return result;
}

int PanelWriter::stepper(std::string_view id, const std::string& label, const std::string& value) {
  const float size = context_.px(26);
  const float number = std::max(context_.px(38), text_width(context_.fonts.bold, value) + context_.px(10));
  int by = 0;
  float x = right_ - 2 * size - number;
  draw_fitted(list_, context_.fonts.text, {left_, y_ + (size - context_.fonts.text->FontSize) / 2}, theme::ink,
              fitted_text(context_, context_.fonts.text, label, x - left_ - context_.px(8)));
  for (const bool more : {false, true}) {
    const ControlUse use =
        context_.controls.use(context_, region_, std::string(id) + (more ? " more" : " less"), {x, y_}, {size, size});
    if (use.clicked) by += more ? 1 : -1;
    list_.AddRectFilled({x, y_}, {x + size, y_ + size}, packed(use.hovered ? theme::hovered : theme::panel), size / 2);
    list_.AddRect({x, y_}, {x + size, y_ + size}, packed(theme::line), size / 2, 0, context_.px(1));
    const ImVec2 middle{x + size / 2, y_ + size / 2};
    const float arm = context_.px(4.5);
    list_.AddLine({middle.x - arm, middle.y}, {middle.x + arm, middle.y}, packed(theme::ink), context_.px(1.6));
    if (more) {
      list_.AddLine({middle.x, middle.y - arm}, {middle.x, middle.y + arm}, packed(theme::ink), context_.px(1.6));
    } else {
      draw_text(list_, context_.fonts.bold,
                {x + size + (number - text_width(context_.fonts.bold, value)) / 2,
                 y_ + (size - context_.fonts.bold->FontSize) / 2},
                theme::ink, value);
    }
    x += size + number;
  }
  skip(32);
  return by;
}

bool PanelWriter::removable(std::string_view id, const std::string& text) {
  const float size = context_.px(24);
  const ControlUse use = context_.controls.use(context_, region_, id, {right_ - size, y_}, {size, size});
  if (use.hovered) {
    list_.AddRectFilled({right_ - size, y_}, {right_, y_ + size}, packed(theme::hovered), context_.px(6));
  }
  const ImVec2 middle{right_ - size / 2, y_ + size / 2};
  const float arm = context_.px(4);
  const Color color = use.hovered ? theme::need : theme::secondary;
  list_.AddLine({middle.x - arm, middle.y - arm}, {middle.x + arm, middle.y + arm}, packed(color), context_.px(1.6));
  list_.AddLine({middle.x - arm, middle.y + arm}, {middle.x + arm, middle.y - arm}, packed(color), context_.px(1.6));
  const FittedText shown = fitted_text(context_, context_.fonts.text, text, width() - size - context_.px(6));
  draw_fitted(list_, context_.fonts.text, {left_, y_ + (size - context_.fonts.text->FontSize) / 2}, theme::ink, shown);
  skip(25);
  return use.clicked;
}

std::optional<std::string> PanelWriter::text_field(std::string_view id, const std::string& text,
                                                   const std::string& hint, int lines) {
  const float height = static_cast<float>(lines) * context_.fonts.text->FontSize + context_.px(12);
  const auto edited = viewer::text_field(context_, region_, id, {left_, y_}, {width(), height}, text, hint, lines > 1);
  y_ += height + context_.px(6);
  return edited;
}

void PanelWriter::end() {
  ImGui::SetCursorScreenPos({left_, start_});
  ImGui::Dummy({1, y_ - start_ + context_.px(12)});
}

void begin_scroll(const PanelContext& context, const char* id, const Rectangle& where) {
  ImGui::SetCursorScreenPos({static_cast<float>(where.x), static_cast<float>(where.y)});
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
  ImGui::BeginChild(id, {static_cast<float>(where.width), static_cast<float>(where.height)}, false,
                    ImGuiWindowFlags_NoNav);
  if (context.state.main_scroll != 0.0) {
    ImGui::SetScrollY(std::max(0.0F, ImGui::GetScrollY() + context.px(context.state.main_scroll)));
  }
}

void end_scroll() {
  ImGui::EndChild();
  ImGui::PopStyleVar();
}

}  // namespace ancrage::viewer
