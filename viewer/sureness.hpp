// SPDX-License-Identifier: Apache-2.0
// How sure the order of the compared sites is: which share of all weightings puts each of them first, and up to which
// weight the first one stays so. Computed in the background.
#pragma once

#include "ancrage/assessment/assessment.hpp"
#include "ancrage/decision/decision_table.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ancrage {
class Language;
}

namespace ancrage::viewer {

class Model;
struct State;

// What it rests on.
struct SurenessKey {
  std::uint64_t version = 0;  // of the results
  assessment::Score score = assessment::Score::need;
  std::vector<std::size_t> sites;  // those compared that have a score
  bool operator==(const SurenessKey&) const = default;
};

struct Sureness {
  struct Site {
    double first = 0.0;  // share of the weightings that put it first
    std::string words;   // "first in 72 % of the weightings; stays first as long as …"
  };
  SurenessKey key;
  std::vector<Site> sites;  // as in the key
  std::string basis;        // how weightings were drawn
};

// What the view asks for: nothing where no sentences are shown, or fewer than two sites have a score.
std::optional<SurenessKey> wanted_sureness(const State& state);

// What the work needs of the state, so that the interview goes on meanwhile.
struct SurenessInput {
  SurenessKey key;
  decision::DecisionTable utilities;  // of the sites of the key
  std::vector<double> weights;
  std::vector<std::string> labels;  // of the criteria
};
SurenessInput sureness_input(const State& state, const Model& model, SurenessKey key);
Sureness sureness_of(const SurenessInput& input, const Language& language);

}  // namespace ancrage::viewer
