// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/territory_matching.hpp"

#include "ancrage/report/diagnostics.hpp"
#include "ancrage/report/json_values.hpp"
#include "ancrage/report/matching.hpp"
#include "ancrage/report/site_report.hpp"
#include "ancrage/report/text_table.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ancrage::report {

namespace {

using assessment::MatchingOutcome;
using assessment::Outcome;
using matching::Intake;
using matching::none;
using matching::Reason;
using nlohmann::ordered_json;
using Align = TextTable::Align;

constexpr std::size_t shown_refusals = 4;

const MatchingOutcome& shown_outcome(const TerritoryMatchingReport& report) {
  return *report.result.outcome(report.shown);
}

std::uint32_t hospital_of(const TerritoryMatchingReport& report, const MatchingOutcome& outcome, std::size_t a) {
  return matching::hospital_of(report.result.instance, outcome.matching, a);
}

const std::string& site_name(const TerritoryMatchingReport& report, std::uint32_t hospital) {
  return report.territory.sites.name[report.result.sites[hospital]];
}
const std::string& site_id(const TerritoryMatchingReport& report, std::uint32_t hospital) {
  return report.territory.sites.id[report.result.sites[hospital]];
}

// Whether it is the couple, not the place, that keeps a member from there.
bool held_by_partner(const TerritoryMatchingReport& report, const MatchingOutcome& outcome, std::size_t applicant) {
  if (!report.applicants[applicant].partner) return false;
  return std::none_of(outcome.blocking_couples.begin(), outcome.blocking_couples.end(), [&](const auto& blocking) {
    const matching::Couple& couple = report.result.couples[blocking.couple];
    return couple.first == applicant || couple.second == applicant;
  });
}

std::string_view refusal_key(const TerritoryMatchingReport& report, const MatchingOutcome& outcome,
                             std::size_t applicant, Reason reason) {
  if (reason == Reason::blocking && held_by_partner(report, outcome, applicant)) return "partner";
  return reason_key(reason);
}

std::vector<std::string> applicant_ids(const TerritoryMatchingReport& report, std::span<const std::uint32_t> wanted) {
  std::vector<std::string> ids;
  for (const std::uint32_t a : wanted) ids.push_back(report.applicants[a].id);
  return ids;
}

Message why_not(const TerritoryMatchingReport& report, const MatchingOutcome& outcome, std::size_t applicant,
                const matching::Refusal& refusal) {
  switch (refusal.reason) {
    case Reason::full:
      return message("full, preferred: {0}", joined_names(applicant_ids(report, refusal.preferred)));
    case Reason::no_places:
      return message("has no place");
    case Reason::not_acceptable:
      return message("does not take this applicant");
    case Reason::blocking:
      break;
  }
  if (!held_by_partner(report, outcome, applicant)) return message("would take this applicant (blocking)");
  return message("no free place near it for {0} that the couple likes better",
                 report.applicants[*report.applicants[applicant].partner].id);
}

std::string rank_text(const TerritoryMatchingReport& report, const MatchingOutcome& outcome, std::size_t applicant) {
  if (outcome.matching[applicant] == none) return "–";
  return std::to_string(outcome.matching[applicant] + 1) + "/" +
         std::to_string(report.result.instance.choices(applicant).size());
}

std::string profile_name(const TerritoryMatchingReport& report, std::size_t applicant) {
  const std::string& name = report.applicants[applicant].profile.name;
  return name.empty() ? "–" : name;
}

std::string applicants_table(const TerritoryMatchingReport& report, const Language& language) {
  const MatchingOutcome& outcome = shown_outcome(report);
  const Outcome other = report.shown == Outcome::most_served ? Outcome::stable_for_applicants : Outcome::most_served;
  const MatchingOutcome& beside = *report.result.outcome(other);
  TextTable table(
      {{language.text("Applicant")},
       {language.text("Profile")},
       {language.text("Place")},
       {language.text("Zone")},
       {language.text("Rank"), Align::right},
       {language.text("Attractiveness"), Align::right},
       {language.text("Need"), Align::right},
       {language.text(other == Outcome::most_served ? message("Most served (rank)") : message("Stable (rank)"))}});
  for (std::size_t a = 0; a < report.applicants.size(); ++a) {
    const std::uint32_t hospital = hospital_of(report, outcome, a);
    const std::uint32_t other_hospital = hospital_of(report, beside, a);
    std::vector<std::string> row{report.applicants[a].id, profile_name(report, a)};
    if (hospital == none) {
      row.insert(row.end(), {"–", "", "–", "", ""});
    } else {
      const std::size_t site = report.result.sites[hospital];
      const std::string& commune = report.territory.sites.commune_code[site];
      row.insert(row.end(),
                 {site_name(report, hospital), language.text(zone_label(commune_zone(report.territory, commune))),
                  rank_text(report, outcome, a), language.number(report.result.views[a].score[site], 1),
                  language.number(report.result.need[site], 1)});
    }
    row.push_back(
        other_hospital == none ? "–" : site_name(report, other_hospital) + " (" + rank_text(report, beside, a) + ")");
    table.add_row(std::move(row));
  }
  return table.text();
}

std::string refusals_table(const TerritoryMatchingReport& report, const Language& language) {
  const MatchingOutcome& outcome = shown_outcome(report);
  const Intake intake(report.result.instance, outcome.matching);
  TextTable table({{language.text("Applicant")},
                   {language.text("Rank"), Align::right},
                   {language.text("Liked better")},
                   {language.text("Why not")}});
  bool any = false;
  for (std::size_t a = 0; a < report.applicants.size(); ++a) {
    const auto refusals = matching::refusals(report.result.instance, outcome.matching, intake, a);
    for (std::size_t k = 0; k < refusals.size(); ++k) {
      any = true;
      const std::string who = k == 0 ? report.applicants[a].id : std::string();
      if (k == shown_refusals && refusals.size() > shown_refusals + 1) {
        table.add_row({who, "", "…", language.text(message("{0} more", refusals.size() - shown_refusals))});
        break;
      }
      table.add_row({who, std::to_string(k + 1), site_name(report, refusals[k].hospital),
                     language.text(why_not(report, outcome, a, refusals[k]))});
    }
  }
  return any ? table.text() + "\n" : std::string();
}

std::string outcomes_table(const TerritoryMatchingReport& report, const Language& language) {
  TextTable table({{language.text("Way of matching")},
                   {language.text("Placed"), Align::right},
                   {language.text("First choices"), Align::right},
                   {language.text("Mean rank"), Align::right},
                   {language.text("Mean need"), Align::right},
                   {language.text("Consultations under 2.5"), Align::right},
                   {language.text("People lifted over 2.5"), Align::right},
                   {language.text("Blocking"), Align::right}});
  for (std::size_t which = 0; which < report.result.outcomes.size(); ++which) {
    const auto& outcome = report.result.outcomes[which];
    if (!outcome) continue;
    const bool any = outcome->placed > 0;
    table.add_row({language.text(outcome_label(static_cast<Outcome>(which))), std::to_string(outcome->placed),
                   std::to_string(outcome->first_choices),
                   language.number(any ? Quantity(outcome->mean_rank) : Quantity::missing(), 1),
                   language.number(any ? Quantity(outcome->mean_need) : Quantity::missing(), 1),
                   language.number(outcome->consultations_under), language.number(outcome->people_lifted),
                   std::to_string(outcome->blocking())});
  }
  return table.text();
}

Message rule_of_places(const TerritoryMatchingReport& report) {
  return report.choices.order == assessment::PlaceOrder::suitability
             ? message(
                   "A place that several want goes by its own list where it has one, then by priority, then to whom "
                   "it suits best (attractiveness score of their profile there); of equals couples first, then by id.")
             : message(
                   "A place that several want goes by its own list where it has one, then by priority, then in the "
                   "order of arrival (rows of the table).");
}

std::string price_text(const TerritoryMatchingReport& report, const Language& language) {
  const MatchingOutcome& stable = *report.result.outcome(Outcome::stable_for_applicants);
  const MatchingOutcome& served = *report.result.outcome(Outcome::most_served);
  const auto price = assessment::price_of_stability(stable, served);
  std::string result = language.text(
      message("Price of stability: {0} consultations a year less for people who have under 2.5 today; {1} of them "
              "lifted over 2.5 instead of {2}.",
              DecimalArgument{price.consultations, 0}, DecimalArgument{stable.people_lifted, 0},
              DecimalArgument{served.people_lifted, 0}));
  const auto& for_places = report.result.outcome(Outcome::stable_for_places);
  if (for_places && for_places->matching == stable.matching) {
    result += " " + language.text(message("The stable matchings best for applicants and best for places are the same: "
                                          "there is no other."));
  } else if (!for_places) {
    result += " " + language.text(message("With couples, the stable matching is a best effort from the applicants’ "
                                          "side."));
  }
  return result + "\n";
}

ordered_json refusals_json(const TerritoryMatchingReport& report, const Intake& intake, std::size_t applicant) {
  const MatchingOutcome& outcome = shown_outcome(report);
  ordered_json refused = ordered_json::array();
  for (const auto& refusal : matching::refusals(report.result.instance, outcome.matching, intake, applicant)) {
    refused.push_back({{"hospital", site_id(report, refusal.hospital)},
                       {"reason", refusal_key(report, outcome, applicant, refusal.reason)},
                       {"preferred", applicant_ids(report, refusal.preferred)}});
  }
  return refused;
}

ordered_json outcomes_json(const TerritoryMatchingReport& report) {
  ordered_json result = ordered_json::array();
  for (std::size_t which = 0; which < report.result.outcomes.size(); ++which) {
    const auto& outcome = report.result.outcomes[which];
    if (!outcome) continue;
    const bool any = outcome->placed > 0;
    result.push_back({{"method", assessment::outcome_keys[which]},
                      {"placed", outcome->placed},
                      {"first_choices", outcome->first_choices},
                      {"mean_rank", any ? ordered_json(outcome->mean_rank) : ordered_json(nullptr)},
                      {"mean_need", any ? ordered_json(outcome->mean_need) : ordered_json(nullptr)},
                      {"consultations_under_2_5", outcome->consultations_under},
                      {"people_lifted", outcome->people_lifted},
                      {"blocking", outcome->blocking()},
                      {"proven", outcome->proven}});
  }
  return result;
}

}  // namespace

Message outcome_label(Outcome outcome) {
  switch (outcome) {
    case Outcome::stable_for_applicants:
      return message("Stable, best for applicants");
    case Outcome::stable_for_places:
      return message("Stable, best for places");
    case Outcome::most_served:
      return message("Assignment, most served");
    case Outcome::least_ranks:
      break;
  }
  return message("Assignment, least sum of ranks");
}

std::string territory_matching_text(const TerritoryMatchingReport& report, const Language& language) {
  std::uint64_t places = 0;
  for (std::size_t h = 0; h < report.result.instance.hospitals(); ++h) places += report.result.instance.capacity(h);
  std::string result = language.text(message("{0}: {1} applicants, {2} places in {3} sites", report.territory.name,
                                             report.applicants.size(), places, report.result.sites.size())) +
                       "\n" + language.text(outcome_label(report.shown)) + ". " +
                       language.text(rule_of_places(report)) + "\n\n";
  result += applicants_table(report, language) + "\n" + refusals_table(report, language) +
            outcomes_table(report, language) + "\n" + price_text(report, language);
  for (const Diagnostic& diagnostic : report.result.diagnostics) result += diagnostic_line(diagnostic, language) + "\n";
  return result + "\n" + language.text(report.travel) + "\n";
}

io::FeatureTable territory_matching_features(const TerritoryMatchingReport& report) {
  const MatchingOutcome& outcome = shown_outcome(report);
  const std::size_t size = report.applicants.size();
  std::vector<std::string> ids(size), hospital(size), better(size), name(size);
  std::vector<Quantity> rank(size), list_size(size), score(size), need(size);
  for (std::size_t a = 0; a < size; ++a) {
    ids[a] = report.applicants[a].id;
    const auto choices = report.result.instance.choices(a);
    list_size[a] = Quantity(static_cast<double>(choices.size()));
    for (const std::uint32_t h : choices.first(std::min<std::size_t>(outcome.matching[a], choices.size()))) {
      better[a] += (better[a].empty() ? "" : ">") + site_id(report, h);
    }
    const std::uint32_t taken = hospital_of(report, outcome, a);
    if (taken == none) continue;
    const std::size_t site = report.result.sites[taken];
    hospital[a] = site_id(report, taken);
    name[a] = site_name(report, taken);
    rank[a] = Quantity(outcome.matching[a] + 1.0);
    score[a] = Quantity(report.result.views[a].score[site]);
    need[a] = Quantity(report.result.need[site]);
  }
  io::FeatureTable table;
  table.name = "matching";
  table.resize(size);
  table.add_text("resident", std::move(ids));
  table.add_text("hospital", std::move(hospital));
  table.add_integers("rank", rank);
  table.add_text("better", std::move(better));
  table.add_text("hospital_name", std::move(name));
  table.add_integers("list_size", list_size);
  table.add_reals("score", score);
  table.add_reals("need_score", need);
  return table;
}

ordered_json territory_matching_json(const TerritoryMatchingReport& report, const Language& language) {
  const MatchingOutcome& outcome = shown_outcome(report);
  const Intake intake(report.result.instance, outcome.matching);
  ordered_json rows = ordered_json::array();
  for (std::size_t a = 0; a < report.applicants.size(); ++a) {
    const std::uint32_t hospital = hospital_of(report, outcome, a);
    ordered_json row{{"resident", report.applicants[a].id},
                     {"hospital", nullptr},
                     {"rank", nullptr},
                     {"refusals", refusals_json(report, intake, a)},
                     {"profile", text_or_null(report.applicants[a].profile.name)},
                     {"partner", nullptr},
                     {"hospital_name", nullptr},
                     {"list_size", report.result.instance.choices(a).size()},
                     {"score", nullptr},
                     {"need_score", nullptr}};
    if (report.applicants[a].partner) row["partner"] = report.applicants[*report.applicants[a].partner].id;
    if (hospital != none) {
      const std::size_t site = report.result.sites[hospital];
      row["hospital"] = site_id(report, hospital);
      row["rank"] = outcome.matching[a] + 1;
      row["hospital_name"] = site_name(report, hospital);
      row["score"] = report.result.views[a].score[site];
      row["need_score"] = report.result.need[site];
    }
    rows.push_back(std::move(row));
  }
  const auto price = assessment::price_of_stability(*report.result.outcome(Outcome::stable_for_applicants),
                                                    *report.result.outcome(Outcome::most_served));
  const bool suitability = report.choices.order == assessment::PlaceOrder::suitability;
  return {{"matching", std::move(rows)},
          {"method", assessment::outcome_keys[static_cast<std::size_t>(report.shown)]},
          {"place_order", suitability ? "suitability" : "arrival"},
          {"couple_minutes", report.choices.couple_minutes},
          {"travel_times", language.text(report.travel)},
          {"outcomes", outcomes_json(report)},
          {"price_of_stability", {{"consultations", price.consultations}, {"people_lifted", price.people_lifted}}},
          {"diagnostics", diagnostics_json(report.result.diagnostics, language)}};
}

}  // namespace ancrage::report
