// SPDX-License-Identifier: Apache-2.0
// What separates the sites that are compared, in sentences: who stands before whom and why, and which weight would have
// to change for the other to pass.
#pragma once

#include "ancrage/assessment/assessment.hpp"
#include "ancrage/base/language.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace ancrage::viewer {

class Model;
class Results;

// Of the compared sites, those that are best: nobody when all are alike or nobody has a value.
std::vector<bool> best_of(const assessment::Assessment& assessment, std::span<const std::size_t> sites,
                          std::size_t criterion);
std::vector<bool> best_of(const assessment::Assessment& assessment, std::span<const std::size_t> sites,
                          assessment::Score score);

// How a site leads or follows the next one of those compared.
struct Separation {
  std::string who;        // "A stands before B (71 against 64)"
  std::string because;    // what speaks for the first, and for the second
  std::string otherwise;  // what would turn it round
};

class Comparison {
 public:
  // Each compared site against the next lower one, best first; computed when first asked for after a change.
  const std::vector<Separation>& separations(const Model& model, const Results& results,
                                             std::span<const std::size_t> sites, assessment::Score score) const;

 private:
  struct Key {
    std::uint64_t version = 0;
    std::vector<std::size_t> sites;
    assessment::Score score = assessment::Score::need;
    bool operator==(const Key&) const = default;
  };
  mutable std::optional<Key> key_;
  mutable std::vector<Separation> separations_;
};

}  // namespace ancrage::viewer
