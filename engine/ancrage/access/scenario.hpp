// SPDX-License-Identifier: Apache-2.0
// A "what if" as data: which general practitioners come, leave and move, and how people drive and choose. Places are
// words here (identifier or name of a site, pole, commune, population cell or practitioner), which
// access/scenario_supply.hpp looks up in a territory. As a TOML file, where every part may be left out:
//
//   name = "Une maison de santé à Génolhac"
//   note = "Ce qui la justifie, conservé avec le résultat."
//   time_factor = 1.15               all road times: 15 % longer
//   decay = "10:1,15:0.3,20:0.1"     as access/decay.hpp reads it
//
//   [[retire]]                       everybody who is that old or older in that year leaves
//   age = 65
//   year = 2030
//
//   [[remove]]                       gps: how many, 1 when left out
//   place = "Anduze"
//   gps = 1
//
//   [[close]]                        a pole: its practitioners leave
//   pole = "300017191"
//   gps = 2
//
//   [[move]]
//   from = "Alès"
//   to = "30130"
//
//   [[add]]                          acts: of each a year, the territory's when left out
//   place = "30132"
//   gps = 2
//   acts = 5400
//
//   [[open]]                         a pole
//   place = "Génolhac"
//   gps = 3
#pragma once

#include "ancrage/access/decay.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ancrage::access {

// In the order in which they happen, however they are written down: who comes does not retire.
enum class ChangeKind { retire, remove, close, move, add, open };
inline constexpr std::array<std::string_view, 6> change_keys{"retire", "remove", "close", "move", "add", "open"};
std::string_view change_key(ChangeKind kind);

// A pole has two general practitioners at least, whoever says no more.
inline constexpr double usual_pole_gps = 2.0;

struct Change {
  ChangeKind kind = ChangeKind::add;
  std::string place{};           // where somebody comes or leaves; the pole; of a move: from where
  std::string to{};              // of a move
  std::optional<double> gps{};   // how many; none: 1, of a pole usual_pole_gps
  std::optional<double> acts{};  // of each, a year; none: the territory's, or those of the practitioners there
  double age = 0.0;              // of retire
  int year = 0;
  std::string origin{};  // "--add 30132:5400" or "scenario.toml:7", for messages
  bool operator==(const Change&) const = default;
};

struct Scenario {
  std::string name{};  // may be empty
  std::string note{};
  std::vector<Change> changes{};
  double time_factor = 1.0;
  std::optional<Decay> decay{};

  bool empty() const { return changes.empty() && !changes_times(); }
  // Whether times or weights differ, so that accessibilities cannot be updated place by place.
  bool changes_times() const { return time_factor != 1.0 || decay.has_value(); }
};

// A change as an option gives it: add "PLACE[:acts]", remove "PLACE[:acts]", retire "AGE@YEAR", move
// "FROM>TO[:acts]", close "POLE[:gps]", open "PLACE[:gps]". Throws Error(usage) naming the option and the form.
Change parse_change(ChangeKind kind, std::string_view text);

// Sorts the changes by kind, keeping the order within each; throws Error(usage) on a time factor that is not above 0
// or above 10.
void settle(Scenario& scenario);

// Reads such a file, settled. Throws unreadable_input, or wrong_input naming line and key; an unknown key is told the
// nearest known ones.
Scenario read_scenario(const std::string& path);

}  // namespace ancrage::access
