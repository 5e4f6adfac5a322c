// SPDX-License-Identifier: Apache-2.0
#include "ancrage/planning/cover.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace ancrage::planning {

namespace {

// Sets of small numbers, one bit each.
class BitRows {
 public:
  BitRows(std::size_t rows, std::size_t bits) : words_((bits + 63) / 64), bits_(rows * words_, 0), size_(rows, 0) {}

  void add(std::size_t row, std::size_t bit) {
    bits_[row * words_ + bit / 64] |= std::uint64_t{1} << (bit % 64);
    ++size_[row];
  }
  std::size_t size(std::size_t row) const { return size_[row]; }
  bool is_within(std::size_t small, std::size_t large) const {
    if (size_[small] > size_[large]) return false;
    for (std::size_t w = 0; w < words_; ++w) {
      if ((bits_[small * words_ + w] & ~bits_[large * words_ + w]) != 0) return false;
    }
    return true;
  }

 private:
  std::size_t words_;
  std::vector<std::uint64_t> bits_;
  std::vector<std::size_t> size_;
};

}  // namespace

void Cover::set_columns() {
  columns.clear();
  for (const auto& row : rows) columns.insert(columns.end(), row.begin(), row.end());
  std::sort(columns.begin(), columns.end());
  columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
}

Cover cover_within(const LocationProblem& problem, double radius) {
  Cover cover;
  std::map<std::vector<std::uint32_t>, double> people;
  for (std::size_t i = 0; i < problem.demands(); ++i) {
    if (!(problem.people[i] > 0)) continue;
    std::vector<std::uint32_t> row;
    const auto places = problem.costs.places_of(i);
    bool done = false;
    for (std::size_t k = 0; k < places.size(); ++k) {
      if (problem.costs.costs_of(i)[k] > radius) continue;
      row.push_back(places[k]);
      done = done || problem.fixed[places[k]] != 0;
    }
    if (done) {
      cover.people_of_fixed += problem.people[i];
    } else if (!row.empty()) {
      std::sort(row.begin(), row.end());
      people[std::move(row)] += problem.people[i];
    }
  }
  for (auto& [row, count] : people) {
    cover.rows.push_back(row);
    cover.people.push_back(count);
  }
  cover.set_columns();
  return cover;
}

void drop_dominated_places(Cover& cover, std::size_t places) {
  BitRows rows_of(places, cover.rows.size());
  for (std::size_t r = 0; r < cover.rows.size(); ++r) {
    for (const std::uint32_t place : cover.rows[r]) rows_of.add(place, r);
  }
  std::vector<std::uint8_t> dropped(places, 0);
  for (const std::uint32_t a : cover.columns) {
    for (const std::uint32_t b : cover.columns) {
      if (a == b || dropped[b] != 0 || !rows_of.is_within(a, b)) continue;
      if (rows_of.size(a) == rows_of.size(b) && a < b) continue;
      dropped[a] = 1;
      break;
    }
  }
  for (auto& row : cover.rows) std::erase_if(row, [&](std::uint32_t place) { return dropped[place] != 0; });
  cover.set_columns();
}

void drop_implied_rows(Cover& cover, std::size_t places) {
  BitRows places_of(cover.rows.size(), places);
  for (std::size_t r = 0; r < cover.rows.size(); ++r) {
    for (const std::uint32_t place : cover.rows[r]) places_of.add(r, place);
  }
  std::vector<std::uint8_t> dropped(cover.rows.size(), 0);
  for (std::size_t a = 0; a < cover.rows.size(); ++a) {
    for (std::size_t b = 0; b < cover.rows.size(); ++b) {
      if (a == b || dropped[b] != 0 || !places_of.is_within(b, a)) continue;
      if (places_of.size(a) == places_of.size(b) && a < b) continue;
      dropped[a] = 1;
      break;
    }
  }
  Cover kept;
  for (std::size_t r = 0; r < cover.rows.size(); ++r) {
    if (dropped[r] != 0) continue;
    kept.rows.push_back(std::move(cover.rows[r]));
    kept.people.push_back(cover.people[r]);
  }
  cover.rows = std::move(kept.rows);
  cover.people = std::move(kept.people);
  cover.set_columns();
}

}  // namespace ancrage::planning
