// SPDX-License-Identifier: Apache-2.0
// Location–allocation on tables (METHODS.md section 6): demand places with people, places that may open, and the costs
// between them (minutes, metres). What the models of location_models.hpp share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

namespace ancrage::planning {

inline constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

// Rows of (place, cost) pairs, one row after the other; a pair that is not there is out of reach.
struct CostRows {
  std::vector<std::size_t> starts{0};
  std::vector<std::uint32_t> places{};
  std::vector<double> costs{};

  std::size_t size() const { return starts.size() - 1; }
  std::span<const std::uint32_t> places_of(std::size_t row) const {
    return std::span(places).subspan(starts[row], starts[row + 1] - starts[row]);
  }
  std::span<const double> costs_of(std::size_t row) const {
    return std::span(costs).subspan(starts[row], starts[row + 1] - starts[row]);
  }
  void add(std::uint32_t place, double cost) {
    places.push_back(place);
    costs.push_back(cost);
  }
  void end_row() { starts.push_back(places.size()); }
};

// Costs of 0 or more, each pair at most once. Demand places without people ask for nothing.
struct LocationProblem {
  std::vector<std::string> demand_id{};
  std::vector<std::string> place_id{};  // that may open
  CostRows costs{};                     // demand x places
  std::vector<double> people{};         // by demand place, 0 or more
  std::vector<std::uint8_t> fixed{};    // by place: open in any case

  std::size_t demands() const { return demand_id.size(); }
  std::size_t places() const { return place_id.size(); }
  std::size_t fixed_count() const;
};

// The same pairs with each row by rising cost, then place; rows of demand places without people are empty.
CostRows nearest_first(const LocationProblem& problem);
// The other way round: row j are the demand places that reach place j.
CostRows by_place(const CostRows& rows, std::size_t places);

// For each demand place the nearest open one that costs at most `most`, of equal ones the first; none without.
std::vector<std::uint32_t> nearest_open(const LocationProblem& problem, std::span<const std::uint32_t> open,
                                        double most = std::numeric_limits<double>::infinity());
// Σ people of the demand places that have one.
double served_people(const LocationProblem& problem, std::span<const std::uint32_t> assignment);
// Σ people · cost to the place assigned; nothing for demand places without one.
double served_cost(const LocationProblem& problem, std::span<const std::uint32_t> assignment);

// Opens the first places that are not, until there are `count`: where more change nothing.
void fill_up(std::vector<std::uint32_t>& open, std::size_t places, std::size_t count);

}  // namespace ancrage::planning
