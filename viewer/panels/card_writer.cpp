// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/card_parts.hpp"
#include "viewer/panels/widgets.hpp"

#include <algorithm>

namespace ancrage::viewer {

using territory::ZoneStatus;

CardWriter::CardWriter(const PanelContext& context, float left, float right, float y)
    : context_(context), list_(*ImGui::GetWindowDrawList()), left_(left), right_(right), y_(y) {}

void CardWriter::title(Feature feature) {
  const std::string zone = zone_text(feature);
  const float zone_width = zone.empty() ? 0.0F : text_width(context_.fonts.bold, zone) + context_.px(10);
  const std::string name = context_.model.name_of(feature);
  // A long name goes on two lines rather than being cut.
  const float width = right_ - left_ - zone_width;
  if (!zone.empty()) {
    const bool zip = context_.model.territory().communes.zone[*context_.model.commune_of(feature)] == ZoneStatus::zip;
    draw_text_right(list_, context_.fonts.bold, {right_, y_ + context_.px(3)}, zip ? theme::zip_text : theme::zac,
                    zone);
  }
  y_ += draw_wrapped(list_, context_.fonts.heading, {left_, y_}, width, theme::ink, name);
  skip(2);
}

void CardWriter::paragraph(const std::string& text, Color color) {
  y_ += draw_wrapped(list_, context_.fonts.small, {left_, y_}, right_ - left_, color, text);
}

void CardWriter::heading(const Message& text, const std::string& beside) {
  const std::string words = context_.text(text);
  draw_text(list_, context_.fonts.bold, {left_, y_}, theme::ink, words);
  const float room = right_ - left_ - text_width(context_.fonts.bold, words) - context_.px(10);
  draw_fitted_right(list_, context_.fonts.small, {right_, y_ + context_.px(1)}, theme::secondary,
                    fitted_text(context_, context_.fonts.small, beside, room));
  skip(22);
}

void CardWriter::fact(const std::string& label, const std::string& value, bool strong) {
  const ImFont* font = strong ? context_.fonts.bold : context_.fonts.text;
  draw_text_right(list_, font, {right_, y_}, theme::ink, value);
  const float room = right_ - left_ - text_width(font, value) - context_.px(10);
  const float height = draw_wrapped(list_, context_.fonts.text, {left_, y_}, room, theme::ink, label);
  y_ += std::max(context_.px(21), height + context_.px(4));
}

void CardWriter::rule() {
  skip(6);
  list_.AddLine({left_, y_}, {right_, y_}, packed(theme::line), context_.px(1));
  skip(12);
}

Actions CardWriter::note(std::size_t site) {
  Actions actions;
  const auto& notes = context_.state.interview.notes;
  const auto found = notes.find(context_.model.territory().sites.id[site]);
  const float height = 3 * context_.fonts.text->FontSize + context_.px(12);
  ImGui::PushID(static_cast<int>(site));  // another place, another text: what is being typed stays with its own
  const auto edited = text_field(context_, Region::card, "note", {left_, y_}, {right_ - left_, height},
                                 found == notes.end() ? std::string() : found->second,
                                 context_.text(message("Note of the interview on this place")), true);
  ImGui::PopID();
  if (edited) actions.emplace_back(SetNote{site, *edited});
  y_ += height + context_.px(6);
  return actions;
}

std::string CardWriter::zone_text(Feature feature) const {
  const auto commune = context_.model.commune_of(feature);
  if (!commune || context_.model.territory().communes.member[*commune] == 0) return {};
  const auto& communes = context_.model.territory().communes;
  std::string text;
  if (communes.zone[*commune] == ZoneStatus::zip) text = "ZIP";
  if (communes.zone[*commune] == ZoneStatus::zac) text = "ZAC";
  const std::string& rural = communes.rural_class[*commune];
  if (rural.starts_with("FRR")) text += text.empty() ? rural : " · " + rural;
  return text;
}

}  // namespace ancrage::viewer
