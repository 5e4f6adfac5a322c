// SPDX-License-Identifier: Apache-2.0
#include "ancrage/assessment/shared_places.hpp"

#include "ancrage/base/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace ancrage::assessment {

namespace {

using territory::Territory;

bool is_pole(const Territory& territory, std::size_t site) {
  const std::string& kind = territory.sites.kind[site];
  return kind == "health_pole" || kind == "health_centre";
}

void weigh(const std::vector<ApplicantView>& views, SharedPlace& place) {
  double sum = 0.0;
  for (std::size_t m = 0; m < views.size(); ++m) {
    const double score = views[m].score[place.practice[m]];
    if (m == 0 || score < place.least) {
      place.least = score;
      place.least_member = m;
    }
    sum += score;
  }
  place.mean = sum / static_cast<double>(views.size());
}

void sort_places(const Territory& territory, std::vector<SharedPlace>& places) {
  const auto& id = territory.sites.id;
  std::sort(places.begin(), places.end(), [&](const SharedPlace& a, const SharedPlace& b) {
    return std::tuple<double, double, std::string_view>(-a.least, -a.mean, id[a.site]) <
           std::tuple<double, double, std::string_view>(-b.least, -b.mean, id[b.site]);
  });
}

bool suits_all_but(const GroupPlaces& group, std::size_t site, std::size_t left_out) {
  for (std::size_t m = 0; m < group.views.size(); ++m) {
    if (m != left_out && !group.views[m].is_in(site)) return false;
  }
  return true;
}

void find_shared(const Territory& territory, const PlaceOffers& offers, GroupPlaces& group) {
  const std::size_t size = group.members.size();
  group.without.assign(size, 0);
  for (std::size_t site = 0; site < territory.sites.size(); ++site) {
    if (offers.capacity[site] < size) continue;
    ++group.open;
    for (std::size_t m = 0; m < size; ++m) group.without[m] += suits_all_but(group, site, m) ? 1u : 0u;
    if (!suits_all_but(group, site, size)) continue;
    SharedPlace place{site, std::vector<std::size_t>(size, site), std::vector<double>(size, 0.0)};
    weigh(group.views, place);
    group.shared.push_back(std::move(place));
  }
  sort_places(territory, group.shared);
  for (std::size_t k = 1; k < group.shared.size(); ++k) {
    if (group.shared[k].mean > group.shared[group.best_by_mean].mean) group.best_by_mean = k;
  }
}

// Sites within reach of each pole, with minutes.
struct Neighbours {
  std::vector<std::size_t> poles;
  travel::TravelTimes times;
};

Neighbours neighbours_of_poles(const Territory& territory, const travel::TerritoryTimes& travel, double most_minutes,
                               const Progress& progress) {
  const auto& sites = territory.sites;
  Neighbours result;
  std::vector<geometry::Point> position;
  std::vector<std::string> id;
  std::vector<std::string> commune;
  for (std::size_t site = 0; site < sites.size(); ++site) {
    if (!is_pole(territory, site)) continue;
    result.poles.push_back(site);
    position.push_back(sites.position[site]);
    id.push_back(sites.id[site]);
    commune.push_back(sites.commune_code[site]);
  }
  result.times =
      travel.between({position, id, commune}, {sites.position, sites.id, sites.commune_code}, most_minutes, progress);
  return result;
}

// Where a member practises who cannot at the pole: the site near it that it likes best, with places left.
struct Secondary {
  std::size_t site;
  double minutes;
};
std::optional<Secondary> secondary_practice(const Territory& territory, const Neighbours& near, std::size_t row,
                                            const ApplicantView& view, std::span<const std::uint32_t> left) {
  std::optional<Secondary> best;
  const auto columns = near.times.columns_of(row);
  for (std::size_t k = 0; k < columns.size(); ++k) {
    const std::size_t site = columns[k];
    if (left[site] == 0 || !view.is_in(site)) continue;
    const bool better =
        !best || view.score[site] > view.score[best->site] ||
        (view.score[site] == view.score[best->site] && territory.sites.id[site] < territory.sites.id[best->site]);
    if (better) best = Secondary{site, near.times.minutes_of(row)[k]};
  }
  return best;
}

std::optional<SharedPlace> pole_place(const Territory& territory, const Neighbours& near, std::size_t row,
                                      const PlaceOffers& offers, const GroupPlaces& group) {
  const std::size_t pole = near.poles[row];
  const std::size_t size = group.members.size();
  std::vector<std::uint32_t> left = offers.capacity;
  SharedPlace place{pole, std::vector<std::size_t>(size, pole), std::vector<double>(size, 0.0)};
  std::vector<std::size_t> elsewhere;
  for (std::size_t m = 0; m < size; ++m) {
    if (group.views[m].is_in(pole) && left[pole] > 0) {
      --left[pole];
    } else {
      elsewhere.push_back(m);
    }
  }
  if (elsewhere.empty() || 2 * elsewhere.size() > size) return std::nullopt;
  left[pole] = 0;
  for (const std::size_t m : elsewhere) {
    const auto found = secondary_practice(territory, near, row, group.views[m], left);
    if (!found) return std::nullopt;
    place.practice[m] = found->site;
    place.minutes[m] = found->minutes;
    --left[found->site];
  }
  weigh(group.views, place);
  return place;
}

void explain_first(const Territory& territory, Assessment& assessment, SiteMeasures& measures,
                   std::span<const Applicant> applicants, const GroupPlaces& group, std::vector<SharedPlace>& places) {
  if (places.empty()) return;
  SharedPlace& first = places.front();
  apply(assessment, territory, applicants[group.members[first.least_member]].profile, measures);
  first.loss = greatest_loss(assessment, Score::attractiveness, first.practice[first.least_member]);
}

}  // namespace

bool SharedPlace::all_at_site() const {
  return std::all_of(practice.begin(), practice.end(), [&](std::size_t other) { return other == site; });
}

std::vector<std::vector<std::size_t>> groups_of(std::span<const Applicant> applicants) {
  std::map<std::string, std::vector<std::size_t>> by_word;
  for (std::size_t a = 0; a < applicants.size(); ++a) by_word[applicants[a].group].push_back(a);
  if (by_word.size() > 1) by_word.erase("");
  std::vector<std::vector<std::size_t>> groups;
  for (auto& [word, members] : by_word) {
    if (members.size() < least_group || members.size() > most_group) {
      throw Error(ErrorCode::wrong_input,
                  message("A group has {0} applicants, not {1} to {2}", members.size(), least_group, most_group),
                  word.empty() ? "--together" : fmt::format("group, {}", word),
                  message("give two to five applicants the same word in the column “group”"));
    }
    groups.push_back(std::move(members));
  }
  return groups;
}

GroupPlaces shared_places(const Territory& territory, const travel::TerritoryTimes& travel, Assessment& assessment,
                          SiteMeasures& measures, std::span<const Applicant> applicants,
                          std::vector<std::size_t> members, const PlaceOffers& offers,
                          const SharedPlaceOptions& options, const Progress& progress) {
  GroupPlaces group;
  group.members = std::move(members);
  group.name = applicants[group.members.front()].group;
  std::vector<Applicant> of_group;
  for (const std::size_t a : group.members) of_group.push_back(applicants[a]);
  Diagnostics remarks;
  group.views = applicant_views(territory, assessment, measures, of_group, remarks);
  find_shared(territory, offers, group);
  const Neighbours near = neighbours_of_poles(territory, travel, options.secondary_minutes, progress);
  for (std::size_t row = 0; row < near.poles.size(); ++row) {
    if (auto place = pole_place(territory, near, row, offers, group)) group.poles.push_back(std::move(*place));
  }
  sort_places(territory, group.poles);
  explain_first(territory, assessment, measures, applicants, group, group.shared);
  explain_first(territory, assessment, measures, applicants, group, group.poles);
  return group;
}

std::optional<Error> infeasibility(const GroupPlaces& group, std::span<const Applicant> applicants) {
  if (!group.shared.empty() || !group.poles.empty()) return std::nullopt;
  const std::string where = group.name.empty() ? "--together" : fmt::format("group, {}", group.name);
  if (group.open == 0) {
    return Error(ErrorCode::infeasible, message("No site has a place for each of {0} applicants", group.members.size()),
                 where, message("raise --capacity, or the capacity of a site in --places"));
  }
  std::size_t best = 0;
  for (std::size_t m = 0; m < group.members.size(); ++m) {
    if (group.views[m].nowhere) return group.views[m].nowhere;
    if (group.without[m] > group.without[best]) best = m;
  }
  return Error(ErrorCode::infeasible, message("The limits of the group leave no site that suits all of them"), where,
               group.without[best] == 0
                   ? message("more than one of them would have to give way: match them one by one, without --together")
                   : message("without the limits of {0}, sites left: {1}", applicants[group.members[best]].id,
                             group.without[best]));
}

}  // namespace ancrage::assessment
