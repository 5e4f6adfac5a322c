// SPDX-License-Identifier: Apache-2.0
#include "ancrage/planning/practitioner_plan.hpp"

#include "ancrage/access/distribution.hpp"
#include "ancrage/access/what_if.hpp"
#include "support/drawn_territory.hpp"
#include "support/errors.hpp"

#include <catch2/catch.hpp>

#include <numeric>

using namespace ancrage;
using namespace ancrage::planning;

namespace {

// A town with doctors and villages without; V is a ZIP commune, R lies in the ring.
struct Land {
  territory::Territory territory;
  travel::TerritoryTimes travel;
  access::TerritoryAccess access;

  explicit Land(territory::Territory drawn)
      : territory(std::move(drawn)), travel(territory), access(access::territory_access(territory, travel)) {}
  Land()
      : Land(test::drawn_territory({"VV......UU", "VV......UU", "....TT....", "....TTRR..", "WW........", "WW......XX"},
                                   {{.letter = 'T', .people_per_cell = 1500, .gps = 3.0},
                                    {.letter = 'U', .people_per_cell = 300},
                                    {.letter = 'V', .people_per_cell = 200, .zone = territory::ZoneStatus::zip},
                                    {.letter = 'W', .people_per_cell = 250},
                                    {.letter = 'X', .people_per_cell = 90},
                                    {.letter = 'R', .people_per_cell = 800, .gps = 1.0, .member = false}})) {}

  PractitionerPlan plan(const PlanOptions& options) const {
    return plan_practitioners(territory, travel, access, options);
  }
  // People lifted over 2.5, by changing the supply site by site.
  double lifted(const Practitioners& practitioners) const {
    access::WhatIf what_if(access.catchments, access.supply, access.demand);
    for (std::size_t site = 0; site < practitioners.size(); ++site) {
      what_if.add_supply(access.first_site + site, practitioners[site] * territory.access.acts);
    }
    const auto member = access::member_rows(territory, access.places);
    double sum = 0.0;
    for (std::size_t row = 0; row < member.size(); ++row) {
      const bool before = access::is_under(access.now.value[row], 2.5);
      if (member[row] != 0 && before && !access::is_under(what_if.now().value[row], 2.5)) sum += access.people[row];
    }
    return sum;
  }
};

std::size_t total(const Practitioners& practitioners) {
  return std::accumulate(practitioners.begin(), practitioners.end(), std::size_t{0});
}

}  // namespace

TEST_CASE("a plan lifts whom the what-if says it lifts, and more with more doctors", "[planning]") {
  const Land land;
  for (const PlanObjective objective : {PlanObjective::lifted, PlanObjective::priority, PlanObjective::mean_time}) {
    CAPTURE(static_cast<int>(objective));
    const PractitionerPlan plan = land.plan({.count = 4, .objective = objective});
    REQUIRE(plan.frontier.size() == 4);
    REQUIRE(plan.greedy.size() == 4);
    REQUIRE(plan.order.size() == 4);
    const double sign = objective == PlanObjective::mean_time ? -1.0 : 1.0;
    double last = sign * plan.objective_of(plan.today);
    for (std::size_t k = 0; k < 4; ++k) {
      CAPTURE(k);
      const PlanStep& step = plan.frontier[k];
      CHECK(total(step.practitioners) == k + 1);
      CHECK(step.proven);
      CHECK(plan.gap(step) == 0.0);
      CHECK(step.figures.lifted == Approx(land.lifted(step.practitioners)));
      CHECK(sign * plan.objective_of(step.figures) >= sign * plan.objective_of(plan.greedy[k].figures) - 1e-9);
      CHECK(sign * plan.objective_of(step.figures) >= last - 1e-9);
      last = sign * plan.objective_of(step.figures);
    }
    CHECK(plan.objective_of(plan.filled.back()) == Approx(plan.objective_of(plan.frontier.back().figures)));
    CHECK(plan.change.group(access::PeopleGroup::all).losing == 0.0);
    CHECK(plan.change.crossing(access::PeopleGroup::all, 0).lifted == Approx(plan.frontier.back().figures.lifted));
  }
}

TEST_CASE("priority people are those of ZIP communes and priority sectors", "[planning]") {
  const Land land;
  const PractitionerPlan plan = land.plan({.count = 2, .objective = PlanObjective::priority});
  CHECK(plan.priority_under == Approx(800));  // the four cells of V
  CHECK(plan.frontier.back().figures.priority_lifted == Approx(800));
}

TEST_CASE("fixed doctors are in every plan and sites take no more than they may", "[planning]") {
  const Land land;
  const std::uint32_t x = 4;
  const PractitionerPlan plan = land.plan({.count = 3, .fixed = {x, x}, .most_per_site = 2});
  REQUIRE(plan.frontier.size() == 2);
  for (const PlanStep& step : plan.frontier) {
    CHECK(step.practitioners[x] == 2);
    for (const std::uint32_t count : step.practitioners) CHECK(count <= 2);
  }
  CHECK(plan.order.front() == x);
}

TEST_CASE("plans that cannot be are refused", "[planning]") {
  const Land land;
  const auto infeasible = [&](const PlanOptions& options) {
    const auto fault = test::fault_of([&] { land.plan(options); });
    REQUIRE(fault);
    CHECK(fault->code == ErrorCode::infeasible);
  };
  infeasible({.count = 1, .fixed = {0, 1}});
  infeasible({.count = 6, .most_per_site = 1});
  infeasible({.count = 6, .objective = PlanObjective::mean_time});
  infeasible({.count = 3, .fixed = {0, 0}, .most_per_site = 1});
}
