// SPDX-License-Identifier: Apache-2.0
// Stable matchings with couples by trying their pairs: couples are set on pairs of places, the best ones first, and the
// others settle among the hospitals, to which the members are candidates for their pair only. That is stable when the
// hospitals hold all members and no couple would be held at a pair that it likes better. Of the others' stable
// matchings the one that hospitals like best leaves couples least to gain, so trying every combination decides whether
// there is a stable matching at all.
#pragma once

#include "ancrage/matching/couples.hpp"

#include <cstddef>
#include <optional>
#include <span>

namespace ancrage::matching {

struct CoupleSearch {
  std::optional<Matching> stable{};  // the first that was found
  bool exhausted = false;            // nothing was found, and there is nothing left to try
};

// At most `most_tries` combinations, by rising sum of the positions in the couples' lists; each costs a stable
// matching.
CoupleSearch search_couple_pairs(const HospitalResidents& instance, std::span<const Couple> couples,
                                 std::size_t most_tries);

}  // namespace ancrage::matching
