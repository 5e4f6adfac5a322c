// SPDX-License-Identifier: Apache-2.0
// Aids at the place today: what applies, what is to be checked, and what does not apply yet or any more, told as such.
#include "viewer/panels/card_parts.hpp"
#include "viewer/panels/widgets.hpp"

namespace ancrage::viewer {
namespace {

// A full disc for what is open, a ring for what is not: a sign beside the words.
void write_aid(CardWriter& card, const AidLine& aid) {
  const PanelContext& context = card.context();
  const float x = card.left() + context.px(16);
  const float room = card.right() - x;
  const ImVec2 middle{card.left() + context.px(5), card.y() + context.px(8)};
  if (aid.open) {
    card.list().AddCircleFilled(middle, context.px(4), packed(theme::accent));
  } else {
    card.list().AddCircle(middle, context.px(4), packed(theme::secondary), 0, context.px(1.4));
  }
  const auto line = [&](const ImFont* font, Color color, const std::string& text) {
    if (text.empty()) return;
    card.skip_pixels(draw_wrapped(card.list(), font, {x, card.y()}, room, color, text));
  };
  line(context.fonts.text, aid.open ? theme::ink : theme::secondary, aid.title);
  if (!aid.benefit.empty())
    line(aid.open ? context.fonts.bold : context.fonts.text, aid.open ? theme::ink : theme::secondary, aid.benefit);
  line(context.fonts.small, aid.open ? theme::accent : theme::secondary, aid.state);
  line(context.fonts.small, theme::secondary, aid.conditions);
  card.skip(8);
}

}  // namespace

void write_aids(CardWriter& card, std::size_t site) {
  const PanelContext& context = card.context();
  const auto& known = context.state.card;
  if (!known || known->site != site) return;
  card.rule();
  card.heading(message("Zone and aids"), context.text(message("on {0}", known->date)));
  if (!known->sector.empty()) {
    card.paragraph(context.text(message("In the priority sector {0}.", known->sector)), theme::ink);
    card.skip(4);
  }
  if (!known->aids_fault.empty()) {
    card.paragraph(known->aids_fault);
    return;
  }
  if (known->aids.empty()) card.paragraph(context.text(message("No aid counts at this place.")));
  for (const AidLine& aid : known->aids) write_aid(card, aid);
  card.paragraph(context.text(message("Aids to be confirmed by the CPAM / the ARS.")), theme::ink);
}

}  // namespace ancrage::viewer
