// SPDX-License-Identifier: Apache-2.0
// What the card says of the selected place beyond its scores: who lives and practises around it, what is near, which
// aids apply today; and its scores in words. The former takes a search along the roads, so it comes from the
// background.
#pragma once

#include "ancrage/assessment/assessment.hpp"
#include "ancrage/report/site_facts.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ancrage::viewer {

class Model;
class Results;
struct State;

// An aid as the reader's language has it.
struct AidLine {
  std::string title;
  std::string benefit;     // may be empty
  std::string state;       // whether it applies, its zone, from when until when
  std::string conditions;  // with its source
  bool open = false;       // applies, or may apply
};

struct SiteCard {
  std::size_t site = 0;
  report::SiteFacts facts;
  std::string sector;  // the priority sector that the site lies in; may be empty
  std::string date;    // of the aids
  std::vector<AidLine> aids;
  std::string aids_fault;  // why there are none
};

// The site that a card is shown of.
std::optional<std::size_t> carded_site(const State& state, const Model& model);
// Of today. Faults of the list of aids are told in the card. Throws interrupted.
SiteCard site_card(const Model& model, std::size_t site);

// Both scores in sentences, written when first asked for after a change.
class ScoreWords {
 public:
  const std::vector<std::string>& of(const Model& model, const Results& results, std::size_t site) const;

 private:
  mutable std::optional<std::pair<std::uint64_t, std::size_t>> key_;
  mutable std::vector<std::string> sentences_;
};

}  // namespace ancrage::viewer
