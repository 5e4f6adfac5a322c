// SPDX-License-Identifier: Apache-2.0
#include "ancrage/matching/coupled_assignment.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace ancrage::matching {

namespace {

// What is settled of a couple: nothing yet, a pair of entries, or {none, none}.
using Settled = std::vector<std::optional<Couple::Choice>>;
constexpr Couple::Choice nowhere{none, none};

class Search {
 public:
  Search(const CostRows& rows, std::span<const std::uint32_t> capacity, std::span<const Couple> couples,
         const CoupledOptions& options, std::stop_token stop)
      : rows_(rows),
        capacity_(capacity),
        couples_(couples),
        steps_left_(options.most_steps),
        stop_(std::move(stop)),
        settled_(couples.size()) {
    for (const Couple& couple : couples) {
      std::vector<Couple::Choice> choices = couple.choices;
      std::stable_sort(choices.begin(), choices.end(),
                       [&](const auto& a, const auto& b) { return pair_cost(couple, a) < pair_cost(couple, b); });
      choices.push_back(nowhere);
      choices_.push_back(std::move(choices));
    }
    if (!options.start.empty()) best_ = priced(options.start);
  }

  CoupledAssignment run() {
    branch();
    return {best_.value_or(empty()), proven_};
  }

 private:
  double cost(std::size_t row, std::uint32_t entry) const { return rows_.costs[rows_.starts[row] + entry]; }
  double pair_cost(const Couple& couple, const Couple::Choice& choice) const {
    return cost(couple.first, choice.first) + cost(couple.second, choice.second);
  }
  Assignment priced(const std::vector<std::uint32_t>& entry) const {
    Assignment assignment{entry};
    for (std::size_t row = 0; row < entry.size(); ++row) {
      if (entry[row] == none) continue;
      assignment.cost += cost(row, entry[row]);
      ++assignment.placed;
    }
    return assignment;
  }
  Assignment empty() const {
    Assignment nobody;
    nobody.entry.assign(rows_.size(), none);
    return nobody;
  }
  static bool better(const Assignment& a, const Assignment& b) {
    return a.placed != b.placed ? a.placed > b.placed : a.cost < b.cost;
  }

  // The best without the links of couples that are not settled; nothing when the settled ones do not fit.
  std::optional<Assignment> relaxed() const {
    std::vector<std::uint32_t> left(capacity_.begin(), capacity_.end());
    std::vector<std::optional<std::uint32_t>> fixed(rows_.size());
    for (std::size_t c = 0; c < couples_.size(); ++c) {
      if (!settled_[c]) continue;
      for (const auto& [row, entry] :
           {std::pair{couples_[c].first, settled_[c]->first}, std::pair{couples_[c].second, settled_[c]->second}}) {
        fixed[row] = entry;
        if (entry != none && left[rows_.places[rows_.starts[row] + entry]]-- == 0) return std::nullopt;
      }
    }
    CostRows free;
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      for (std::size_t k = rows_.starts[row]; !fixed[row] && k < rows_.starts[row + 1]; ++k) {
        free.add(rows_.places[k], rows_.costs[k]);
      }
      free.end_row();
    }
    Assignment result = optimal_assignment(free, left, stop_);
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      if (!fixed[row] || *fixed[row] == none) continue;
      result.entry[row] = *fixed[row];
      result.cost += cost(row, *fixed[row]);
      ++result.placed;
    }
    return result;
  }

  std::optional<std::size_t> torn_couple(const Assignment& assignment) const {
    for (std::size_t c = 0; c < couples_.size(); ++c) {
      if (settled_[c]) continue;
      const Couple::Choice taken{assignment.entry[couples_[c].first], assignment.entry[couples_[c].second]};
      if (std::find(choices_[c].begin(), choices_[c].end(), taken) == choices_[c].end()) return c;
    }
    return std::nullopt;
  }

  void branch() {
    if (steps_left_ == 0) {
      proven_ = false;
      return;
    }
    --steps_left_;
    const std::optional<Assignment> bound = relaxed();
    if (!bound || (best_ && !better(*bound, *best_))) return;
    const auto torn = torn_couple(*bound);
    if (!torn) {
      best_ = bound;
      return;
    }
    for (const Couple::Choice& choice : choices_[*torn]) {
      settled_[*torn] = choice;
      branch();
      if (!proven_ || (best_ && !better(*bound, *best_))) break;
    }
    settled_[*torn].reset();
  }

  const CostRows& rows_;
  std::span<const std::uint32_t> capacity_;
  std::span<const Couple> couples_;
  std::size_t steps_left_;
  std::stop_token stop_;
  std::vector<std::vector<Couple::Choice>> choices_;  // by couple, the cheapest first, nowhere last
  Settled settled_;
  std::optional<Assignment> best_;
  bool proven_ = true;
};

}  // namespace

CoupledAssignment coupled_assignment(const CostRows& rows, std::span<const std::uint32_t> capacity,
                                     std::span<const Couple> couples, const CoupledOptions& options,
                                     std::stop_token stop) {
  if (couples.empty()) return {optimal_assignment(rows, capacity, std::move(stop))};
  return Search(rows, capacity, couples, options, std::move(stop)).run();
}

}  // namespace ancrage::matching
