// SPDX-License-Identifier: Apache-2.0
#include "ancrage/access/catchments.hpp"

#include "ancrage/base/error.hpp"

#include <fmt/format.h>

#include <cmath>
#include <numeric>

namespace ancrage::access {

namespace {

void check_rows(const TravelTimes& times, std::size_t supply_places) {
  const auto fail = [](std::size_t row, std::size_t pair) {
    throw Error(ErrorCode::wrong_input, message("The rows of travel times are not in order"),
                fmt::format("demand place {}, pair {}", row, pair),
                message("give increasing supply places and times of 0 minutes or more"));
  };
  if (times.starts.empty() || times.starts.front() != 0 || times.starts.back() != times.supplies.size() ||
      times.supplies.size() != times.minutes.size()) {
    fail(0, 0);
  }
  for (std::size_t i = 0; i + 1 < times.starts.size(); ++i) {
    if (times.starts[i] > times.starts[i + 1] || times.starts[i + 1] > times.supplies.size()) fail(i, times.starts[i]);
    for (std::size_t pair = times.starts[i]; pair < times.starts[i + 1]; ++pair) {
      const bool increases = pair == times.starts[i] || times.supplies[pair - 1] < times.supplies[pair];
      if (!increases || times.supplies[pair] >= supply_places || !(times.minutes[pair] >= 0)) fail(i, pair);
    }
  }
}

WeightRows decayed(const TravelTimes& times, const Decay& decay) {
  WeightRows rows;
  rows.starts.reserve(times.starts.size());
  for (std::size_t i = 0; i + 1 < times.starts.size(); ++i) {
    for (std::size_t pair = times.starts[i]; pair < times.starts[i + 1]; ++pair) {
      const double weight = decay.weight(times.minutes[pair]);
      if (!std::isfinite(weight)) {
        throw Error(ErrorCode::wrong_input,
                    message("The decay has no finite weight at {0} minutes", DecimalArgument{times.minutes[pair], 0}),
                    fmt::format("{}, demand place {}, supply place {}", decay.text(), i, times.supplies[pair]),
                    message("give each way its own time, for example 1 minute within a place"));
      }
      if (weight == 0) continue;
      rows.places.push_back(times.supplies[pair]);
      rows.weights.push_back(weight);
    }
    rows.starts.push_back(rows.places.size());
  }
  return rows;
}

void share_out(WeightRows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto weights = std::span(rows.weights).subspan(rows.starts[i], rows.starts[i + 1] - rows.starts[i]);
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (double& weight : weights) weight *= weight / sum;
  }
}

WeightRows transposed(const WeightRows& rows, std::size_t columns) {
  WeightRows result;
  result.starts.assign(columns + 1, 0);
  for (const std::uint32_t column : rows.places) ++result.starts[column + 1];
  std::partial_sum(result.starts.begin(), result.starts.end(), result.starts.begin());
  std::vector<std::size_t> next(result.starts.begin(), result.starts.end() - 1);
  result.places.resize(rows.places.size());
  result.weights.resize(rows.weights.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t pair = rows.starts[i]; pair < rows.starts[i + 1]; ++pair) {
      const std::size_t place = next[rows.places[pair]]++;
      result.places[place] = static_cast<std::uint32_t>(i);
      result.weights[place] = rows.weights[pair];
    }
  }
  return result;
}

}  // namespace

Catchments::Catchments(const TravelTimes& times, std::size_t supply_places, const Decay& decay, Choice choice) {
  check_rows(times, supply_places);
  by_demand_ = decayed(times, decay);
  if (choice == Choice::selective) share_out(by_demand_);
  by_supply_ = transposed(by_demand_, supply_places);
}

}  // namespace ancrage::access
