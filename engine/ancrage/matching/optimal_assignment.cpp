// SPDX-License-Identifier: Apache-2.0
#include "ancrage/matching/optimal_assignment.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/matching/hospital_residents.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <utility>

namespace ancrage::matching {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

void check(const CostRows& rows, std::size_t places) {
  for (std::size_t k = 0; k < rows.places.size(); ++k) {
    if (rows.places[k] >= places) {
      throw Error(ErrorCode::wrong_input, message("An assignment names place {0} of {1}", rows.places[k], places));
    }
    if (!std::isfinite(rows.costs[k])) {
      throw Error(ErrorCode::wrong_input, message("The cost of an assignment is not finite"),
                  fmt::format("{}", rows.costs[k]));
    }
  }
}

// Invariant, over the rows placed so far: cost - row_price - place_price is 0 or more on every entry, 0 on those taken,
// and place_price is 0 or less, 0 for places that are not full.
class Augmenter {
 public:
  Augmenter(const CostRows& rows, std::span<const std::uint32_t> capacity)
      : rows_(rows),
        capacity_(capacity),
        taken_(rows.size(), none),
        row_price_(rows.size(), 0.0),
        place_price_(capacity.size(), 0.0),
        members_(capacity.size()),
        distance_(capacity.size(), infinity),
        via_row_(capacity.size(), none) {}

  void place(std::uint32_t row) {
    if (rows_.starts[row] == rows_.starts[row + 1]) return;
    double price = infinity;
    for (std::size_t k = rows_.starts[row]; k < rows_.starts[row + 1]; ++k) {
      price = std::min(price, rows_.costs[k] - place_price_[rows_.places[k]]);
    }
    row_price_[row] = price;
    const std::uint32_t end = search(row);
    if (end != none) {
      move_prices(row, distance_[end]);
      take_path(row, end);
    } else {
      displace(row);
    }
    for (const std::uint32_t place : reached_) distance_[place] = infinity;
    reached_.clear();
    settled_.clear();
  }

  Assignment result() const {
    Assignment assignment;
    assignment.entry.assign(rows_.size(), none);
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      if (taken_[row] == none) continue;
      const std::size_t first = rows_.starts[row];
      const auto at =
          std::find(rows_.places.begin() + static_cast<std::ptrdiff_t>(first), rows_.places.end(), taken_[row]);
      const std::size_t entry = static_cast<std::size_t>(at - rows_.places.begin());
      assignment.entry[row] = static_cast<std::uint32_t>(entry - first);
      assignment.cost += rows_.costs[entry];
      ++assignment.placed;
    }
    return assignment;
  }

 private:
  using Reached = std::pair<double, std::uint32_t>;

  void scan(std::uint32_t row, double distance) {
    const double base = distance - row_price_[row];
    for (std::size_t k = rows_.starts[row]; k < rows_.starts[row + 1]; ++k) {
      const std::uint32_t place = rows_.places[k];
      // What rounding leaves below 0 would make the search go in circles.
      const double reached = std::max(distance, base + rows_.costs[k] - place_price_[place]);
      if (reached >= distance_[place]) continue;
      if (distance_[place] == infinity) reached_.push_back(place);
      distance_[place] = reached;
      via_row_[place] = row;
      heap_.emplace_back(reached, place);
      std::push_heap(heap_.begin(), heap_.end(), std::greater<>());
    }
  }

  // The nearest place with room, or none when all that can be reached are full.
  std::uint32_t search(std::uint32_t row) {
    scan(row, 0.0);
    while (!heap_.empty()) {
      const auto [distance, place] = heap_.front();
      std::pop_heap(heap_.begin(), heap_.end(), std::greater<>());
      heap_.pop_back();
      if (distance > distance_[place]) continue;
      if (members_[place].size() < capacity_[place]) {
        heap_.clear();
        return place;
      }
      settled_.push_back(place);
      for (const std::uint32_t member : members_[place]) scan(member, distance);
    }
    return none;
  }

  // Keeps the invariant for a path of that length.
  void move_prices(std::uint32_t row, double length) {
    row_price_[row] += length;
    for (const std::uint32_t place : settled_) {
      const double change = length - distance_[place];
      if (!(change > 0)) continue;
      place_price_[place] -= change;
      for (const std::uint32_t member : members_[place]) row_price_[member] += change;
    }
  }

  void take_path(std::uint32_t row, std::uint32_t end) {
    for (std::uint32_t place = end;;) {
      const std::uint32_t mover = via_row_[place];
      const std::uint32_t left = std::exchange(taken_[mover], place);
      members_[place].push_back(mover);
      if (mover == row) return;
      remove(left, mover);
      place = left;
    }
  }

  void remove(std::uint32_t place, std::uint32_t row) {
    auto& members = members_[place];
    members.erase(std::find(members.begin(), members.end(), row));
  }

  // No room within reach: one of the rows reached, the new one included, stays out; the one whose leaving saves most.
  void displace(std::uint32_t row) {
    double least = 0.0;
    std::uint32_t out = row;
    for (const std::uint32_t place : settled_) {
      for (const std::uint32_t member : members_[place]) {
        const double change = distance_[place] + row_price_[row] - row_price_[member];
        if (change < least) {
          least = change;
          out = member;
        }
      }
    }
    if (out == row) return;
    const std::uint32_t end = taken_[out];
    move_prices(row, distance_[end]);
    remove(end, out);
    taken_[out] = none;
    take_path(row, end);
  }

  const CostRows& rows_;
  std::span<const std::uint32_t> capacity_;
  std::vector<std::uint32_t> taken_;  // place of each row
  std::vector<double> row_price_;
  std::vector<double> place_price_;
  std::vector<std::vector<std::uint32_t>> members_;  // rows of each place
  std::vector<double> distance_;                     // of the search under way
  std::vector<std::uint32_t> via_row_;
  std::vector<std::uint32_t> reached_;
  std::vector<std::uint32_t> settled_;
  std::vector<Reached> heap_;  // nearest on top
};

}  // namespace

Assignment optimal_assignment(const CostRows& rows, std::span<const std::uint32_t> capacity, std::stop_token stop) {
  check(rows, capacity.size());
  Augmenter augmenter(rows, capacity);
  for (std::uint32_t row = 0; row < rows.size(); ++row) {
    if (stop.stop_requested()) throw Error(ErrorCode::interrupted, message("Interrupted"));
    augmenter.place(row);
  }
  return augmenter.result();
}

}  // namespace ancrage::matching
