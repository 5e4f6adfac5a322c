// SPDX-License-Identifier: Apache-2.0
#include "ancrage/matching/couples.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/matching/couple_search.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <numeric>
#include <random>
#include <utility>

namespace ancrage::matching {

namespace {

// Who looks for places together: a resident alone, or a couple.
struct Applicant {
  std::uint32_t first;
  std::uint32_t second = none;  // partner
  std::span<const Couple::Choice> choices{};
};

void check(const HospitalResidents& instance, std::span<const Couple> couples) {
  std::vector<std::uint8_t> taken(instance.residents(), 0);
  for (const Couple& couple : couples) {
    for (const std::uint32_t member : {couple.first, couple.second}) {
      if (member >= instance.residents() || taken[member]++ != 0) {
        throw Error(ErrorCode::wrong_input, message("Resident {0} is in two couples, or is not there", member));
      }
    }
    for (const auto& choice : couple.choices) {
      if (choice.first >= instance.choices(couple.first).size() ||
          choice.second >= instance.choices(couple.second).size()) {
        throw Error(ErrorCode::wrong_input, message("A couple chooses what is not in its members’ lists"));
      }
    }
  }
}

std::vector<Applicant> applicants_of(const HospitalResidents& instance, std::span<const Couple> couples) {
  std::vector<std::uint8_t> coupled(instance.residents(), 0);
  for (const Couple& couple : couples) coupled[couple.first] = coupled[couple.second] = 1;
  std::vector<Applicant> result;
  for (std::uint32_t r = 0; r < instance.residents(); ++r) {
    if (coupled[r] == 0) result.push_back({.first = r});
  }
  for (const Couple& couple : couples) result.push_back({couple.first, couple.second, couple.choices});
  return result;
}

// The state of the hospitals while applicants come and go.
class Wards {
 public:
  explicit Wards(const HospitalResidents& instance)
      : instance_(instance), matching_(instance.residents(), none), held_(instance.hospitals()) {}
  Wards(const HospitalResidents& instance, const Matching& matching) : Wards(instance) {
    for (std::uint32_t r = 0; r < matching.size(); ++r) {
      if (matching[r] != none) admit(r, matching[r]);
    }
  }

  const Matching& matching() const { return matching_; }

  // Whether the hospital would hold the resident, and its partner when that comes to the same hospital, with both left
  // out of those it has.
  bool would_hold(const Applicant& applicant, std::uint32_t first, std::uint32_t second) const {
    const std::uint32_t hospital = instance_.choices(applicant.first)[first];
    const std::uint32_t position = instance_.standing(applicant.first)[first];
    if (applicant.second == none) return holds(applicant, hospital, position, 0);
    const std::uint32_t other = instance_.choices(applicant.second)[second];
    const std::uint32_t other_position = instance_.standing(applicant.second)[second];
    if (hospital != other) {
      return holds(applicant, hospital, position, 0) && holds(applicant, other, other_position, 0);
    }
    // The one it likes less needs a place beside the other's.
    if (position == none || other_position == none) return false;
    return holds(applicant, hospital, std::max(position, other_position), 1);
  }

  void admit(std::uint32_t resident, std::uint32_t choice) {
    matching_[resident] = choice;
    const std::uint32_t position = instance_.standing(resident)[choice];
    auto& positions = held_[instance_.choices(resident)[choice]];
    positions.insert(std::lower_bound(positions.begin(), positions.end(), position), position);
  }
  // The hospital that it leaves, or none.
  std::uint32_t dismiss(std::uint32_t resident) {
    if (matching_[resident] == none) return none;
    const std::uint32_t hospital = hospital_of(instance_, matching_, resident);
    auto& positions = held_[hospital];
    positions.erase(
        std::lower_bound(positions.begin(), positions.end(), instance_.standing(resident)[matching_[resident]]));
    matching_[resident] = none;
    return hospital;
  }
  // Whether the hospitals have places that are free for both.
  bool has_room(const Applicant& couple, std::uint32_t first, std::uint32_t second) const {
    const std::uint32_t hospital = instance_.choices(couple.first)[first];
    const std::uint32_t other = instance_.choices(couple.second)[second];
    if (instance_.standing(couple.first)[first] == none || instance_.standing(couple.second)[second] == none) {
      return false;
    }
    if (hospital == other) return free_places(hospital) >= 2;
    return free_places(hospital) >= 1 && free_places(other) >= 1;
  }
  std::uint32_t free_places(std::uint32_t hospital) const {
    return instance_.capacity(hospital) - static_cast<std::uint32_t>(held_[hospital].size());
  }
  // The resident whom an over-full hospital likes least, or none.
  std::uint32_t surplus(std::uint32_t hospital) const {
    if (held_[hospital].size() <= instance_.capacity(hospital)) return none;
    return instance_.candidates(hospital)[held_[hospital].back()];
  }

 private:
  bool holds(const Applicant& applicant, std::uint32_t hospital, std::uint32_t position, std::size_t beside) const {
    if (position == none) return false;
    std::size_t before = beside;
    for (const std::uint32_t held : held_[hospital]) {
      if (held >= position) break;
      const std::uint32_t resident = instance_.candidates(hospital)[held];
      if (resident != applicant.first && resident != applicant.second) ++before;
    }
    return before < instance_.capacity(hospital);
  }

  const HospitalResidents& instance_;
  Matching matching_;
  std::vector<std::vector<std::uint32_t>> held_;  // positions in each hospital's list, rising
};

// One run of deferred acceptance, in the order of the applicants given.
class Run {
 public:
  Run(const HospitalResidents& instance, std::span<const Applicant> applicants, std::span<const std::size_t> order)
      : instance_(instance), applicants_(applicants), wards_(instance), applicant_of_(instance.residents()) {
    for (std::size_t a = 0; a < applicants.size(); ++a) {
      applicant_of_[applicants[a].first] = a;
      if (applicants[a].second != none) applicant_of_[applicants[a].second] = a;
    }
    queued_.assign(applicants.size(), 0);
    for (const std::size_t a : order) enqueue(a);
  }

  // When it does not come to rest, couples keep what they have and the others settle around them.
  Matching run() {
    // Without couples no applicant is displaced more often than its list is long; with couples it may never end.
    std::size_t steps = 1000 + 100 * applicants_.size();
    for (const Applicant& applicant : applicants_) steps += instance_.choices(applicant.first).size();
    while (!queue_.empty() && steps-- > 0) {
      const std::size_t next = queue_.front();
      queue_.pop_front();
      queued_[next] = 0;
      propose(next);
    }
    return queue_.empty() ? wards_.matching() : settled();
  }

 private:
  Matching settled() const {
    Wards couples(instance_, Matching(instance_.residents(), none));
    for (const Applicant& couple : applicants_) {
      const std::uint32_t first = wards_.matching()[couple.first];
      if (couple.second == none || first == none) continue;
      couples.admit(couple.first, first);
      couples.admit(couple.second, wards_.matching()[couple.second]);
    }
    for (const Applicant& couple : applicants_) {
      if (couple.second == none || couples.matching()[couple.first] != none) continue;
      for (const auto& [first, second] : couple.choices) {
        if (!couples.has_room(couple, first, second)) continue;
        couples.admit(couple.first, first);
        couples.admit(couple.second, second);
        break;
      }
    }
    return around(couples);
  }

  // The stable matching of those without partner in the places that couples leave.
  Matching around(const Wards& couples) const {
    PreferenceLists residents;
    PreferenceLists hospitals;
    std::vector<std::uint32_t> capacity;
    for (std::uint32_t r = 0; r < instance_.residents(); ++r) {
      const bool coupled = applicants_[applicant_of_[r]].second != none;
      residents.add(coupled ? std::span<const std::uint32_t>{} : instance_.choices(r));
    }
    for (std::uint32_t h = 0; h < instance_.hospitals(); ++h) {
      hospitals.add(instance_.candidates(h));
      capacity.push_back(couples.free_places(h));
    }
    const HospitalResidents left(std::move(residents), std::move(hospitals), std::move(capacity));
    Matching result = stable_matching(left, Side::residents);
    for (std::size_t r = 0; r < result.size(); ++r) {
      if (couples.matching()[r] != none) result[r] = couples.matching()[r];
    }
    return result;
  }

  void enqueue(std::size_t applicant) {
    if (std::exchange(queued_[applicant], 1) == 0) queue_.push_back(applicant);
  }

  // Takes the best that hospitals would hold and that is better than what it has.
  void propose(std::size_t a) {
    const Applicant& applicant = applicants_[a];
    const Matching& now = wards_.matching();
    if (applicant.second == none) {
      const std::size_t better = std::min<std::size_t>(now[applicant.first], instance_.choices(applicant.first).size());
      for (std::uint32_t k = 0; k < better; ++k) {
        if (wards_.would_hold(applicant, k, none)) return move(applicant, k, none);
      }
      return;
    }
    for (const auto& [first, second] : applicant.choices) {
      if (first == now[applicant.first] && second == now[applicant.second]) return;
      if (wards_.would_hold(applicant, first, second)) return move(applicant, first, second);
    }
  }

  void move(const Applicant& applicant, std::uint32_t first, std::uint32_t second) {
    const std::array<std::uint32_t, 2> left{leave(applicant.first), leave(applicant.second)};
    wards_.admit(applicant.first, first);
    if (applicant.second != none) wards_.admit(applicant.second, second);
    make_room(instance_.choices(applicant.first)[first]);
    if (applicant.second != none) make_room(instance_.choices(applicant.second)[second]);
    for (const std::uint32_t hospital : left) offer(hospital);
  }

  std::uint32_t leave(std::uint32_t resident) { return resident == none ? none : wards_.dismiss(resident); }

  // Displaces those beyond the capacity, with their partners.
  void make_room(std::uint32_t hospital) {
    for (std::uint32_t out = wards_.surplus(hospital); out != none; out = wards_.surplus(hospital)) {
      const std::size_t displaced = applicant_of_[out];
      const std::uint32_t vacated = leave(applicants_[displaced].first);
      const std::uint32_t also_vacated = leave(applicants_[displaced].second);
      enqueue(displaced);
      offer(vacated == hospital ? none : vacated);
      offer(also_vacated == hospital ? none : also_vacated);
    }
  }

  // A place has come free: whoever names the hospital may try again.
  void offer(std::uint32_t hospital) {
    if (hospital == none) return;
    for (const std::uint32_t resident : instance_.candidates(hospital)) enqueue(applicant_of_[resident]);
  }

  const HospitalResidents& instance_;
  std::span<const Applicant> applicants_;
  Wards wards_;
  std::vector<std::size_t> applicant_of_;  // by resident
  std::deque<std::size_t> queue_;
  std::vector<std::uint8_t> queued_;
};

CoupledMatching judged(const HospitalResidents& instance, std::span<const Couple> couples, Matching matching) {
  CoupledMatching result;
  std::vector<std::uint8_t> coupled(instance.residents(), 0);
  for (const Couple& couple : couples) coupled[couple.first] = coupled[couple.second] = 1;
  for (const Pair& pair : blocking_pairs(instance, matching)) {
    if (coupled[pair.resident] == 0) result.blocking_pairs.push_back(pair);
  }
  result.blocking_couples = blocking_couples(instance, couples, matching);
  result.matching = std::move(matching);
  return result;
}

// Fewer where one costs more: some seconds in all.
std::size_t tries_of(const HospitalResidents& instance, std::size_t most) {
  constexpr std::size_t most_entries = 20'000'000;
  std::size_t entries = 1;
  for (std::size_t r = 0; r < instance.residents(); ++r) entries += instance.choices(r).size();
  return std::min(most, most_entries / entries);
}

std::size_t blocking_count(const CoupledMatching& matching) {
  return matching.blocking_pairs.size() + matching.blocking_couples.size();
}

}  // namespace

std::vector<BlockingCouple> blocking_couples(const HospitalResidents& instance, std::span<const Couple> couples,
                                             const Matching& matching) {
  const Wards wards(instance, matching);
  std::vector<BlockingCouple> result;
  for (std::uint32_t c = 0; c < couples.size(); ++c) {
    const Couple& couple = couples[c];
    const Couple::Choice now{matching[couple.first], matching[couple.second]};
    for (std::uint32_t k = 0; k < couple.choices.size() && couple.choices[k] != now; ++k) {
      if (!wards.would_hold({couple.first, couple.second}, couple.choices[k].first, couple.choices[k].second)) continue;
      result.push_back({c, k});
      break;
    }
  }
  return result;
}

CoupledMatching match_with_couples(const HospitalResidents& instance, std::span<const Couple> couples,
                                   const CoupleOptions& options) {
  check(instance, couples);
  if (couples.empty()) return {stable_matching(instance, Side::residents), {}, {}, 1};
  const std::vector<Applicant> applicants = applicants_of(instance, couples);
  std::vector<std::size_t> order(applicants.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::mt19937_64 random(options.seed);
  CoupledMatching best;
  for (std::size_t attempt = 1; attempt <= std::max<std::size_t>(options.attempts, 1); ++attempt) {
    CoupledMatching outcome = judged(instance, couples, Run(instance, applicants, order).run());
    const bool is_better = attempt == 1 || blocking_count(outcome) < blocking_count(best);
    if (is_better) best = std::move(outcome);
    best.attempts = attempt;
    if (best.stable()) break;
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
  }
  if (best.stable()) return best;
  const CoupleSearch search = search_couple_pairs(instance, couples, tries_of(instance, options.pairs));
  best.none_exists = search.exhausted;
  if (!search.stable) return best;
  CoupledMatching stable = judged(instance, couples, *search.stable);
  stable.attempts = best.attempts;
  return stable;
}

}  // namespace ancrage::matching
