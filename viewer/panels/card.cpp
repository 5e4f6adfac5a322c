// SPDX-License-Identifier: Apache-2.0
// The card of the selected commune, place or pole: what it is, its two scores with the reason for every point, and the
// commune's own figures, each with its source.
#include "ancrage/report/site_report.hpp"
#include "viewer/panels/theme.hpp"
#include "viewer/panels/widgets.hpp"

#include <algorithm>
#include <cmath>

namespace ancrage::viewer {
namespace {

using assessment::Score;
using territory::ZoneStatus;

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

// Shades of the score's colour from dark to pale, one per criterion.
Color shade(Score score, std::size_t index, std::size_t count) {
  const Color base = score == Score::need ? theme::need : theme::accent;
  const double share = count < 2 ? 0.0 : 0.78 * static_cast<double>(index) / static_cast<double>(count - 1);
  auto mix = [&](std::uint8_t c) { return static_cast<std::uint8_t>(std::lround(c + (255 - c) * share)); };
  return {mix(base.red), mix(base.green), mix(base.blue)};
}

// Draws downwards; `y` is where the next thing goes.
class CardWriter {
 public:
  CardWriter(const PanelContext& context, float left, float right, float y)
      : context_(context), list_(*ImGui::GetWindowDrawList()), left_(left), right_(right), y_(y) {}

  float bottom() const { return y_; }
  void skip(double units) { y_ += context_.px(units); }

  void title(Feature feature) {
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

  void paragraph(const std::string& text, Color color = theme::secondary) {
    y_ += draw_wrapped(list_, context_.fonts.small, {left_, y_}, right_ - left_, color, text);
  }

  void score(Score which, std::size_t site) {
    const auto& assessment = context_.assessment();
    const auto& score = assessment.score(which, site);
    const Color color = which == Score::need ? theme::need : theme::accent;
    const Color text_color = which == Score::need ? hex(0xB4470F) : theme::accent;
    draw_text(list_, context_.fonts.bold, {left_, y_}, theme::ink,
              context_.text(which == Score::need ? message("Need of the territory") : message("Attractiveness")));
    std::string value = value_text(context_.language(), score.score, 0, message("/ 100"));
    draw_text_right(list_, context_.fonts.bold, {right_, y_}, text_color, value);
    if (score.rank > 0) {
      const std::string rank = context_.text(
          message("{0} of {1}", ordinal(context_.language(), score.rank), assessment.ranking(which).size()));
      draw_text_right(list_, context_.fonts.small,
                      {right_ - text_width(context_.fonts.bold, value) - context_.px(10), y_ + context_.px(1)},
                      theme::secondary, rank);
    }
    skip(20);
    stacked_bar(which, site, color);
    skip(8);
    contributions(which, site);
    if (score.score.is_number() && score.weight_share < 0.9995) {
      skip(2);
      paragraph(context_.text(message("Rests on {0} % of the weights: the other values are missing.",
                                      DecimalArgument{100 * score.weight_share, 0})));
    }
  }

  // Of the interview, on this site.
  Actions note(std::size_t site) {
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

  // A label on the left, a value on the right.
  void fact(const Message& label, const std::string& value) {
    draw_text(list_, context_.fonts.text, {left_, y_}, theme::ink, context_.text(label));
    draw_text_right(list_, context_.fonts.text, {right_, y_}, theme::ink, value);
    skip(21);
  }

  void rule() {
    skip(6);
    list_.AddLine({left_, y_}, {right_, y_}, packed(theme::line), context_.px(1));
    skip(12);
  }

  void heading(const Message& text) {
    draw_text(list_, context_.fonts.bold, {left_, y_}, theme::ink, context_.text(text));
    skip(22);
  }

 private:
  std::string zone_text(Feature feature) const {
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

  void stacked_bar(Score which, std::size_t site, Color) {
    const auto& assessment = context_.assessment();
    const float height = context_.px(9);
    list_.AddRectFilled({left_, y_}, {right_, y_ + height}, packed(theme::track));
    const auto order = report::criteria_by_contribution(assessment, which, site);
    double at = 0.0;
    for (std::size_t index = 0; index < order.size(); ++index) {
      const double points = assessment.at(site, order[index]).contribution;
      const auto x0 = left_ + static_cast<float>(at / 100) * (right_ - left_);
      at += points;
      const auto x1 = left_ + static_cast<float>(at / 100) * (right_ - left_);
      if (points > 0) list_.AddRectFilled({x0, y_}, {x1, y_ + height}, packed(shade(which, index, order.size())));
    }
    y_ += height;
  }

  // In the order of the stacked bar, the largest first.
  void contributions(Score which, std::size_t site) {
    const auto& assessment = context_.assessment();
    const auto order = report::criteria_by_contribution(assessment, which, site);
    for (std::size_t index = 0; index < order.size(); ++index) {
      const std::size_t c = order[index];
      contribution(assessment.criteria[c], assessment.at(site, c), shade(which, index, order.size()), c);
    }
  }

  void contribution(const assessment::Criterion& criterion, const assessment::Contribution& part, Color color,
                    std::size_t id) {
    const float row = context_.px(20);
    ImGui::PushID(static_cast<int>(id));
    hot_area("criterion", {left_ - context_.px(6), y_ - context_.px(2)}, {right_ - left_ + context_.px(12), row});
    if (ImGui::IsItemHovered()) {
      list_.AddRectFilled({left_ - context_.px(6), y_ - context_.px(2)},
                          {right_ + context_.px(6), y_ + row - context_.px(2)}, packed(theme::hovered), context_.px(4));
      explain(criterion, part);
    }
    ImGui::PopID();
    const float size = context_.px(9);
    list_.AddRectFilled({left_, y_ + context_.px(4)}, {left_ + size, y_ + context_.px(4) + size}, packed(color),
                        context_.px(2));
    list_.AddRect({left_, y_ + context_.px(4)}, {left_ + size, y_ + context_.px(4) + size}, packed(theme::line),
                  context_.px(2));
    const Language& language = context_.language();
    const std::string points = part.value.is_number() ? "+" + language.number(part.contribution, 0) : std::string("–");
    draw_text_right(list_, context_.fonts.bold, {right_, y_}, part.value.is_number() ? theme::ink : theme::secondary,
                    points);
    const float points_left = right_ - context_.px(34);
    const float label_left = left_ + context_.px(17);
    const std::string label = language.text(criterion.label);
    const float room = points_left - context_.px(8) - label_left - text_width(context_.fonts.text, label);
    const std::string sign = criterion.estimate && part.value.is_number() ? "≈\u00A0" : "";
    std::string value = sign + value_text(language, part.value, criterion.decimals, criterion.unit);
    // A long unit gives way to the label; the tooltip has it.
    if (text_width(context_.fonts.small, value) > room) {
      value = sign + value_text(language, part.value, criterion.decimals, short_unit(criterion.unit));
    }
    const float value_width = text_width(context_.fonts.small, value);
    draw_text_right(list_, context_.fonts.small, {points_left, y_ + context_.px(1)}, theme::secondary, value);
    const float label_width = points_left - value_width - context_.px(8) - label_left;
    const float height = draw_wrapped(list_, context_.fonts.text, {label_left, y_}, label_width, theme::ink, label);
    y_ += std::max(row, height + context_.px(4));
  }

  static Message short_unit(const Message& unit) {
    return unit.pattern == "%" || unit.pattern == "min" ? unit : Message{};
  }

  void explain(const assessment::Criterion& criterion, const assessment::Contribution& part) const {
    const Language& language = context_.language();
    std::string text =
        language.text(criterion.label) + "\n" + value_text(language, part.value, criterion.decimals, criterion.unit);
    if (!part.detail.empty()) text += " · " + part.detail;
    text += "\n" + language.text(criterion.method) + "\n";
    text += language.text(message("{0} of {1} points at most", DecimalArgument{part.contribution, 1},
                                  DecimalArgument{most_points(criterion), 1}));
    if (!criterion.source.empty()) text += "\n" + language.text(message("Sources: {0}", criterion.source));
    tooltip(context_, text);
  }

  double most_points(const assessment::Criterion& criterion) const {
    double total = 0.0;
    for (const auto& other : context_.assessment().criteria) {
      if (other.score == criterion.score) total += other.weight;
    }
    return total > 0 ? 100 * criterion.weight / total : 0.0;
  }

  const PanelContext& context_;
  ImDrawList& list_;
  float left_;
  float right_;
  float y_;
};

std::string share_text(const Language& language, const Quantity& part, const Quantity& whole) {
  const bool known = part.is_number() && whole.is_number() && whole.value() > 0;
  const Quantity share = known ? Quantity(100 * part.value() / whole.value()) : Quantity();
  return value_text(language, share, 0, message("%"));
}

void write_commune_facts(const PanelContext& context, CardWriter& card, std::size_t commune) {
  const auto& communes = context.model.territory().communes;
  const Language& language = context.language();
  card.heading(message("The commune"));
  card.fact(message("Inhabitants"), language.number(communes.population[commune]));
  card.fact(message("Aged 65 and over"),
            share_text(language, communes.aged_65_plus[commune], communes.age_base_population[commune]));
  card.fact(message("General practitioners"), language.number(communes.gps[commune]));
  card.fact(message("of whom 60 and over"), language.number(communes.gps_60_plus[commune]));
  card.fact(message("Median income"),
            value_text(language, communes.median_income_eur[commune], 0, message("€ a year")));
  card.skip(2);
  card.paragraph(context.text(message("Sources: {0}", context.model.territory().provenance("communes"))));
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

Actions write_card(const PanelContext& context, CardWriter& card) {
  Actions actions;
  const Feature feature = context.state.selected;
  card.title(feature);
  card.paragraph(subtitle(context, feature));
  card.skip(10);
  const auto site = context.model.site_of(feature);
  if (site) {
    card.score(Score::need, *site);
    card.skip(12);
    card.score(Score::attractiveness, *site);
    const auto& criteria = context.assessment().criteria;
    if (std::any_of(criteria.begin(), criteria.end(), [](const auto& c) { return c.estimate; })) {
      card.skip(6);
      card.paragraph(context.text(
          message("≈: an estimate. Point at a line for its method and sources.")));
    }
    card.skip(10);
    append(actions, card.note(*site));
  } else if (feature.kind == Feature::Kind::pole) {
    card.paragraph(context.text(message("Sources: {0}", context.model.territory().provenance("health_poles"))));
  }
  const auto commune = context.model.commune_of(feature);
  if (!commune) return actions;
  card.rule();
  write_commune_facts(context, card, *commune);
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
  append(actions, write_card(context, card));
  ImGui::SetCursorScreenPos({left, start});
  ImGui::Dummy({1, card.bottom() - start + context.px(14)});
  ImGui::EndChild();
  ImGui::End();
  if (context.state.focus == Region::card) draw_focus_ring(context, where);
  return actions;
}

}  // namespace ancrage::viewer
