// SPDX-License-Identifier: Apache-2.0
// Stable matchings of hospitals and residents by deferred acceptance (Gale & Shapley 1962, with capacities), what makes
// a matching unstable, and why a resident did not get a better-liked place.
//
//   const HospitalResidents instance(residents, hospitals, {2, 2, 2});
//   const Matching best_for_residents = stable_matching(instance, Side::residents);
//
// A pair blocks when it is acceptable, the resident likes the hospital better than what it has, and the hospital has a
// place left or likes the resident better than one of those it takes. Stable: nothing blocks. The same residents are
// placed, and each hospital fills as many places, in every stable matching (rural hospitals theorem, Roth 1986).
#pragma once

#include "ancrage/matching/hospital_residents.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace ancrage::matching {

enum class Side { residents, hospitals };

// The stable matching that every resident (or every hospital) likes at least as well as any other stable one. Cost:
// linear in the lists' length, times the log of the capacities.
Matching stable_matching(const HospitalResidents& instance, Side optimal_for);

struct Pair {
  std::uint32_t resident;
  std::uint32_t hospital;
  bool operator==(const Pair&) const = default;
};
// By resident, then in the resident's order. The matching holds acceptable pairs only.
std::vector<Pair> blocking_pairs(const HospitalResidents& instance, const Matching& matching);

// Why a resident is not at a hospital that it likes better than what it has.
enum class Reason {
  not_acceptable,  // the hospital does not name the resident
  no_places,       // its capacity is 0
  full,            // all places go to residents that it likes better
  blocking,        // none of these: the pair blocks, so the matching is not stable
};
struct Refusal {
  std::uint32_t hospital;
  Reason reason;
  std::span<const std::uint32_t> preferred;  // residents there whom it likes better, in its order; lives in the intake
};
// One for each hospital that the resident likes better than what it has, in its order.
std::vector<Refusal> refusals(const HospitalResidents& instance, const Matching& matching, const Intake& intake,
                              std::size_t resident);

}  // namespace ancrage::matching
