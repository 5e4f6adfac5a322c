// SPDX-License-Identifier: Apache-2.0
// The card of the selected commune, place or pole: what it is, its two scores with the reason for every point, what is
// around it, the aids that apply, and the commune's own figures, each with its source.
#include "viewer/panels/card_parts.hpp"
#include "viewer/panels/widgets.hpp"

#include <algorithm>

namespace ancrage::viewer {
namespace {

using assessment::Score;

Message kind_label(const PanelContext& context, Feature feature) {
  if (feature.kind == Feature::Kind::commune) {
    return context.model.territory().communes.member[feature.index] != 0 ? message("commune")
                                                                         : message("commune outside the territory");
  }
  const auto& places =
      feature.kind == Feature::Kind::pole ? context.model.territory().health_poles : context.model.territory().sites;
  const std::string& kind = places.kind[feature.index];
  if (kind == "maison_de_sante" || kind == "health_pole") return message("multi-professional health centre");
  if (kind == "centre_de_sante" || kind == "health_centre") return message("salaried health centre");
  if (kind == "centre_dentaire") return message("dental centre");
  if (kind == "centre_specialise") return message("specialised centre");
  if (kind == "commune_centre") return message("centre of the commune");
  return message("candidate place");
}

std::string subtitle(const PanelContext& context, Feature feature) {
  std::string text = context.text(kind_label(context, feature));
  const auto commune = context.model.commune_of(feature);
  if (commune && feature.kind != Feature::Kind::commune)
    text += " · " + context.model.territory().communes.name[*commune];
  return text;
}

// "Sur la carte : Besoin, classe 5 sur 7": a second sign beside the colour.
std::string class_line(const PanelContext& context, std::size_t commune) {
  const Classification& classes = context.classes();
  const std::uint8_t index = classes.class_of[commune];
  if (index == Classification::outside) return {};
  return context.text(message("On the map: {0}, class {1} of {2} ({3})", context.text(classes.title),
                              static_cast<int>(index) + 1, classes.classes.size(),
                              context.text(classes.classes[index].label)));
}

Actions write_card(CardWriter& card) {
  const PanelContext& context = card.context();
  Actions actions;
  const Feature feature = context.state.selected;
  card.title(feature);
  card.paragraph(subtitle(context, feature));
  card.skip(10);
  write_shared_places(card);
  const auto site = context.model.site_of(feature);
  if (site) {
    write_score(card, Score::need, *site);
    card.skip(12);
    write_score(card, Score::attractiveness, *site);
    const auto& criteria = context.assessment().criteria;
    if (std::any_of(criteria.begin(), criteria.end(), [](const auto& c) { return c.estimate; })) {
      card.skip(6);
      card.paragraph(context.text(message("≈: an estimate. Point at a line for its method and sources.")));
    }
    card.skip(10);
    append(actions, card.note(*site));
    append(actions, write_couple_choice(card));
    write_score_words(card, *site);
  } else if (feature.kind == Feature::Kind::pole) {
    card.paragraph(context.text(message("Sources: {0}", context.model.territory().provenance("health_poles"))));
  }
  if (site) {
    write_surroundings(card, *site);
    write_aids(card, *site);
  }
  const auto commune = context.model.commune_of(feature);
  if (!commune) return actions;
  card.rule();
  write_commune(card, *commune);
  const std::string line = class_line(context, *commune);
  if (line.empty()) return actions;
  card.skip(4);
  card.paragraph(line);
  return actions;
}

}  // namespace

Actions draw_card(const PanelContext& context, const Rectangle& where) {
  Actions actions;
  begin_panel("##card", where, clear);
  const auto top = static_cast<float>(where.y);
  const auto left = static_cast<float>(where.x) + context.px(16);
  const auto right = static_cast<float>(where.x + where.width) - context.px(16);
  ImGui::GetWindowDrawList()->AddLine({left, top}, {right, top}, packed(theme::line), context.px(1));
  ImGui::SetCursorScreenPos({static_cast<float>(where.x), top + context.px(1)});
  ImGui::BeginChild("content", {static_cast<float>(where.width), static_cast<float>(where.height) - context.px(1)},
                    false, ImGuiWindowFlags_NoNav);
  if (context.state.card_scroll != 0.0) {
    ImGui::SetScrollY(std::max(0.0F, ImGui::GetScrollY() + context.px(context.state.card_scroll)));
  }
  const float start = ImGui::GetCursorScreenPos().y;
  CardWriter card(context, left, right, start + context.px(13));
  append(actions, write_card(card));
  ImGui::SetCursorScreenPos({left, start});
  ImGui::Dummy({1, card.y() - start + context.px(14)});
  ImGui::EndChild();
  ImGui::End();
  if (context.state.focus == Region::card) draw_focus_ring(context, where);
  return actions;
}

}  // namespace ancrage::viewer
