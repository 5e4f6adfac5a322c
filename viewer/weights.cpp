// SPDX-License-Identifier: Apache-2.0
#include "viewer/weights.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ancrage::viewer {
namespace {

// `total` points handed out in proportion to the shares.
std::vector<int> apportioned(std::span<const double> shares, int total) {
  std::vector<int> result(shares.size(), 0);
  const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
  if (!(sum > 0)) return result;
  std::vector<double> rest(shares.size());
  int given = 0;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const double exact = shares[i] / sum * total;
    result[i] = static_cast<int>(std::floor(exact + 1e-9));
    rest[i] = exact - result[i];
    given += result[i];
  }
  std::vector<std::size_t> order(shares.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rest[a] > rest[b] + 1e-9; });
  for (std::size_t i = 0; given < total; ++i, ++given) ++result[order[i % order.size()]];
  return result;
}

}  // namespace

std::vector<int> whole_percentages(std::span<const double> weights) { return apportioned(weights, 100); }

std::vector<int> with_weight(std::span<const double> base, std::size_t changed, int percent) {
  if (base.size() == 1) return {100};
  percent = std::clamp(percent, 0, 100);
  std::vector<double> others(base.begin(), base.end());
  others[changed] = 0.0;
  if (!(std::accumulate(others.begin(), others.end(), 0.0) > 0)) {
    std::fill(others.begin(), others.end(), 1.0);
    others[changed] = 0.0;
  }
  std::vector<int> result = apportioned(others, 100 - percent);
  result[changed] = percent;
  return result;
}

}  // namespace ancrage::viewer
