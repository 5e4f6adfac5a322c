// SPDX-License-Identifier: Apache-2.0
#include "viewer/site_card.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/report/place_words.hpp"
#include "ancrage/report/site_aids.hpp"
#include "ancrage/report/site_description.hpp"
#include "viewer/model.hpp"
#include "viewer/state.hpp"

#include <array>
#include <utility>

namespace ancrage::viewer {
namespace {

using territory::AidStatus;

AidLine aid_line(const territory::Aid& aid, const territory::AidAtSite& at, const Language& language) {
  const std::string status = at.status == AidStatus::unknown ? language.text("to be checked: zone not known")
                                                             : language.text(report::aid_status_label(at.status));
  AidLine line;
  line.title = territory::in_language(aid.title, language.tag());
  line.benefit = report::aid_benefit(aid, language);
  line.state = language.text(message("{0} ({1}). {2}", report::capitalised(status), report::aid_zone_label(at.zone),
                                     report::aid_validity(aid, language)));
  line.conditions = territory::in_language(aid.conditions, language.tag());
  line.conditions += (line.conditions.empty() ? "" : " · ") + aid.source;
  line.open = at.status == AidStatus::applies || at.status == AidStatus::unknown;
  return line;
}

void add_aids(SiteCard& card, const Model& model) {
  const territory::Territory& territory = model.territory();
  const Date date = today();
  card.date = date_text(date, model.language());
  try {
    const auto aids = territory::read_aids(territory::aids_file(territory.path));
    for (const auto& at : report::aids_by_status(territory, aids, card.site, date)) {
      card.aids.push_back(aid_line(aids[at.aid], at, model.language()));
    }
  } catch (const Error& fault) {
    card.aids_fault = model.language().text(fault);
  }
}

}  // namespace

std::optional<std::size_t> carded_site(const State& state, const Model& model) {
  if (state.view != View::map || !state.selected) return std::nullopt;
  return model.site_of(state.selected);
}

SiteCard site_card(const Model& model, std::size_t site) {
  const territory::Territory& territory = model.territory();
  SiteCard card;
  card.site = site;
  card.facts = std::move(report::site_facts(territory, model.travel(), model.access(), std::array{site}).front());
  if (const auto sector = territory::priority_sector_at(territory, territory.sites.position[site])) {
    card.sector = territory.priority_sectors.name[*sector];
  }
  add_aids(card, model);
  return card;
}

const std::vector<std::string>& ScoreWords::of(const Model& model, const Results& results, std::size_t site) const {
  const std::pair key{results.version(), site};
  if (key_ == key) return sentences_;
  key_ = key;
  sentences_ = report::score_sentences(results.assessment(), site, model.language());
  return sentences_;
}

}  // namespace ancrage::viewer
