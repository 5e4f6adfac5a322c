// SPDX-License-Identifier: Apache-2.0
#include "ancrage/planning/median_search.hpp"

#include "ancrage/base/progress.hpp"

#include <algorithm>
#include <random>

namespace ancrage::planning {

namespace {

constexpr double least_gain = 1e-10;  // of the cost: less is rounding

class Exchange {
 public:
  Exchange(const MedianProblem& problem, std::span<const std::uint32_t> open)
      : problem_(problem), open_(open.begin(), open.end()), position_(problem.places, none) {
    for (std::size_t k = 0; k < open_.size(); ++k) position_[open_[k]] = static_cast<std::uint32_t>(k);
  }

  // One round: the exchange that pays most; false when none does.
  bool improve() {
    look_up();
    if (open_.empty()) return false;
    gain_.assign(problem_.places, 0.0);
    keep_.assign(problem_.places * open_.size(), 0.0);
    loss_.assign(open_.size(), 0.0);
    for (std::size_t i = 0; i < nearest_.size(); ++i) add_row(i);
    double best = least_gain * std::max(cost_, 1e-300);
    std::uint32_t comes = none;
    std::size_t goes = 0;
    for (std::uint32_t place = 0; place < problem_.places; ++place) {
      if (position_[place] != none) continue;
      const double* kept = keep_.data() + place * open_.size();
      for (std::size_t k = 0; k < open_.size(); ++k) {
        if (problem_.fixed[open_[k]] != 0) continue;
        const double profit = gain_[place] - loss_[k] + kept[k];
        if (profit <= best) continue;
        best = profit;
        comes = place;
        goes = k;
      }
    }
    if (comes == none) return false;
    position_[open_[goes]] = none;
    position_[comes] = static_cast<std::uint32_t>(goes);
    open_[goes] = comes;
    return true;
  }

  MedianSet result() {
    look_up();
    std::sort(open_.begin(), open_.end());
    return {open_, cost_};
  }

 private:
  struct Nearest {
    std::uint32_t open = none;  // position in open_
    double cost = 0.0;
    double second = 0.0;
  };

  void look_up() {
    nearest_.assign(problem_.rows.size(), {});
    cost_ = 0.0;
    for (std::size_t i = 0; i < nearest_.size(); ++i) {
      Nearest& nearest = nearest_[i];
      nearest.cost = nearest.second = problem_.unserved;
      const auto places = problem_.rows.places_of(i);
      for (std::size_t k = 0; k < places.size(); ++k) {
        if (position_[places[k]] == none) continue;
        const double cost = problem_.rows.costs_of(i)[k];
        if (nearest.open != none) {
          nearest.second = cost;
          break;
        }
        nearest.open = position_[places[k]];
        nearest.cost = cost;
      }
      cost_ += nearest.cost;
    }
  }

  // What the row adds to the gain of places that come, and to the loss of the open one it uses; whoever comes nearer
  // than the second keeps part of that loss off.
  void add_row(std::size_t i) {
    const Nearest& nearest = nearest_[i];
    const auto places = problem_.rows.places_of(i);
    const auto costs = problem_.rows.costs_of(i);
    if (nearest.open != none) loss_[nearest.open] += nearest.second - nearest.cost;
    for (std::size_t k = 0; k < places.size() && costs[k] < nearest.second; ++k) {
      if (position_[places[k]] != none) continue;
      gain_[places[k]] += std::max(0.0, nearest.cost - costs[k]);
      if (nearest.open == none) continue;
      keep_[places[k] * open_.size() + nearest.open] += nearest.second - std::max(nearest.cost, costs[k]);
    }
  }

  const MedianProblem& problem_;
  std::vector<std::uint32_t> open_;
  std::vector<std::uint32_t> position_;  // of a place in open_
  std::vector<Nearest> nearest_;
  std::vector<double> gain_;
  std::vector<double> loss_;  // by position in open_
  std::vector<double> keep_;  // places x open_
  double cost_ = 0.0;
};

// Adds the place that lowers the cost most, again and again; of equal ones the first.
std::vector<std::uint32_t> greedy(const MedianProblem& problem, std::size_t count) {
  std::vector<std::uint32_t> open;
  std::vector<double> now(problem.rows.size(), problem.unserved);
  const CostRows columns = by_place(problem.rows, problem.places);
  std::vector<std::uint8_t> is_open(problem.places, 0);
  const auto add = [&](std::uint32_t place) {
    is_open[place] = 1;
    open.push_back(place);
    const auto rows = columns.places_of(place);
    for (std::size_t k = 0; k < rows.size(); ++k) now[rows[k]] = std::min(now[rows[k]], columns.costs_of(place)[k]);
  };
  for (std::uint32_t place = 0; place < problem.places; ++place) {
    if (problem.fixed[place] != 0) add(place);
  }
  while (open.size() < count) {
    std::uint32_t best = none;
    double most = -1.0;
    for (std::uint32_t place = 0; place < problem.places; ++place) {
      if (is_open[place] != 0) continue;
      double gain = 0.0;
      const auto rows = columns.places_of(place);
      for (std::size_t k = 0; k < rows.size(); ++k) gain += std::max(0.0, now[rows[k]] - columns.costs_of(place)[k]);
      if (gain <= most) continue;
      most = gain;
      best = place;
    }
    add(best);
  }
  std::sort(open.begin(), open.end());
  return open;
}

// Puts other places for a few of the open ones.
std::vector<std::uint32_t> shaken(const MedianProblem& problem, std::vector<std::uint32_t> open,
                                  std::mt19937_64& random) {
  std::vector<std::uint8_t> is_open(problem.places, 0);
  for (const std::uint32_t place : open) is_open[place] = 1;
  std::vector<std::size_t> movable;
  for (std::size_t k = 0; k < open.size(); ++k) {
    if (problem.fixed[open[k]] == 0) movable.push_back(k);
  }
  if (movable.empty() || open.size() == problem.places) return open;
  const std::size_t moves = 1 + random() % std::min<std::size_t>(movable.size(), 2 + movable.size() / 8);
  for (std::size_t move = 0; move < moves; ++move) {
    std::uint32_t& goes = open[movable[random() % movable.size()]];
    std::uint32_t comes = static_cast<std::uint32_t>(random() % problem.places);
    while (is_open[comes] != 0) comes = static_cast<std::uint32_t>((comes + 1) % problem.places);
    is_open[goes] = 0;
    is_open[comes] = 1;
    goes = comes;
  }
  return open;
}

}  // namespace

double median_cost(const MedianProblem& problem, std::span<const std::uint32_t> open) {
  return Exchange(problem, open).result().cost;
}

MedianSet exchange(const MedianProblem& problem, std::span<const std::uint32_t> open, std::stop_token stop) {
  Exchange search(problem, open);
  while (search.improve()) throw_if_stopped({.stop = stop});
  return search.result();
}

MedianSet search_median(const MedianProblem& problem, std::size_t count, std::size_t shakes, std::stop_token stop) {
  std::mt19937_64 random(1);
  MedianSet best = exchange(problem, greedy(problem, count), stop);
  for (std::size_t k = 0; k < shakes; ++k) {
    MedianSet other = exchange(problem, shaken(problem, best.open, random), stop);
    if (other.cost < best.cost * (1 - least_gain)) best = std::move(other);
  }
  return best;
}

}  // namespace ancrage::planning
