// SPDX-License-Identifier: Apache-2.0
// Who reaches what, and how much it counts: the weights v_ij of floating catchment areas in compressed rows, both ways
// round. They depend on travel times and decay only, so that one Catchments serves any number of supplies and demands.
// Source of the methods: METHODS.md section 1.
#pragma once

#include "ancrage/access/decay.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace ancrage::access {

// Travel times from demand places (rows) to supply places within some cut-off. Row i is starts[i]..starts[i+1] of the
// two other arrays, with increasing supply places; a pair that is not there is out of reach.
struct TravelTimes {
  std::span<const std::size_t> starts;      // demand places + 1; the first is 0
  std::span<const std::uint32_t> supplies;  // positions of supply places
  std::span<const double> minutes;          // 0 or more
};

// Rows of (place, weight) pairs, one after the other.
struct WeightRows {
  std::vector<std::size_t> starts{0};
  std::vector<std::uint32_t> places;
  std::vector<double> weights;

  struct Row {
    std::span<const std::uint32_t> places;
    std::span<const double> weights;
  };
  std::size_t size() const { return starts.size() - 1; }
  Row row(std::size_t i) const {
    const std::size_t count = starts[i + 1] - starts[i];
    return {std::span(places).subspan(starts[i], count), std::span(weights).subspan(starts[i], count)};
  }
};

// How people share themselves between the supplies they reach.
enum class Choice {
  every,      // 2SFCA, E2SFCA, gravity, APL: v_ij = w(t_ij)
  selective,  // 3SFCA (Wan, Zou & Sternberg 2012): v_ij = G_ij w(t_ij), G_ij = w_ij / Σ_k w_ik over all supply places
};

class Catchments {
 public:
  Catchments() = default;  // nobody reaches anything
  // Takes time and memory in proportion to the pairs: some 24 bytes for each with a weight. Throws Error(wrong_input)
  // naming the positions when the rows are not as described or a weight is not finite (gravity at 0 minutes).
  Catchments(const TravelTimes& times, std::size_t supply_places, const Decay& decay, Choice choice = Choice::every);

  std::size_t demand_places() const { return by_demand_.size(); }
  std::size_t supply_places() const { return by_supply_.size(); }
  // Supplies of each demand place, and demand places of each supply, by increasing position; weights above 0 only.
  const WeightRows& by_demand() const { return by_demand_; }
  const WeightRows& by_supply() const { return by_supply_; }

 private:
  WeightRows by_demand_;
  WeightRows by_supply_;
};

}  // namespace ancrage::access
