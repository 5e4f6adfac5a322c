// SPDX-License-Identifier: Apache-2.0
// Hospitals and residents of whom some are couples: two residents who take a pair of places that suits both, or none.
// A stable matching need not exist then, and to find one is NP-hard (Ronn 1990), so this is a best effort: deferred
// acceptance with couples (after Roth & Peranson 1999), where a displaced member takes its partner along and a vacated
// place is offered again, in several orders of the applicants. An order that does not come to rest ends with the
// couples where they are and the others in a stable matching around them; the outcome says what still blocks.
#pragma once

#include "ancrage/matching/stable_matching.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace ancrage::matching {

// Positions in the lists of the two members, of pairs that suit them, best first.
struct Couple {
  struct Choice {
    std::uint32_t first;
    std::uint32_t second;
    bool operator==(const Choice&) const = default;
  };
  std::uint32_t first;  // residents
  std::uint32_t second;
  std::vector<Choice> choices{};
};

// A hospital would hold residents when they are all among the `capacity` whom it likes best of them and of those it
// has, the couple's own members left out.
struct BlockingCouple {
  std::uint32_t couple;
  std::uint32_t choice;  // the best of its choices that both hospitals would hold, better than what it has
  bool operator==(const BlockingCouple&) const = default;
};

struct CoupledMatching {
  Matching matching;
  std::vector<Pair> blocking_pairs;  // of residents without partner
  std::vector<BlockingCouple> blocking_couples;
  std::size_t attempts = 0;  // orders tried
  bool none_exists = false;  // proven: there is no stable matching

  bool stable() const { return blocking_pairs.empty() && blocking_couples.empty(); }
};

// Tries the residents in their order, then, while the outcome is not stable, other orders (shuffled by `seed`), then
// the couples' pairs one after the other (matching/couple_search.hpp); returns the first stable outcome, else the one
// with the fewest blocking pairs and couples. Without couples: the stable matching that is best for residents. Throws
// Error(wrong_input) when a resident is in two couples or a choice is not in the lists. Same input and seed, same
// outcome.
struct CoupleOptions {
  std::size_t attempts = 200;
  std::uint64_t seed = 1;
  std::size_t pairs = 20'000;  // combinations of the couples' pairs that are tried; fewer with long lists
};
CoupledMatching match_with_couples(const HospitalResidents& instance, std::span<const Couple> couples,
                                   const CoupleOptions& options = {});

// What blocks a matching: pairs of residents without partner, and couples.
std::vector<BlockingCouple> blocking_couples(const HospitalResidents& instance, std::span<const Couple> couples,
                                             const Matching& matching);

}  // namespace ancrage::matching
