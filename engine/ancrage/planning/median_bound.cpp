// SPDX-License-Identifier: Apache-2.0
#include "ancrage/planning/median_bound.hpp"

#include "ancrage/base/progress.hpp"

#include <algorithm>
#include <limits>

namespace ancrage::planning {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
// Steps of a subgradient: how far past the target they aim, what is kept of the last direction, and how they shorten.
constexpr double overshoot = 1.01;
constexpr double inertia = 0.5;
constexpr double shortening = 0.75;
constexpr double least_pace = 1e-5;
constexpr double memory = 0.95;  // of the shares

// The relaxed problem at given prices, without what the states rule out: closed places, and in each row whatever is
// behind the first place that is open for good, where no price need rise above that place's cost.
class Relaxation {
 public:
  Relaxation(const MedianProblem& problem, std::size_t count, std::span<const PlaceState> state)
      : most_(problem.rows.size(), infinity), worth_(problem.places), is_open_(problem.places) {
    for (std::uint32_t place = 0; place < problem.places; ++place) {
      if (state[place] == PlaceState::open) always_.push_back(place);
      if (state[place] == PlaceState::free) free_.push_back(place);
    }
    chosen_ = count - always_.size();
    starts_.reserve(problem.rows.size() + 1);
    starts_.push_back(0);
    for (std::size_t i = 0; i < problem.rows.size(); ++i) add_row(problem.rows, i, state);
  }

  double bound_at(std::span<const double> price) {
    std::fill(worth_.begin(), worth_.end(), 0.0);
    double sum = 0.0;
    for (std::size_t i = 0; i < price.size(); ++i) {
      sum += price[i];
      for (std::size_t k = starts_[i]; k < starts_[i + 1] && pairs_[k].cost < price[i]; ++k) {
        worth_[pairs_[k].place] += pairs_[k].cost - price[i];
      }
    }
    const auto end = free_.begin() + static_cast<std::ptrdiff_t>(chosen_);
    if (end != free_.end()) {
      std::nth_element(free_.begin(), end, free_.end(), [&](std::uint32_t a, std::uint32_t b) {
        return worth_[a] != worth_[b] ? worth_[a] < worth_[b] : a < b;
      });
    }
    std::fill(is_open_.begin(), is_open_.end(), std::uint8_t{0});
    for (const std::uint32_t place : always_) is_open_[place] = 1;
    for (auto place = free_.begin(); place != end; ++place) is_open_[*place] = 1;
    for (std::uint32_t place = 0; place < worth_.size(); ++place) sum += is_open_[place] != 0 ? worth_[place] : 0.0;
    return sum;
  }

  // By row: 1 - how often it is served.
  void slopes(std::span<const double> price, std::vector<double>& slope) const {
    for (std::size_t i = 0; i < price.size(); ++i) {
      slope[i] = 1.0;
      for (std::size_t k = starts_[i]; k < starts_[i + 1] && pairs_[k].cost < price[i]; ++k) {
        slope[i] -= is_open_[pairs_[k].place];
      }
    }
  }

  // The highest price of a row that can be of use.
  double most(std::size_t row) const { return most_[row]; }
  const std::vector<double>& worth() const { return worth_; }
  const std::vector<std::uint8_t>& is_open() const { return is_open_; }

 private:
  struct Pair {
    double cost;
    std::uint32_t place;
  };

  void add_row(const CostRows& rows, std::size_t i, std::span<const PlaceState> state) {
    const auto places = rows.places_of(i);
    const auto costs = rows.costs_of(i);
    for (std::size_t k = 0; k < places.size() && most_[i] == infinity; ++k) {
      if (state[places[k]] == PlaceState::closed) continue;
      if (state[places[k]] == PlaceState::open) most_[i] = costs[k];
      pairs_.push_back({costs[k], places[k]});
    }
    starts_.push_back(pairs_.size());
  }

  std::vector<std::size_t> starts_;
  std::vector<Pair> pairs_;
  std::vector<double> most_;
  std::vector<std::uint32_t> always_;
  std::vector<std::uint32_t> free_;
  std::size_t chosen_ = 0;  // of the free ones
  std::vector<double> worth_;
  std::vector<std::uint8_t> is_open_;
};

void keep(MedianBound& best, double cost, const std::vector<double>& price, const Relaxation& relaxation) {
  best.cost = cost;
  best.price = price;
  best.worth = relaxation.worth();
  best.open.clear();
  for (std::uint32_t place = 0; place < relaxation.is_open().size(); ++place) {
    if (relaxation.is_open()[place] != 0) best.open.push_back(place);
  }
}

// Moves the prices along the deflected subgradient; false when there is nowhere to go.
bool move(const Relaxation& relaxation, std::vector<double>& price, const std::vector<double>& slope,
          std::vector<double>& direction, double length) {
  double square = 0.0;
  for (std::size_t i = 0; i < price.size(); ++i) {
    direction[i] = slope[i] + inertia * direction[i];
    square += direction[i] * direction[i];
  }
  if (square == 0.0) return false;
  for (std::size_t i = 0; i < price.size(); ++i) {
    price[i] = std::clamp(price[i] + length / square * direction[i], 0.0, relaxation.most(i));
  }
  return true;
}

}  // namespace

MedianBound median_bound(const MedianProblem& problem, std::size_t count, std::span<const PlaceState> state,
                         const BoundOptions& options, std::stop_token stop) {
  Relaxation relaxation(problem, count, state);
  std::vector<double> price(options.price.begin(), options.price.end());
  std::vector<double> slope(price.size(), 0.0);
  std::vector<double> direction(price.size(), 0.0);
  MedianBound best{.cost = -infinity};
  best.share.assign(problem.places, 0.0);
  double pace = options.pace;
  std::size_t idle = 0;
  for (std::size_t step = 0; step < options.steps && best.cost < options.enough; ++step) {
    if (step % 16 == 0) throw_if_stopped({.stop = stop});
    double cost = relaxation.bound_at(price);
    const double kept = step == 0 ? 0.0 : memory;
    for (std::size_t place = 0; place < problem.places; ++place) {
      best.share[place] = kept * best.share[place] + (1 - kept) * relaxation.is_open()[place];
    }
    if (cost > best.cost) {
      keep(best, cost, price, relaxation);
      idle = 0;
    } else if (++idle >= options.patience) {
      idle = 0;
      pace *= shortening;
      if (pace < least_pace) break;
      price = best.price;
      cost = relaxation.bound_at(price);
      std::fill(direction.begin(), direction.end(), 0.0);
    }
    relaxation.slopes(price, slope);
    if (!move(relaxation, price, slope, direction, pace * (overshoot * options.target - cost))) break;
  }
  return best;
}

std::size_t fix_places(const MedianBound& bound, double cutoff, std::span<PlaceState> state) {
  std::vector<std::uint8_t> is_open(state.size(), 0);
  for (const std::uint32_t place : bound.open) is_open[place] = 1;
  double last = -infinity;  // worth of the free place that is open with the least to offer
  double first = infinity;  // and of the closed one with the most
  for (std::size_t place = 0; place < state.size(); ++place) {
    if (state[place] != PlaceState::free) continue;
    if (is_open[place] != 0) {
      last = std::max(last, bound.worth[place]);
    } else {
      first = std::min(first, bound.worth[place]);
    }
  }
  std::size_t fixed = 0;
  for (std::size_t place = 0; place < state.size(); ++place) {
    if (state[place] != PlaceState::free) continue;
    if (is_open[place] != 0 && bound.cost - bound.worth[place] + first >= cutoff) {
      state[place] = PlaceState::open;
      ++fixed;
    } else if (is_open[place] == 0 && bound.cost + bound.worth[place] - last >= cutoff) {
      state[place] = PlaceState::closed;
      ++fixed;
    }
  }
  return fixed;
}

}  // namespace ancrage::planning
