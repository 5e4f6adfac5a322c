// SPDX-License-Identifier: Apache-2.0
// The published optima of the San Francisco stores (METHODS.md section 6; 205 tracts, 16 stores, network metres).
#include "ancrage/io/raw_text.hpp"
#include "ancrage/planning/location_models.hpp"
#include "data/raw_data.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <set>
#include <string>

using namespace ancrage;
using namespace ancrage::planning;

namespace {

// Stores by their number.
LocationProblem san_francisco() {
  const io::DelimitedTable table =
      io::read_delimited(test::raw_data_directory() +
                         "/../vectors/san-francisco/SF_network_distance_candidateStore_16_censusTract_205_new.csv");
  const std::string prefix = "Store_";
  std::map<std::string, std::map<int, double>> rows;
  std::map<std::string, double> people;
  std::set<int> stores;
  for (const auto& row : table.rows) {
    const int store = std::stoi(row[table.column("name")].substr(prefix.size()));
    const std::string& tract = row[table.column("DestinationName")];
    stores.insert(store);
    rows[tract][store] = std::stod(row[table.column("distance")]);
    people[tract] = std::stod(row[table.column("demand")]);
  }
  LocationProblem problem;
  for (const int store : stores) problem.place_id.push_back(std::to_string(store));
  problem.fixed.assign(stores.size(), 0);
  for (const auto& [tract, costs] : rows) {
    problem.demand_id.push_back(tract);
    problem.people.push_back(people[tract]);
    std::uint32_t place = 0;
    for (const auto& [store, metres] : costs) problem.costs.add(place++, metres);
    problem.costs.end_row();
  }
  return problem;
}

std::vector<std::string> names(const LocationProblem& problem, const LocationSolution& solution) {
  std::vector<std::string> result;
  for (const std::uint32_t place : solution.open) result.push_back(problem.place_id[place]);
  return result;
}

}  // namespace

TEST_CASE("the San Francisco stores have the published optima", "[planning]") {
  const LocationProblem problem = san_francisco();
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
