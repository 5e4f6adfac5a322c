// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/shared_places.hpp"

#include "ancrage/report/site_report.hpp"
#include "ancrage/report/text_table.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace ancrage::report {

namespace {

using assessment::GroupPlaces;
using assessment::SharedPlace;
using nlohmann::ordered_json;
using Align = TextTable::Align;

const std::string& member_id(const SharedPlacesReport& report, const GroupPlaces& group, std::size_t member) {
  return report.applicants[group.members[member]].id;
}

// From 1, among the sites that the member's limits leave in.
std::size_t rank_of(const GroupPlaces& group, std::size_t member, std::size_t site) {
  const auto& order = group.views[member].order;
  return static_cast<std::size_t>(std::find(order.begin(), order.end(), site) - order.begin()) + 1;
}

std::string joined(std::string list, std::string item) {
  return list.empty() ? std::move(item) : std::move(list) + ", " + std::move(item);
}

std::string ranks_text(const SharedPlacesReport& report, const GroupPlaces& group, const SharedPlace& place) {
  std::string result;
  for (std::size_t m = 0; m < group.members.size(); ++m) {
    result = joined(std::move(result), member_id(report, group, m) + " " +
                                           std::to_string(rank_of(group, m, place.practice[m])) + "/" +
                                           std::to_string(group.views[m].order.size()));
  }
  return result;
}

std::string practices_text(const SharedPlacesReport& report, const GroupPlaces& group, const SharedPlace& place,
                           const Language& language) {
  std::string result;
  for (std::size_t m = 0; m < group.members.size(); ++m) {
    if (place.practice[m] == place.site) continue;
    result = joined(std::move(result), language.text(message("{0}: {1} ({2} min)", member_id(report, group, m),
                                                             report.territory.sites.name[place.practice[m]],
                                                             DecimalArgument{place.minutes[m], 0})));
  }
  return result;
}

std::string places_table(const SharedPlacesReport& report, const GroupPlaces& group,
                         const std::vector<SharedPlace>& places, bool secondary, const Language& language) {
  std::vector<TextTable::Heading> headings{{"", Align::right},
                                           {language.text(secondary ? message("Pole") : message("Shared place"))},
                                           {language.text("Zone")},
                                           {language.text("Served worst (who)"), Align::right},
                                           {language.text("Mean"), Align::right},
                                           {language.text("Need"), Align::right},
                                           {language.text("Rank in each list")}};
  if (secondary) headings.push_back({language.text("Secondary practices")});
  TextTable table(std::move(headings));
  for (std::size_t k = 0; k < std::min(report.top, places.size()); ++k) {
    const SharedPlace& place = places[k];
    std::vector<std::string> row{
        std::to_string(k + 1),
        report.territory.sites.name[place.site],
        language.text(zone_label(commune_zone(report.territory, report.territory.sites.commune_code[place.site]))),
        language.number(place.least, 1) + " (" + member_id(report, group, place.least_member) + ")",
        language.number(place.mean, 1),
        language.number(report.need[place.site], 1),
        ranks_text(report, group, place)};
    if (secondary) row.push_back(practices_text(report, group, place, language));
    table.add_row(std::move(row));
  }
  return table.text();
}

std::string loss_text(const SharedPlacesReport& report, const GroupPlaces& group, const SharedPlace& place,
                      const Language& language) {
  if (!place.loss) return {};
  const assessment::Criterion& criterion = report.assessment.criteria[place.loss->criterion];
  return language.text(message("Best: {0}. What holds it back most for {1}: {2}, {3} (−{4} points).",
                               report.territory.sites.name[place.site], member_id(report, group, place.least_member),
                               language.text(criterion.label), value_text(criterion, place.loss->value, language),
                               DecimalArgument{place.loss->points, 1})) +
         "\n";
}

std::string group_text(const SharedPlacesReport& report, const GroupPlaces& group, const Language& language) {
  std::string who;
  std::string sites;
  for (std::size_t m = 0; m < group.members.size(); ++m) {
    who = joined(std::move(who), member_id(report, group, m));
    sites = joined(std::move(sites), member_id(report, group, m) + " " + std::to_string(group.views[m].order.size()));
  }
  std::string result =
      language.text(group.name.empty() ? message("Together: {0}", who) : message("Group “{1}”: {0}", who, group.name)) +
      "\n" +
      language.text(message("Sites that suit all: {0} of {1} with a place for each (alone: {2})", group.shared.size(),
                            group.open, sites)) +
      "\n\n";
  if (const auto fault = assessment::infeasibility(group, report.applicants)) {
    return result + language.text(*fault) + "\n";
  }
  if (!group.shared.empty()) {
    result += places_table(report, group, group.shared, false, language) + "\n" +
              loss_text(report, group, group.shared.front(), language);
    const SharedPlace& by_mean = group.shared[group.best_by_mean];
    result += group.best_by_mean == 0
                  ? language.text(message("It is the best by the mean of the scores too.")) + "\n"
                  : language.text(message("Best by the mean of the scores: {0} ({1}; served worst: {2} with {3}).",
                                          report.territory.sites.name[by_mean.site], DecimalArgument{by_mean.mean, 1},
                                          member_id(report, group, by_mean.least_member),
                                          DecimalArgument{by_mean.least, 1})) +
                        "\n";
  }
  const DecimalArgument within{report.secondary_minutes, 0};
  if (group.poles.empty()) {
    return result +
           language.text(message("No health pole suits half of the group with secondary practices for the "
                                 "others within {0} min.",
                                 within)) +
           "\n";
  }
  result += (group.shared.empty() ? "" : "\n") +
            language.text(message("A health pole for at least half of them, the others in a secondary practice within "
                                  "{0} min:",
                                  within)) +
            "\n\n" + places_table(report, group, group.poles, true, language) + "\n" +
            loss_text(report, group, group.poles.front(), language);
  return result;
}

ordered_json place_json(const SharedPlacesReport& report, const GroupPlaces& group, const SharedPlace& place) {
  ordered_json members = ordered_json::array();
  for (std::size_t m = 0; m < group.members.size(); ++m) {
    members.push_back({{"applicant", member_id(report, group, m)},
                       {"practice", report.territory.sites.id[place.practice[m]]},
                       {"minutes", place.minutes[m]},
                       {"score", group.views[m].score[place.practice[m]]},
                       {"rank", rank_of(group, m, place.practice[m])}});
  }
  ordered_json loss = nullptr;
  if (place.loss) {
    loss = {{"criterion", report.assessment.criteria[place.loss->criterion].id},
            {"value", place.loss->value.value()},
            {"points", place.loss->points}};
  }
  return {{"hospital", report.territory.sites.id[place.site]},
          {"hospital_name", report.territory.sites.name[place.site]},
          {"need_score", report.need[place.site]},
          {"least", place.least},
          {"least_member", member_id(report, group, place.least_member)},
          {"mean", place.mean},
          {"loss", std::move(loss)},
          {"members", std::move(members)}};
}

ordered_json places_json(const SharedPlacesReport& report, const GroupPlaces& group,
                         const std::vector<SharedPlace>& places) {
  ordered_json result = ordered_json::array();
  for (std::size_t k = 0; k < std::min(report.top, places.size()); ++k) {
    result.push_back(place_json(report, group, places[k]));
  }
  return result;
}

}  // namespace

std::string shared_places_text(const SharedPlacesReport& report, const Language& language) {
  std::string result;
  for (const GroupPlaces& group : report.groups) {
    result += (result.empty() ? "" : "\n") + group_text(report, group, language);
  }
  return result + "\n" + language.text(report.assessment.travel) + "\n";
}

ordered_json shared_places_json(const SharedPlacesReport& report, const Language& language) {
  ordered_json groups = ordered_json::array();
  for (const GroupPlaces& group : report.groups) {
    ordered_json members = ordered_json::array();
    for (std::size_t m = 0; m < group.members.size(); ++m) {
      members.push_back({{"applicant", member_id(report, group, m)}, {"sites", group.views[m].order.size()}});
    }
    ordered_json by_mean = nullptr;
    if (!group.shared.empty()) by_mean = place_json(report, group, group.shared[group.best_by_mean]);
    const auto fault = assessment::infeasibility(group, report.applicants);
    groups.push_back({{"group", group.name.empty() ? ordered_json(nullptr) : ordered_json(group.name)},
                      {"members", std::move(members)},
                      {"shared", places_json(report, group, group.shared)},
                      {"best_by_mean", std::move(by_mean)},
                      {"poles", places_json(report, group, group.poles)},
                      {"infeasible", fault ? ordered_json(language.text(*fault)) : ordered_json(nullptr)}});
  }
  return {{"travel_times", language.text(report.assessment.travel)}, {"groups", std::move(groups)}};
}

}  // namespace ancrage::report
