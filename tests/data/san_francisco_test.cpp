// SPDX-License-Identifier: Apache-2.0
// The published optima of the San Francisco stores (METHODS.md section 6; 205 tracts, 16 stores, network metres).
#include "support/san_francisco.hpp"
#include "ancrage/planning/location_models.hpp"
#include "data/raw_data.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace ancrage;
using namespace ancrage::planning;

namespace {

std::vector<std::string> names(const LocationProblem& problem, const LocationSolution& solution) {
  std::vector<std::string> result;
  for (const std::uint32_t place : solution.open) result.push_back(problem.place_id[place]);
  return result;
}

}  // namespace

TEST_CASE("the San Francisco stores have the published optima", "[planning]") {
  const LocationProblem problem = test::san_francisco(test::san_francisco_table(test::raw_data_directory()));
  REQUIRE(problem.demands() == 205);
  REQUIRE(problem.places() == 16);

  const LocationSolution median = p_median(problem, 4);
  CHECK(median.proven);
  CHECK(median.objective == Approx(2848268129.7145).epsilon(1e-13));
  CHECK(names(problem, median) == std::vector<std::string>{"2", "11", "12", "15"});

  const LocationSolution covering = maximal_covering(problem, 4, 5000);
  CHECK(covering.proven);
  CHECK(covering.objective == 875247);

  const LocationSolution center = p_center(problem, 4);
  CHECK(center.proven);
  CHECK(center.objective == Approx(7403.0638).epsilon(1e-8));

  const LocationSolution cover = set_covering(problem, 5000);
  CHECK(cover.proven);
  CHECK(cover.open.size() == 8);
}
