// SPDX-License-Identifier: Apache-2.0
#include "ancrage/decision/draw_ranking.hpp"

#include "ancrage/base/error.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>

namespace ancrage::decision {

namespace {

// Alternatives whose scores are summed together: a number known to the compiler, so that it makes vectors of them.
constexpr std::size_t tile = 64;

constexpr unsigned position_bits = 20;
constexpr unsigned step_bits = 64 - position_bits;

void check_utilities(const DecisionTable& utilities) {
  if (utilities.rows() > (std::size_t{1} << position_bits)) {
    throw Error(ErrorCode::wrong_input, message("{0} alternatives are more than can be ranked", utilities.rows()));
  }
  for (std::size_t i = 0; i < utilities.values.size(); ++i) {
    const Quantity& value = utilities.values[i];
    if (!value.is_number() || (value.value() >= 0 && value.value() <= 1)) continue;
    throw Error(ErrorCode::wrong_input, message("A utility is not within 0 to 1"),
                utilities.ids[i / utilities.columns()] + ", " + utilities.criteria[i % utilities.columns()]);
  }
}

// The ranked alternatives of a table by rising id.
std::vector<std::uint32_t> ranked_alternatives(const DecisionTable& utilities) {
  std::vector<std::uint32_t> ranked;
  for (std::uint32_t row = 0; row < utilities.rows(); ++row) {
    const auto values = utilities.row(row);
    if (std::any_of(values.begin(), values.end(), [](const Quantity& value) { return value.is_number(); })) {
      ranked.push_back(row);
    }
  }
  std::sort(ranked.begin(), ranked.end(),
            [&](std::uint32_t a, std::uint32_t b) { return utilities.ids[a] < utilities.ids[b]; });
  return ranked;
}

}  // namespace

ScoreColumns::ScoreColumns(const DecisionTable& utilities) : criteria_(utilities.columns()) {
  check_utilities(utilities);
  alternative_ = ranked_alternatives(utilities);
  const std::size_t tile_count = (ranked() + tile - 1) / tile;
  tiles_.assign(tile_count * criteria_ * tile, 0.0);
  for (std::uint32_t a = 0; a < ranked(); ++a) {
    const auto values = utilities.row(alternative_[a]);
    bool complete = true;
    for (std::size_t k = 0; k < criteria_; ++k) {
      tiles_[(a / tile * criteria_ + k) * tile + a % tile] = values[k].value_or(0.0);
      complete = complete && values[k].is_number();
    }
    if (complete) continue;
    incomplete_.push_back(a);
    for (const Quantity& value : values) known_.push_back(value.is_number() ? 1 : 0);
  }
}

void ScoreColumns::scores(std::span<const double> weights, std::size_t stride, std::size_t draws,
                          std::span<double> result) const {
  std::array<double, tile> sums{};
  for (std::size_t first = 0; first < ranked(); first += tile) {
    const std::size_t count = std::min(tile, ranked() - first);
    const double* const columns = tiles_.data() + first * criteria_;
    for (std::size_t d = 0; d < draws; ++d) {
      sums.fill(0.0);
      for (std::size_t k = 0; k < criteria_; ++k) {
        const double weight = weights[k * stride + d];
        const double* const column = columns + k * tile;
        for (std::size_t i = 0; i < tile; ++i) sums[i] += weight * column[i];
      }
      std::copy_n(sums.begin(), count, result.begin() + static_cast<std::ptrdiff_t>(d * ranked() + first));
    }
  }
  for (std::size_t i = 0; i < incomplete_.size(); ++i) {
    for (std::size_t d = 0; d < draws; ++d) {
      double known = 0.0;
      for (std::size_t k = 0; k < criteria_; ++k) known += known_[i * criteria_ + k] * weights[k * stride + d];
      double& score = result[d * ranked() + incomplete_[i]];
      score = known > 0 ? score / known : -1.0;
    }
  }
}

std::span<const std::uint32_t> ScoreSorter::sort(std::span<const double> scores) {
  const std::size_t count = scores.size();
  const std::size_t part_bits = static_cast<std::size_t>(std::bit_width(count));
  keys_.resize(count);
  sorted_.resize(count);
  order_.resize(count);
  starts_.assign((std::size_t{1} << part_bits) + 1, 0);
  if (count == 0) return order_;
  const auto [least, greatest] = std::minmax_element(scores.begin(), scores.end());
  const double top = *greatest;
  // One step fewer than the bits hold, so that the least stays below the end.
  constexpr double steps = static_cast<double>((std::uint64_t{1} << step_bits) - 1);
  const double scale = top > *least ? steps / (top - *least) : 0.0;
  const auto part_of = [&](std::uint64_t key) { return key >> (64 - part_bits); };
  for (std::size_t i = 0; i < count; ++i) {
    const auto below = static_cast<std::uint64_t>(static_cast<std::int64_t>((top - scores[i]) * scale));
    keys_[i] = below << position_bits | i;
    ++starts_[part_of(keys_[i]) + 1];
  }
  std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
  for (const std::uint64_t key : keys_) sorted_[starts_[part_of(key)]++] = key;
  // Each start has moved to the end of its part, which is where the next one began.
  std::size_t begin = 0;
  for (std::size_t part = 0; part + 1 < starts_.size(); ++part) {
    const std::size_t end = starts_[part];
    if (end - begin > 1) {
      std::sort(sorted_.begin() + static_cast<std::ptrdiff_t>(begin),
                sorted_.begin() + static_cast<std::ptrdiff_t>(end));
    }
    begin = end;
  }
  constexpr std::uint64_t position = (std::uint64_t{1} << position_bits) - 1;
  for (std::size_t i = 0; i < count; ++i) order_[i] = static_cast<std::uint32_t>(sorted_[i] & position);
  return order_;
}

}  // namespace ancrage::decision
