// SPDX-License-Identifier: Apache-2.0
// An interview as one file (TOML) that a person can read: weights, sites, notes, scenario, and what the data were like
// when it was written. It holds no name of the person: whoever saves it chooses the file's name.
//
//   territory = "200066918"
//   compared = ["30132", "300017191"]
//   scenario_counts = true
//
//   [weights]                     by criterion, of each score
//   "need.accessibility" = 40
//
//   [[limit]]                     as assessment/limits.hpp has them
//   kind = "within"
//   minutes = 30
//   place = "Alès"
//
//   [notes]                       by site
//   30132 = "Collège à revoir."
//
//   [[change]]                    of the scenario, as access/scenario.hpp has them
//   kind = "add"
//   place = "30132"
//   gps = 1
//
//   [[rank]]                      of the compared sites, when it was written
//   site = "30132"
//   need = 3
//   attractiveness = 12
//
//   [[data]]                      layers of the territory, when it was written
//   layer = "facilities"
//   features = 612
//   source = "…"
#pragma once

#include "ancrage/assessment/assessment.hpp"
#include "viewer/interview.hpp"

#include <string>
#include <vector>

namespace ancrage::viewer {

class Model;
class Results;

// The same interview on the same territory gives the same bytes.
std::string interview_text(const Interview& interview, const Model& model, const assessment::Assessment& assessment);

struct OpenedInterview {
  Interview interview;
  // What the data have become since: layers with other sources or numbers, sites and criteria that are gone.
  std::vector<Message> changed;
  struct Rank {
    std::size_t site;
    assessment::Score score;
    std::size_t rank;
  };
  std::vector<Rank> ranks;  // as they were
};

// Throws unreadable_input, or wrong_input naming file and line. What the territory no longer has is left out and told
// in `changed`.
OpenedInterview read_interview(const std::string& path, const Model& model);

// Sites whose rank is another than it was, one line each.
std::vector<Message> changed_ranks(const OpenedInterview& opened, const Model& model,
                                   const assessment::Assessment& assessment);

}  // namespace ancrage::viewer
