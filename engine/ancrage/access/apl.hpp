// SPDX-License-Identifier: Apache-2.0
// What makes floating catchments the accessibilité potentielle localisée of DREES (METHODS.md section 1): which general
// practitioners count and for how many acts, and people counted by what their age asks for. The unit is acts (mostly
// consultations) a year per standardised inhabitant. Its decay is apl_decay() (access/decay.hpp).
#pragma once

#include "ancrage/base/quantity.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace ancrage::access {

// Acts a year per standardised inhabitant: below the first a place is under-served, below the second to be watched.
inline constexpr std::array<double, 2> apl_thresholds{2.5, 4.0};

// How many acts a year a practitioner offers.
struct SupplyRule {
  double floor = 3600;                   // whoever does fewer acts counts for these
  double cap = 6000;                     // whoever does more counts for these
  double unknown = 5400;                 // acts not known (missing or withheld): those of a full-time practitioner
  std::optional<double> age_limit = 65;  // older ones do not count, those of that age do; none: all count
};

// Throws Error(usage) unless 0 <= floor <= cap, unknown >= 0 and the age limit is positive, all finite.
void check_supply_rule(const SupplyRule& rule);

// Practitioners, one row each; the vectors are parallel.
struct Practitioners {
  std::vector<std::string> id;
  std::vector<std::uint32_t> place;  // position of the supply place
  std::vector<Quantity> acts;        // a year
  std::vector<Quantity> age;         // years
  std::size_t size() const { return id.size(); }
};

// Acts that one practitioner offers under the rule; one whose age is not known counts.
double counted_acts(const Quantity& acts, const Quantity& age, const SupplyRule& rule);

// What the rule did.
struct PractitionerCount {
  std::size_t counted = 0;
  std::vector<std::string> over_age;      // do not count
  std::vector<std::string> unknown_age;   // count as if within the limit; empty without a limit
  std::vector<std::string> unknown_acts;  // count for rule.unknown
};

// Acts a year offered at each of `places` supply places, and what was counted.
struct PractitionerSupply {
  std::vector<double> acts;
  PractitionerCount count;
};
PractitionerSupply practitioner_supply(const Practitioners& practitioners, std::size_t places, const SupplyRule& rule);

// Standardised inhabitants P*_i = Σ_a P_ia c_a / c̄. `people` are places x classes, row by row; `consumption` is c_a for
// each class in any unit; c̄ is its mean over the `reference` population by class (the nation, or when empty the places
// themselves: then the sum stays that of the people). Throws Error(wrong_input) when sizes differ, a number is negative
// or c̄ is 0.
std::vector<double> standardised_population(std::span<const double> people, std::span<const double> consumption,
                                            std::span<const double> reference = {});

}  // namespace ancrage::access
