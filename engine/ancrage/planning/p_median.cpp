// SPDX-License-Identifier: Apache-2.0
// p_median of planning/location_models.hpp: a good set by exchange, bounds by Lagrangian relaxation, places fixed where
// the bound allows it, and branching on what is left (Beasley 1993).
#include "ancrage/base/error.hpp"
#include "ancrage/base/parallel_for.hpp"
#include "ancrage/planning/deadline.hpp"
#include "ancrage/planning/location_checks.hpp"
#include "ancrage/planning/location_models.hpp"
#include "ancrage/planning/median_bound.hpp"
#include "ancrage/planning/median_search.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <queue>
#include <utility>

namespace ancrage::planning {

namespace {

constexpr std::size_t first_shakes = 300;
// Steps towards a bound at the root, and below it, where prices are nearly right.
constexpr BoundOptions at_root{.steps = 20000};
constexpr BoundOptions below{.steps = 100, .pace = 0.1, .patience = 10};
constexpr std::size_t at_once = 2;         // nodes branched on side by side
constexpr double worth_exchanging = 1.01;  // of the best cost
constexpr double proof = 1e-9;             // of the cost
constexpr double exact_integers = 1e9;     // sums of whole costs up to it are told apart by bounds with rounding

MedianProblem median_problem(const LocationProblem& problem) {
  MedianProblem median{.places = problem.places(), .rows = nearest_first(problem), .fixed = problem.fixed};
  CostRows served;
  double sum = 0.0;
  for (std::size_t i = 0; i < problem.demands(); ++i) {
    if (!(problem.people[i] > 0)) continue;
    const auto places = median.rows.places_of(i);
    for (std::size_t k = 0; k < places.size(); ++k) {
      served.add(places[k], problem.people[i] * median.rows.costs_of(i)[k]);
    }
    if (!places.empty()) sum += served.costs.back();
    served.end_row();
  }
  median.rows = std::move(served);
  median.unserved = 2 * sum + 1;
  return median;
}

// Between the nearest and the second nearest open place of each row.
std::vector<double> first_prices(const MedianProblem& problem, std::span<const std::uint32_t> open) {
  std::vector<std::uint8_t> is_open(problem.places, 0);
  for (const std::uint32_t place : open) is_open[place] = 1;
  std::vector<double> price(problem.rows.size(), 0.0);
  for (std::size_t i = 0; i < price.size(); ++i) {
    const auto places = problem.rows.places_of(i);
    double nearest = -1.0;
    for (std::size_t k = 0; k < places.size(); ++k) {
      if (is_open[places[k]] == 0) continue;
      const double cost = problem.rows.costs_of(i)[k];
      price[i] = nearest < 0 ? cost : (nearest + cost) / 2;
      if (nearest >= 0) break;
      nearest = cost;
    }
  }
  return price;
}

struct Node {
  std::vector<PlaceState> state;
  std::vector<double> price;
  double bound = 0.0;
  std::size_t number = 0;
  std::uint32_t place = none;  // to branch on
};

// What is left of a node: itself when something better may be below it, and the best set met.
struct Visit {
  std::optional<Node> node{};
  MedianSet best{};
};

class MedianTree {
 public:
  MedianTree(const MedianProblem& problem, std::size_t count, MedianSet start, const Deadline& deadline,
             const Progress& progress)
      : problem_(problem), count_(count), best_(std::move(start)), deadline_(deadline), progress_(progress) {
    whole_ = best_.cost < exact_integers && std::all_of(problem.rows.costs.begin(), problem.rows.costs.end(),
                                                        [](double cost) { return cost == std::floor(cost); });
  }

  void grow() {
    Node root{.state = std::vector<PlaceState>(problem_.places, PlaceState::free),
              .price = first_prices(problem_, best_.open),
              .bound = 0.0,
              .number = made_++};
    for (std::size_t place = 0; place < problem_.places; ++place) {
      if (problem_.fixed[place] != 0) root.state[place] = PlaceState::open;
    }
    keep(visit(std::move(root), at_root));
    root_bound_ = bound();
    while (!proven() && !deadline_.passed()) {
      branch();
      progress_(message("p-median: proving the optimum"), root_share());
    }
  }

  const MedianSet& best() const { return best_; }
  double bound() const { return proven() ? best_.cost : std::min(nodes_.top().bound, best_.cost); }
  bool proven() const { return nodes_.empty() || nodes_.top().bound >= cutoff(best_); }

 private:
  struct Later {
    bool operator()(const Node& a, const Node& b) const {
      return a.bound != b.bound ? a.bound > b.bound : a.number > b.number;
    }
  };

  // A bound that high leaves nothing better: whole costs differ by 1 at least.
  double cutoff(const MedianSet& best) const { return whole_ ? best.cost - 0.999 : best.cost * (1 - proof); }

  double root_share() const {
    const double all = cutoff(best_) - root_bound_;
    return all > 0 ? std::clamp((nodes_.empty() ? all : nodes_.top().bound - root_bound_) / all, 0.0, 0.99) : 0.99;
  }

  // The nodes of the least bounds, each with its place open and closed, visited side by side from the same best set:
  // the tree is the same on any number of threads.
  void branch() {
    std::vector<Node> children;
    for (std::size_t n = 0; n < at_once && !proven(); ++n) {
      const Node node = nodes_.top();
      nodes_.pop();
      for (const PlaceState state : {PlaceState::open, PlaceState::closed}) {
        Node& child = children.emplace_back(node);
        child.state[node.place] = state;
        child.number = made_++;
      }
    }
    std::vector<Visit> visits(children.size());
    parallel_for(children.size(), progress_.stop, [&](std::size_t begin, std::size_t end) {
      for (std::size_t child = begin; child < end; ++child) visits[child] = visit(std::move(children[child]), below);
    });
    for (Visit& visit : visits) keep(std::move(visit));
  }

  void keep(Visit visit) {
    if (visit.best.cost < best_.cost) best_ = std::move(visit.best);
    if (visit.node) nodes_.push(std::move(*visit.node));
  }

  // Bounds and fixes until nothing moves.
  Visit visit(Node node, BoundOptions options) const {
    Visit result{{}, best_};
    for (;;) {
      const auto open = static_cast<std::size_t>(std::count(node.state.begin(), node.state.end(), PlaceState::open));
      const auto free = static_cast<std::size_t>(std::count(node.state.begin(), node.state.end(), PlaceState::free));
      if (open > count_ || open + free < count_) return result;
      if (open == count_ || open + free == count_) {
        look_at(only_set(node.state, open < count_), false, result.best);
        return result;
      }
      options.price = node.price;
      options.target = result.best.cost;
      options.enough = cutoff(result.best);
      const MedianBound bound = median_bound(problem_, count_, node.state, options, progress_.stop);
      node.price = bound.price;
      node.bound = std::max(node.bound, bound.cost);
      look_at(bound.open, node.number == 0, result.best);
      if (node.bound >= cutoff(result.best)) return result;
      if (fix_places(bound, cutoff(result.best), node.state) == 0) {
        node.place = most_open_question(bound, node.state);
        result.node = std::move(node);
        return result;
      }
      options = below;
    }
  }

  void look_at(std::span<const std::uint32_t> open, bool thoroughly, MedianSet& best) const {
    MedianSet set{{open.begin(), open.end()}, median_cost(problem_, open)};
    if (thoroughly || set.cost < best.cost * worth_exchanging) set = exchange(problem_, open, progress_.stop);
    if (set.cost < cutoff(best)) best = std::move(set);
  }

  // The open places, and the free ones too when all are needed.
  static std::vector<std::uint32_t> only_set(std::span<const PlaceState> state, bool with_free) {
    std::vector<std::uint32_t> result;
    for (std::uint32_t place = 0; place < state.size(); ++place) {
      if (state[place] == PlaceState::open || (with_free && state[place] == PlaceState::free)) result.push_back(place);
    }
    return result;
  }

  static std::uint32_t most_open_question(const MedianBound& bound, std::span<const PlaceState> state) {
    std::uint32_t result = none;
    double least = 2.0;
    for (std::uint32_t place = 0; place < state.size(); ++place) {
      if (state[place] != PlaceState::free) continue;
      const double distance = std::abs(bound.share[place] - 0.5);
      if (distance >= least) continue;
      least = distance;
      result = place;
    }
    return result;
  }

  const MedianProblem& problem_;
  std::size_t count_;
  MedianSet best_;
  const Deadline& deadline_;
  const Progress& progress_;
  bool whole_ = false;
  double root_bound_ = 0.0;
  std::size_t made_ = 0;
  std::priority_queue<Node, std::vector<Node>, Later> nodes_;
};

// A set that serves every row, from the places that set covering needs; throws when there is none.
MedianSet served_set(const LocationProblem& problem, const MedianProblem& median, std::size_t count,
                     const LocationOptions& options, const Progress& progress) {
  MedianSet found = search_median(median, count, first_shakes, progress.stop);
  if (found.cost < median.unserved) return found;
  LocationSolution cover = set_covering(problem, std::numeric_limits<double>::infinity(), options, progress);
  if (cover.open.size() > count) fail_needs_more(cover, count);
  fill_up(cover.open, problem.places(), count);
  return exchange(median, cover.open, progress.stop);
}

}  // namespace

LocationSolution p_median(const LocationProblem& problem, std::size_t count, const LocationOptions& options,
                          const Progress& progress) {
  check_count(problem, count);
  const Deadline deadline(options.seconds);
  const MedianProblem median = median_problem(problem);
  check_reached(problem, std::numeric_limits<double>::infinity());
  MedianTree tree(median, count, served_set(problem, median, count, options, progress), deadline, progress);
  tree.grow();
  progress(message("p-median: proving the optimum"), 1.0);
  LocationSolution solution{
      .open = tree.best().open, .objective = tree.best().cost, .bound = tree.bound(), .proven = tree.proven()};
  fill_up(solution.open, problem.places(), count);
  return solution;
}

}  // namespace ancrage::planning
