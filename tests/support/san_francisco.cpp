// SPDX-License-Identifier: Apache-2.0
#include "support/san_francisco.hpp"

#include "ancrage/io/raw_text.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <string>

namespace ancrage::test {

std::string san_francisco_table(const std::string& raw_data) {
  return raw_data + "/../vectors/san-francisco/SF_network_distance_candidateStore_16_censusTract_205_new.csv";
}

planning::LocationProblem san_francisco(const std::string& path) {
  const io::DelimitedTable table = io::read_delimited(path);
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
  planning::LocationProblem problem;
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

}  // namespace ancrage::test
