// SPDX-License-Identifier: Apache-2.0
#include "ancrage/matching/couple_search.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace ancrage::matching {

namespace {

class PairSearch {
 public:
  PairSearch(const HospitalResidents& instance, std::span<const Couple> couples, std::size_t most_tries)
      : instance_(instance), couples_(couples), tries_left_(most_tries), position_(couples.size(), 0) {
    fixed_.assign(instance.residents(), none);
    coupled_.assign(instance.residents(), 0);
    for (const Couple& couple : couples) coupled_[couple.first] = coupled_[couple.second] = 1;
    for (std::uint32_t h = 0; h < instance.hospitals(); ++h) {
      orders_.add(instance.candidates(h));
      capacity_.push_back(instance.capacity(h));
    }
  }

  CoupleSearch run() {
    // Position choices.size() of a couple's list: nowhere.
    std::size_t most = 0;
    for (const Couple& couple : couples_) most += couple.choices.size();
    for (std::size_t sum = 0; sum <= most; ++sum) {
      if (combine(0, sum) || tries_left_ == 0) return {std::move(found_), false};
    }
    return {std::nullopt, true};
  }

 private:
  // All positions of the couples from c on that add up to `sum`; true once a stable matching is found.
  bool combine(std::size_t c, std::size_t sum) {
    if (c + 1 == couples_.size()) {
      if (sum > couples_[c].choices.size()) return false;
      position_[c] = sum;
      return tries_left_ > 0 && try_positions();
    }
    for (std::size_t k = 0; k <= std::min(sum, couples_[c].choices.size()) && tries_left_ > 0; ++k) {
      position_[c] = k;
      if (combine(c + 1, sum - k)) return true;
    }
    return false;
  }

  bool try_positions() {
    --tries_left_;
    for (std::size_t c = 0; c < couples_.size(); ++c) {
      const Couple& couple = couples_[c];
      const bool nowhere = position_[c] == couple.choices.size();
      fixed_[couple.first] = nowhere ? none : couple.choices[position_[c]].first;
      fixed_[couple.second] = nowhere ? none : couple.choices[position_[c]].second;
    }
    const HospitalResidents settled(lists(), orders_, capacity_);
    for (const Side side : {Side::hospitals, Side::residents}) {
      if (!keeps_couples(stable_matching(settled, side))) return found_.has_value();
    }
    return true;
  }

  PreferenceLists lists() const {
    PreferenceLists result;
    for (std::uint32_t r = 0; r < instance_.residents(); ++r) {
      const auto choices = instance_.choices(r);
      if (coupled_[r] == 0) {
        result.add(choices);
      } else {
        result.add(fixed_[r] == none ? choices.first(0) : choices.subspan(fixed_[r], 1));
      }
    }
    return result;
  }

  // Whether all members are held and no couple would be held elsewhere; then it is kept as found.
  bool keeps_couples(Matching matching) {
    for (std::size_t r = 0; r < matching.size(); ++r) {
      if (coupled_[r] == 0) continue;
      if ((matching[r] == none) != (fixed_[r] == none)) return false;
      matching[r] = fixed_[r];
    }
    if (!blocking_couples(instance_, couples_, matching).empty()) return false;
    found_ = std::move(matching);
    return true;
  }

  const HospitalResidents& instance_;
  std::span<const Couple> couples_;
  std::size_t tries_left_;
  std::vector<std::size_t> position_;  // by couple, in its list
  std::vector<std::uint32_t> fixed_;   // by member, in its own list
  std::vector<std::uint8_t> coupled_;
  PreferenceLists orders_;
  std::vector<std::uint32_t> capacity_;
  std::optional<Matching> found_;
};

}  // namespace

CoupleSearch search_couple_pairs(const HospitalResidents& instance, std::span<const Couple> couples,
                                 std::size_t most_tries) {
  return PairSearch(instance, couples, most_tries).run();
}

}  // namespace ancrage::matching
