// SPDX-License-Identifier: Apache-2.0
// Around the place: people by age and practitioners within some minutes, the nearest facilities and towns, the commune
// itself; and what the place shares with another one.
#include "viewer/panels/card_parts.hpp"
#include "viewer/panels/controls.hpp"
#include "viewer/panels/widgets.hpp"

#include <algorithm>
#include <array>

namespace ancrage::viewer {
namespace {

using report::NearestPlace;
using report::Reach;

constexpr std::size_t most_shared_names = 6;

std::string share_text(const Language& language, const Quantity& part, const Quantity& whole) {
  const bool known = part.is_number() && whole.is_number() && whole.value() > 0;
  const Quantity share = known ? Quantity(100 * part.value() / whole.value()) : Quantity();
  return value_text(language, share, 0, message("%"));
}

class ReachTable {
 public:
  explicit ReachTable(CardWriter& card) : card_(card), context_(card.context()) {}

  void write(const report::SiteFacts& facts) {
    card_.heading(message("Who lives and practises around"));
    heading(facts);
    row(
        context_.text(message("Inhabitants")), facts, [](const Reach& r) { return r.people; }, 0, true);
    for (std::size_t g = 0; g < report::age_group_starts.size(); ++g) {
      row(
          context_.text(report::age_group_label(g)), facts, [g](const Reach& r) { return r.by_age[g]; }, 0, false);
    }
    if (facts.reach.back().age_unknown >= 0.5) {
      row(
          context_.text(message("age not published")), facts, [](const Reach& r) { return r.age_unknown; }, 0, false);
    }
    row(
        context_.text(message("General practitioners")), facts, [](const Reach& r) { return r.gps; }, 1, true);
    row(
        context_.text(message("of whom 60 and over")), facts, [](const Reach& r) { return r.gps_60_plus; }, 1, false);
  }

 private:
  float column(std::size_t reach) const {
    const float each = std::min(context_.px(58), 0.2F * (card_.right() - card_.left()));
    return card_.right() - each * static_cast<float>(report::reach_minutes.size() - 1 - reach);
  }

  void heading(const report::SiteFacts& facts) {
    const ImFont* small = context_.fonts.small;
    draw_text(card_.list(), small, {card_.left(), card_.y()}, theme::secondary, context_.text(message("by car, in")));
    for (std::size_t r = 0; r < facts.reach.size(); ++r) {
      draw_text_right(card_.list(), small, {column(r), card_.y()}, theme::secondary,
                      context_.text(message("{0} min", DecimalArgument{facts.reach[r].minutes, 0})));
    }
    card_.skip(18);
  }

  template <class Value>
  void row(const std::string& label, const report::SiteFacts& facts, Value value, int decimals, bool strong) {
    const ImFont* font = strong ? context_.fonts.bold : context_.fonts.text;
    const float room = column(0) - context_.px(50) - card_.left();
    const FittedText shown = fitted_text(context_, font, label, room, 2);
    const float more = std::max(0.0F, shown.height() - font->FontSize);
    card_.skip_pixels(more / 2);
    draw_fitted(card_.list(), font, {card_.left(), card_.y()}, strong ? theme::ink : theme::secondary, shown);
    for (std::size_t r = 0; r < facts.reach.size(); ++r) {
      draw_text_right(card_.list(), font, {column(r), card_.y()}, theme::ink,
                      context_.language().number(value(facts.reach[r]), decimals));
    }
    card_.skip_pixels(context_.px(19) + more / 2);
  }

  CardWriter& card_;
  const PanelContext& context_;
};

// "Pharmacie  Pharmacie du Pont      ≈ 4 min"; a name that finds no room beside stands under it.
void write_nearest(CardWriter& card, const NearestPlace& place) {
  const PanelContext& context = card.context();
  const std::string minutes = place.minutes.is_number()
                                  ? "≈\u00A0" + value_text(context.language(), place.minutes, 0, message("min"))
                                  : context.text(message("> 120 min"));
  const std::string label = context.text(place.label);
  const ImFont* small = context.fonts.small;
  draw_text_right(card.list(), context.fonts.bold, {card.right(), card.y()}, theme::ink, minutes);
  draw_text(card.list(), context.fonts.text, {card.left(), card.y()}, theme::ink, label);
  const float x = card.left() + text_width(context.fonts.text, label) + context.px(8);
  const float room = card.right() - text_width(context.fonts.bold, minutes) - context.px(10) - x;
  if (text_width(small, place.name) <= room) {
    draw_text(card.list(), small, {x, card.y() + context.px(1.5)}, theme::secondary, place.name);
    card.skip(20);
    return;
  }
  card.skip(17);
  card.paragraph(place.name);
  card.skip(3);
}

}  // namespace

void write_surroundings(CardWriter& card, std::size_t site) {
  const PanelContext& context = card.context();
  const auto& known = context.state.card;
  card.rule();
  if (!known || known->site != site) {
    card.heading(message("Who lives and practises around"));
    card.paragraph(context.text(message("Computing…")));
    return;
  }
  ReachTable(card).write(known->facts);
  card.skip(8);
  card.heading(message("Nearest, by car"));
  for (const NearestPlace& place : known->facts.nearest) write_nearest(card, place);
  card.skip(2);
  card.paragraph(context.text(context.assessment().travel));
  if (!counted_changes(context.state.interview).empty()) {
    card.paragraph(context.text(message("These figures are of the territory as it is, without the scenario.")));
  }
}

void write_shared_places(CardWriter& card) {
  const PanelContext& context = card.context();
  const SharedReach* shared = shown_shared_reach(context.state, context.model);
  if (shared == nullptr) return;
  card.paragraph(context.text(message("For two, with {0}:", context.model.name_of(context.state.second))),
                 theme::second);
  const auto& names = context.model.territory().sites.name;
  for (std::size_t bound = 0; bound < isochrone_minutes.size(); ++bound) {
    const auto& sites = shared->within[bound].sites;
    const DecimalArgument minutes{isochrone_minutes[bound], 0};
    if (sites.empty()) {
      card.paragraph(context.text(message("Within {0} min of both: no place", minutes)));
      continue;
    }
    std::string list;
    for (std::size_t i = 0; i < std::min(sites.size(), most_shared_names); ++i) {
      list += (i == 0 ? "" : ", ") + names[sites[i]];
    }
    if (sites.size() > most_shared_names) list += "…";
    card.paragraph(context.text(message("Within {0} min of both: {1} places ({2})", minutes, sites.size(), list)),
                   theme::ink);
  }
  card.skip(10);
}

Actions write_couple_choice(CardWriter& card) {
  const PanelContext& context = card.context();
  const State& state = context.state;
  if (context.model.territory().roads.size() == 0) return {};
  const bool other = state.second && state.second != state.selected;
  const std::string words =
      other          ? context.text(message("For two, with {0}: leave it", context.model.name_of(state.second)))
      : state.second ? context.text(message("For two: now choose the other place (or leave it)"))
                     : context.text(message("For two: keep this place, choose another"));
  const FittedText shown = fitted_text(context, context.fonts.text, words, card.right() - card.left());
  const bool pressed = text_button(context, Region::keyed, "for two", {card.left(), card.y()}, shown);
  card.skip(24);
  return pressed ? Actions{ToggleSecond{other ? state.second : state.selected}} : Actions{};
}

void write_commune(CardWriter& card, std::size_t commune) {
  const PanelContext& context = card.context();
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

}  // namespace ancrage::viewer
