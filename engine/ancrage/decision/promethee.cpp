// SPDX-License-Identifier: Apache-2.0
#include "ancrage/decision/promethee.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/base/parallel_for.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace ancrage::decision {

namespace {

constexpr std::array<std::string_view, preference_shape_count> keys{"usual", "u-shape", "v-shape",
                                                                    "level", "linear",  "gaussian"};

double sign_of(Direction direction) { return direction == Direction::maximise ? 1.0 : -1.0; }

}  // namespace

std::string_view preference_key(PreferenceShape shape) { return keys[static_cast<std::size_t>(shape)]; }

std::size_t threshold_count(PreferenceShape shape) {
  if (shape == PreferenceShape::usual) return 0;
  return shape == PreferenceShape::level || shape == PreferenceShape::linear ? 2 : 1;
}

double Preference::degree(double difference) const {
  if (!(difference > 0)) return 0.0;
  switch (shape) {
    case PreferenceShape::usual:
      return 1.0;
    case PreferenceShape::u_shape:
      return difference <= q ? 0.0 : 1.0;
    case PreferenceShape::v_shape:
      return std::min(1.0, difference / p);
    case PreferenceShape::level:
      if (difference <= q) return 0.0;
      return difference <= p ? 0.5 : 1.0;
    case PreferenceShape::linear:
      return std::clamp((difference - q) / (p - q), 0.0, 1.0);
    case PreferenceShape::gaussian:
      break;
  }
  return 1.0 - std::exp(-difference * difference / (2 * s * s));
}

void check_preference(const Preference& preference, const std::string& criterion) {
  const auto [shape, q, p, s] = preference;
  const bool finite = std::isfinite(q) && std::isfinite(p) && std::isfinite(s) && q >= 0;
  const bool needs_p =
      shape == PreferenceShape::v_shape || shape == PreferenceShape::level || shape == PreferenceShape::linear;
  const bool ordered = shape == PreferenceShape::linear ? q < p : q <= p;
  if (finite && (!needs_p || (p > 0 && ordered)) && (shape != PreferenceShape::gaussian || s > 0)) return;
  throw Error(
      ErrorCode::wrong_input,
      message("The thresholds of the preference function “{0}” do not fit", preference_key(shape)), criterion,
      message("give 0 or more, the indifference before the preference, and more than 0 for what it divides by"));
}

Flows promethee2(const DecisionTable& table, std::span<const double> weights, std::span<const Preference> preferences,
                 std::stop_token stop) {
  const std::vector<double> shares = weight_shares(weights, table.columns());
  if (preferences.size() != table.columns()) {
    throw Error(ErrorCode::wrong_input,
                message("{0} preference functions were given for {1} criteria", preferences.size(), table.columns()));
  }
  for (std::size_t k = 0; k < preferences.size(); ++k) check_preference(preferences[k], table.criteria[k]);
  Flows flows{std::vector<double>(table.rows(), 0.0), std::vector<double>(table.rows(), 0.0)};
  const auto compare_with_all = [&](std::size_t begin, std::size_t end) {
    for (std::size_t a = begin; a < end; ++a) {
      for (std::size_t b = 0; b < table.rows(); ++b) {
        for (std::size_t k = 0; k < table.columns(); ++k) {
          // NaN where a value is missing, which no shape prefers.
          const double lead = sign_of(table.directions[k]) * (table.at(a, k).value() - table.at(b, k).value());
          flows.positive[a] += shares[k] * preferences[k].degree(lead);
          flows.negative[a] += shares[k] * preferences[k].degree(-lead);
        }
      }
    }
  };
  parallel_for(table.rows(), std::move(stop), compare_with_all);
  const double others = std::max<double>(1.0, static_cast<double>(table.rows()) - 1.0);
  for (std::vector<double>* flow : {&flows.positive, &flows.negative}) {
    for (double& value : *flow) value /= others;
  }
  return flows;
}

}  // namespace ancrage::decision
