// SPDX-License-Identifier: Apache-2.0
#include "ancrage/access/scenario_effect.hpp"

#include "ancrage/access/distribution.hpp"
#include "ancrage/access/live_what_if.hpp"
#include "support/drawn_territory.hpp"
#include "support/errors.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <numeric>
#include <random>

using namespace ancrage;
using namespace ancrage::access;
using namespace ancrage::test;

namespace {

// A is well served, Z (a ZIP commune, with a priority sector over half of its first cell) is not; R is of the ring.
territory::Territory served_and_not() {
  auto territory =
      drawn_territory({"RAA......ZZ"}, {{.letter = 'A', .people_per_cell = 2000, .gps = 4.0, .gps_60_plus = 1.0},
                                        {.letter = 'Z', .people_per_cell = 600, .zone = territory::ZoneStatus::zip},
                                        {.letter = 'R', .people_per_cell = 1000, .gps = 1.0, .member = false}});
  territory.access.practitioners_year = 2019;
  add_sector(territory, "QP1", {9000, 0}, 500);
  return territory;
}

ScenarioEffect effect_of(const territory::Territory& territory, std::vector<Change> changes, double factor = 1.0) {
  Scenario scenario{.changes = std::move(changes), .time_factor = factor};
  settle(scenario);
  return scenario_effect(territory, travel::TerritoryTimes(territory), scenario);
}

TerritoryAccess fully_run(const territory::Territory& territory, std::vector<Change> changes, double factor = 1.0) {
  Scenario scenario{.changes = std::move(changes), .time_factor = factor};
  settle(scenario);
  return territory_access(territory, travel::TerritoryTimes(territory, {.time_factor = factor}),
                          {.scenario = &scenario});
}

double people_of(const std::vector<CommunePractice>& practice) {
  return std::accumulate(practice.begin(), practice.end(), 0.0,
                         [](double sum, const auto& commune) { return sum + commune.people; });
}

}  // namespace

TEST_CASE("people lifted are counted for all, priority sectors and ZIP communes") {
  const auto territory = served_and_not();
  const auto effect = effect_of(territory, {parse_change(ChangeKind::add, "Z")});
  const auto& change = effect.change;
  // 5400 acts for the 1,200 people of Z and, 16 minutes away, a tenth of the 5,000 others: 3.2 each.
  CHECK(change.crossing(PeopleGroup::all, 0).lifted == 1200);
  CHECK(change.crossing(PeopleGroup::zip_communes, 0).lifted == 1200);
  CHECK(change.crossing(PeopleGroup::priority_sectors, 0).lifted == Approx(600 * 0.25));
  CHECK(change.crossing(PeopleGroup::all, 0).fallen == 0);
  CHECK(change.group(PeopleGroup::all).people == 4000 + 1200);
  CHECK(change.group(PeopleGroup::all).gaining >= 1200);
  CHECK(change.group(PeopleGroup::all).losing == 0);
  CHECK(change.communes[1].after.value() > change.communes[1].before.value());
  CHECK(change.communes[1].crossings[0].lifted == 1200);
}

TEST_CASE("who leaves makes people fall under the threshold, and these are told") {
  const auto territory = served_and_not();
  const auto effect = effect_of(territory, {{.kind = ChangeKind::remove, .place = "A", .gps = 3.0}});
  const auto& all = effect.change.group(PeopleGroup::all);
  CHECK(all.losing == 4000 + 1200);  // those of Z reach some of it
  CHECK(all.gaining == 0);
  CHECK(effect.change.crossing(PeopleGroup::all, 0).fallen == 4000);
  CHECK(effect.change.acts_gained == 0);
  CHECK(effect.change.acts_lost > 0);
  CHECK(all.mean_after.value() < all.mean_before.value());
}

TEST_CASE("what the territory and its ring gain is what came, what they lose is what left") {
  auto territory = served_and_not();
  std::fill(territory.communes.member.begin(), territory.communes.member.end(), std::uint8_t{1});
  const auto came = effect_of(territory, {parse_change(ChangeKind::add, "Z")});
  CHECK(came.change.acts_gained == Approx(5400));
  const auto left = effect_of(territory, {parse_change(ChangeKind::remove, "A")});
  CHECK(left.change.acts_lost == Approx(5400));
}

TEST_CASE("a scenario of supply is updated to what a full run gives") {
  const auto territory = served_and_not();
  const std::vector<Change> changes{parse_change(ChangeKind::add, "Z"), parse_change(ChangeKind::move, "A>Z"),
                                    parse_change(ChangeKind::retire, "65@2030")};
  const auto effect = effect_of(territory, changes);
  const auto full = fully_run(territory, changes);
  CHECK(effect.after.now.value == full.now.value);
  CHECK(effect.after.supply == full.supply);
  CHECK(full.changed);
}

TEST_CASE("slower roads and another decay are computed anew") {
  const auto territory = served_and_not();
  const auto slower = effect_of(territory, {}, 1.5);
  CHECK(slower.after.now.value == fully_run(territory, {}, 1.5).now.value);
  CHECK(slower.after.catchments.by_demand().places.size() < slower.before.catchments.by_demand().places.size());
  Scenario scenario{.decay = Decay::binary(60)};
  const auto far = scenario_effect(territory, travel::TerritoryTimes(territory), scenario);
  // Everybody reaches everybody: all have the same.
  for (std::size_t row = 0; row < far.after.rows; ++row) {
    CHECK(far.after.now.value[row] == Approx(5 * 5400.0 / 6200));
  }
}

TEST_CASE("neighbours' practitioners have fewer people when one comes, and no person is lost") {
  const auto territory = served_and_not();
  const auto effect = effect_of(territory, {parse_change(ChangeKind::add, "A")});
  const double full_time = territory.access.acts;
  CHECK(effect.practice_after[2].people_per_gp(full_time).value() <
        effect.practice_before[2].people_per_gp(full_time).value());
  CHECK(people_of(effect.practice_after) == Approx(people_of(effect.practice_before)));
  CHECK_FALSE(effect.practice_before[1].people_per_gp(full_time).is_number());
  CHECK(effect.practice_after[0].gps == Approx(5));
}

TEST_CASE("a practitioner dragged over the map leaves at every place what a full run gives") {
  const auto territory = served_and_not();
  const auto access = territory_access(territory, travel::TerritoryTimes(territory));
  const AccessComparison comparison(territory, access);
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    CAPTURE(seed);
    std::mt19937_64 random(seed);
    LiveWhatIf live(territory, access);
    for (int step = 0; step < 30; ++step) {
      const auto row = static_cast<std::uint32_t>(random() % access.rows);
      const double acts = static_cast<double>(random() % 10800);
      const bool away = random() % 5 == 0;
      const AccessChange& change = away ? live.put_back() : live.put(row, acts);
      auto supply = access.supply;
      if (!away) supply[row] += acts;
      const auto full = accessibility(access.catchments, supply, access.demand);
      for (std::size_t i = 0; i < full.value.size(); ++i) {
        CHECK(std::abs(live.accessibility()[i] - full.value[i]) <= 1e-12 * full.value[i]);
      }
      AccessChange expected;
      comparison.compare(access.now.value, full.value, expected);
      for (std::size_t c = 0; c < expected.communes.size(); ++c) {
        CHECK(change.communes[c].after == expected.communes[c].after);
      }
      for (std::size_t k = 0; k < apl_thresholds.size(); ++k) {
        CHECK(change.crossing(PeopleGroup::all, k).lifted == expected.crossing(PeopleGroup::all, k).lifted);
      }
    }
  }
}

TEST_CASE("dragging finds the nearest row, and takes away no more than there is") {
  const auto territory = served_and_not();
  const auto access = territory_access(territory, travel::TerritoryTimes(territory));
  const auto row = nearest_row(access, {9400, 600});
  CHECK(access.row_commune[row] == "Z");
  LiveWhatIf live(territory, access);
  CHECK(fault_of([&] { live.put(row, -1); })->code == ErrorCode::wrong_input);
  CHECK(live.put_back().crossing(PeopleGroup::all, 0).lifted == 0);
}

TEST_CASE("means of communes in a comparison are those of the access") {
  const auto territory = served_and_not();
  const auto effect = effect_of(territory, {parse_change(ChangeKind::add, "Z")});
  const auto means = commune_accessibility(territory, effect.after, effect.after.now.value);
  for (std::size_t c = 0; c < means.size(); ++c) {
    CHECK(effect.change.communes[c].after.value() == Approx(means[c].value()));
  }
  const auto summary = summarise(territory, effect.after, effect.after.now.value);
  CHECK(effect.change.group(PeopleGroup::all).mean_after.value() == Approx(summary.mean.value()));
  CHECK(effect.change.crossing(PeopleGroup::all, 0).under_after == Approx(summary.people_under[0]));
  CHECK(summary.gps == Approx(5));
}
