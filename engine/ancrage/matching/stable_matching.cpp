// SPDX-License-Identifier: Apache-2.0
#include "ancrage/matching/stable_matching.hpp"

#include <algorithm>

namespace ancrage::matching {

namespace {

// Residents propose down their lists; a hospital keeps the best that fit, its worst on top of a heap.
Matching residents_propose(const HospitalResidents& instance) {
  Matching matching(instance.residents(), none);
  std::vector<std::uint32_t> next(instance.residents(), 0);
  std::vector<std::vector<std::uint32_t>> kept(instance.hospitals());  // positions in the hospital's list
  for (std::uint32_t first = 0; first < instance.residents(); ++first) {
    std::uint32_t resident = first;
    while (resident != none && next[resident] < instance.choices(resident).size()) {
      const std::uint32_t choice = next[resident]++;
      const std::uint32_t hospital = instance.choices(resident)[choice];
      const std::uint32_t position = instance.standing(resident)[choice];
      auto& heap = kept[hospital];
      const bool has_place = heap.size() < instance.capacity(hospital);
      if (position == none || (!has_place && (heap.empty() || heap.front() < position))) continue;
      std::uint32_t displaced = none;
      if (!has_place) {
        displaced = instance.candidates(hospital)[heap.front()];
        matching[displaced] = none;
        std::pop_heap(heap.begin(), heap.end());
        heap.pop_back();
      }
      heap.push_back(position);
      std::push_heap(heap.begin(), heap.end());
      matching[resident] = choice;
      resident = displaced;
    }
  }
  return matching;
}

// Hospitals propose down their lists while they have places; a resident keeps the best.
Matching hospitals_propose(const HospitalResidents& instance) {
  Matching matching(instance.residents(), none);
  std::vector<std::uint32_t> next(instance.hospitals(), 0);
  std::vector<std::uint32_t> free(instance.hospitals());
  std::vector<std::uint32_t> waiting;
  for (std::uint32_t h = 0; h < instance.hospitals(); ++h) {
    free[h] = instance.capacity(h);
    waiting.push_back(h);
  }
  while (!waiting.empty()) {
    const std::uint32_t hospital = waiting.back();
    if (free[hospital] == 0 || next[hospital] == instance.candidates(hospital).size()) {
      waiting.pop_back();
      continue;
    }
    const std::uint32_t position = next[hospital]++;
    const std::uint32_t resident = instance.candidates(hospital)[position];
    const std::uint32_t choice = instance.appeal(hospital)[position];
    if (choice >= matching[resident]) continue;  // not acceptable, or the resident has better
    if (matching[resident] != none) {
      const std::uint32_t left = hospital_of(instance, matching, resident);
      if (free[left]++ == 0) waiting.push_back(left);
    }
    --free[hospital];
    matching[resident] = choice;
  }
  return matching;
}

// How many of those there the hospital likes better than a resident at that position of its list.
std::size_t liked_better(std::span<const std::uint32_t> positions, std::uint32_t position) {
  return static_cast<std::size_t>(std::lower_bound(positions.begin(), positions.end(), position) - positions.begin());
}

}  // namespace

Matching stable_matching(const HospitalResidents& instance, Side optimal_for) {
  return optimal_for == Side::residents ? residents_propose(instance) : hospitals_propose(instance);
}

std::vector<Pair> blocking_pairs(const HospitalResidents& instance, const Matching& matching) {
  const Intake intake(instance, matching);
  std::vector<Pair> result;
  for (std::uint32_t r = 0; r < instance.residents(); ++r) {
    const auto choices = instance.choices(r);
    const std::size_t better = std::min<std::size_t>(matching[r], choices.size());
    for (std::size_t k = 0; k < better; ++k) {
      const std::uint32_t position = instance.standing(r)[k];
      if (position == none) continue;
      if (liked_better(intake.positions(choices[k]), position) < instance.capacity(choices[k])) {
        result.push_back({r, choices[k]});
      }
    }
  }
  return result;
}

std::vector<Refusal> refusals(const HospitalResidents& instance, const Matching& matching, const Intake& intake,
                              std::size_t resident) {
  std::vector<Refusal> result;
  const auto choices = instance.choices(resident);
  const std::size_t better = std::min<std::size_t>(matching[resident], choices.size());
  for (std::size_t k = 0; k < better; ++k) {
    const std::uint32_t hospital = choices[k];
    const std::uint32_t position = instance.standing(resident)[k];
    Refusal refusal{hospital, Reason::not_acceptable, {}};
    if (position != none) {
      refusal.preferred = intake.residents(hospital).first(liked_better(intake.positions(hospital), position));
      refusal.reason = instance.capacity(hospital) == 0                          ? Reason::no_places
                       : refusal.preferred.size() == instance.capacity(hospital) ? Reason::full
                                                                                 : Reason::blocking;
    }
    result.push_back(refusal);
  }
  return result;
}

}  // namespace ancrage::matching
