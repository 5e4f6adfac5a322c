// SPDX-License-Identifier: Apache-2.0
// The hospital–residents problem (Gale & Shapley 1962; METHODS.md section 5): residents and hospitals order each other,
// each resident takes one place at most, each hospital as many residents as it has places. Lists may be incomplete: a
// pair is acceptable when each names the other, and only such pairs are ever matched. Lists are strict; who makes them
// from scores breaks ties by id (preference_lists).
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

namespace ancrage::matching {

inline constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

// For each of one side, positions of the other side, best first; one list after the other.
struct PreferenceLists {
  std::vector<std::size_t> starts{0};
  std::vector<std::uint32_t> choices{};

  std::size_t size() const { return starts.size() - 1; }
  std::span<const std::uint32_t> row(std::size_t i) const {
    return std::span(choices).subspan(starts[i], starts[i + 1] - starts[i]);
  }
  void add(std::span<const std::uint32_t> list) {
    choices.insert(choices.end(), list.begin(), list.end());
    starts.push_back(choices.size());
  }
};

// The lists that scores lead to: `scores` are rows x ids.size(), row by row, the higher the better, NaN where a pair is
// not acceptable; equal scores by id. Throws Error(wrong_input) when the sizes do not fit. Cost: a sort a row.
PreferenceLists preference_lists(std::span<const double> scores, std::span<const std::string> ids);

// An instance with, for every entry of every list, where the one who wrote it stands in the other's list. Immutable;
// safe to share between threads.
class HospitalResidents {
 public:
  // One capacity a hospital. Throws Error(wrong_input) when sizes do not fit, a position is out of range or a list
  // repeats one. Cost: linear in the lists' length.
  HospitalResidents(PreferenceLists residents, PreferenceLists hospitals, std::vector<std::uint32_t> capacity);

  std::size_t residents() const { return residents_.size(); }
  std::size_t hospitals() const { return hospitals_.size(); }
  std::uint32_t capacity(std::size_t hospital) const { return capacity_[hospital]; }
  // The resident's list of hospitals, and beside each entry the resident's position in that hospital's list; none when
  // it is not there.
  std::span<const std::uint32_t> choices(std::size_t resident) const { return residents_.row(resident); }
  std::span<const std::uint32_t> standing(std::size_t resident) const {
    return beside(residents_, standing_, resident);
  }
  // The hospital's list of residents, and beside each entry the hospital's position in that resident's list.
  std::span<const std::uint32_t> candidates(std::size_t hospital) const { return hospitals_.row(hospital); }
  std::span<const std::uint32_t> appeal(std::size_t hospital) const { return beside(hospitals_, appeal_, hospital); }

 private:
  static std::span<const std::uint32_t> beside(const PreferenceLists& lists, const std::vector<std::uint32_t>& values,
                                               std::size_t row) {
    return std::span(values).subspan(lists.starts[row], lists.starts[row + 1] - lists.starts[row]);
  }

  PreferenceLists residents_;
  PreferenceLists hospitals_;
  std::vector<std::uint32_t> capacity_;
  std::vector<std::uint32_t> standing_;  // beside residents_.choices
  std::vector<std::uint32_t> appeal_;    // beside hospitals_.choices
};

// For each resident, the position in its own list (0: its first choice) of the hospital that it goes to, or none.
using Matching = std::vector<std::uint32_t>;

// The hospital that the resident goes to, or none.
std::uint32_t hospital_of(const HospitalResidents& instance, const Matching& matching, std::size_t resident);

// Who goes to each hospital, in the hospital's order.
class Intake {
 public:
  // The matching holds acceptable pairs only. Cost: linear in residents, and a sort a hospital.
  Intake(const HospitalResidents& instance, const Matching& matching);

  std::span<const std::uint32_t> residents(std::size_t hospital) const { return row(residents_, hospital); }
  // Beside them, their positions in the hospital's list.
  std::span<const std::uint32_t> positions(std::size_t hospital) const { return row(positions_, hospital); }

 private:
  std::span<const std::uint32_t> row(const std::vector<std::uint32_t>& values, std::size_t hospital) const {
    return std::span(values).subspan(starts_[hospital], starts_[hospital + 1] - starts_[hospital]);
  }

  std::vector<std::size_t> starts_;
  std::vector<std::uint32_t> residents_;
  std::vector<std::uint32_t> positions_;
};

}  // namespace ancrage::matching
