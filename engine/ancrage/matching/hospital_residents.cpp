// SPDX-License-Identifier: Apache-2.0
#include "ancrage/matching/hospital_residents.hpp"

#include "ancrage/base/error.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace ancrage::matching {

namespace {

// For every entry (row i, position p, choice j) of the lists, in the order of j and then of i.
struct Transposed {
  std::vector<std::size_t> starts;
  std::vector<std::uint32_t> row;
  std::vector<std::uint32_t> position;
};

Transposed transposed(const PreferenceLists& lists, std::size_t columns) {
  Transposed result;
  result.starts.assign(columns + 1, 0);
  for (const std::uint32_t choice : lists.choices) {
    if (choice >= columns) {
      throw Error(ErrorCode::wrong_input, message("A preference list names position {0} of {1}", choice, columns));
    }
    ++result.starts[choice + 1];
  }
  std::partial_sum(result.starts.begin(), result.starts.end(), result.starts.begin());
  result.row.resize(lists.choices.size());
  result.position.resize(lists.choices.size());
  std::vector<std::size_t> next(result.starts.begin(), result.starts.end() - 1);
  for (std::uint32_t i = 0; i < lists.size(); ++i) {
    const auto list = lists.row(i);
    for (std::uint32_t p = 0; p < list.size(); ++p) {
      const std::size_t at = next[list[p]]++;
      if (at > result.starts[list[p]] && result.row[at - 1] == i) {
        throw Error(ErrorCode::wrong_input, message("Preference list {0} names position {1} twice", i, list[p]));
      }
      result.row[at] = i;
      result.position[at] = p;
    }
  }
  return result;
}

// Beside each entry (i, j) of `lists`, the position of i in j's list of `others`.
std::vector<std::uint32_t> positions_beside(const PreferenceLists& lists, const PreferenceLists& others) {
  const Transposed named_by = transposed(others, lists.size());
  std::vector<std::uint32_t> result(lists.choices.size(), none);
  std::vector<std::uint32_t> position_of(others.size(), none);
  for (std::size_t i = 0; i < lists.size(); ++i) {
    for (std::size_t k = named_by.starts[i]; k < named_by.starts[i + 1]; ++k) {
      position_of[named_by.row[k]] = named_by.position[k];
    }
    for (std::size_t k = lists.starts[i]; k < lists.starts[i + 1]; ++k) result[k] = position_of[lists.choices[k]];
    for (std::size_t k = named_by.starts[i]; k < named_by.starts[i + 1]; ++k) position_of[named_by.row[k]] = none;
  }
  return result;
}

}  // namespace

PreferenceLists preference_lists(std::span<const double> scores, std::span<const std::string> ids) {
  if (ids.empty() ? !scores.empty() : scores.size() % ids.size() != 0) {
    throw Error(ErrorCode::wrong_input, message("{0} scores do not fill rows of {1}", scores.size(), ids.size()));
  }
  PreferenceLists lists;
  std::vector<std::uint32_t> list;
  for (std::size_t first = 0; first < scores.size(); first += ids.size()) {
    const auto row = scores.subspan(first, ids.size());
    list.clear();
    for (std::uint32_t j = 0; j < row.size(); ++j) {
      if (!std::isnan(row[j])) list.push_back(j);
    }
    std::sort(list.begin(), list.end(),
              [&](std::uint32_t a, std::uint32_t b) { return row[a] != row[b] ? row[a] > row[b] : ids[a] < ids[b]; });
    lists.add(list);
  }
  return lists;
}

HospitalResidents::HospitalResidents(PreferenceLists residents, PreferenceLists hospitals,
                                     std::vector<std::uint32_t> capacity)
    : residents_(std::move(residents)), hospitals_(std::move(hospitals)), capacity_(std::move(capacity)) {
  if (capacity_.size() != hospitals_.size()) {
    throw Error(ErrorCode::wrong_input,
                message("{0} capacities were given for {1} hospitals", capacity_.size(), hospitals_.size()));
  }
  standing_ = positions_beside(residents_, hospitals_);
  appeal_ = positions_beside(hospitals_, residents_);
}

std::uint32_t hospital_of(const HospitalResidents& instance, const Matching& matching, std::size_t resident) {
  return matching[resident] == none ? none : instance.choices(resident)[matching[resident]];
}

Intake::Intake(const HospitalResidents& instance, const Matching& matching) : starts_(instance.hospitals() + 1, 0) {
  for (std::size_t r = 0; r < matching.size(); ++r) {
    if (matching[r] != none) ++starts_[hospital_of(instance, matching, r) + 1];
  }
  std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
  positions_.resize(starts_.back());
  residents_.resize(starts_.back());
  std::vector<std::size_t> next(starts_.begin(), starts_.end() - 1);
  for (std::size_t r = 0; r < matching.size(); ++r) {
    if (matching[r] == none) continue;
    positions_[next[hospital_of(instance, matching, r)]++] = instance.standing(r)[matching[r]];
  }
  for (std::size_t h = 0; h < instance.hospitals(); ++h) {
    std::sort(positions_.begin() + static_cast<std::ptrdiff_t>(starts_[h]),
              positions_.begin() + static_cast<std::ptrdiff_t>(starts_[h + 1]));
    for (std::size_t k = starts_[h]; k < starts_[h + 1]; ++k) residents_[k] = instance.candidates(h)[positions_[k]];
  }
}

}  // namespace ancrage::matching
