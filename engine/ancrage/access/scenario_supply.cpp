// SPDX-License-Identifier: Apache-2.0
#include "ancrage/access/scenario_supply.hpp"

#include "ancrage/base/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ancrage::access {

namespace {

using territory::Territory;

constexpr double rounding = 1e-9;

class SupplyChanger {
 public:
  SupplyChanger(const Territory& territory, const TerritoryAccess& access, const Scenario& scenario)
      : territory_(territory), access_(access), scenario_(scenario) {
    result_.shares = access.shares;
  }

  ScenarioSupply take() {
    for (const Change& change : scenario_.changes) {
      result_.effects.push_back({change, {}, {}});
      make(change, result_.effects.back());
    }
    auto& shares = result_.shares;
    std::stable_sort(shares.begin(), shares.end(),
                     [](const SupplyShare& a, const SupplyShare& b) { return a.row < b.row; });
    return std::move(result_);
  }

 private:
  void make(const Change& change, ChangeEffect& effect) {
    switch (change.kind) {
      case ChangeKind::retire:
        retire_all(change, effect);
        break;
      case ChangeKind::remove: {
        const ScenarioPlace from = place(change, change.place, effect, true);
        leave(change, from, wanted_part(change, from, change.gps.value_or(1.0)), effect);
        break;
      }
      case ChangeKind::close:
        close(change, effect);
        break;
      case ChangeKind::move:
        move(change, effect);
        break;
      case ChangeKind::add:
        come(change, change.gps.value_or(1.0), effect);
        break;
      case ChangeKind::open:
        come(change, change.gps.value_or(usual_pole_gps), effect);
        break;
    }
  }

  ScenarioPlace place(const Change& change, const std::string& words, ChangeEffect& effect, bool practitioners) const {
    ScenarioPlace found = find_place(territory_, access_, words, change.origin, practitioners);
    effect.place = found.name;
    return found;
  }

  void retire_all(const Change& change, ChangeEffect& effect) {
    const int of_ages = territory_.access.practitioners_year;
    if (of_ages == 0) {
      throw Error(ErrorCode::wrong_input, message("The territory does not state the year of its practitioners’ ages"),
                  change.origin, message("set practitioners_year under [access] in territory.toml"));
    }
    if (change.year < of_ages) {
      throw Error(ErrorCode::wrong_input,
                  message("The year {0} is before that of the practitioners’ ages, {1}", std::to_string(change.year),
                          std::to_string(of_ages)),
                  change.origin, message("name a later year"));
    }
    for (const SupplyShare& share : result_.shares) effect.acts -= share.acts;
    effect.gps = -retire(result_.shares, change.age, change.year - of_ages);
    for (const SupplyShare& share : result_.shares) effect.acts += share.acts;
    if (!access_.listed_practitioners) {
      assume(message("Ages are known as under 60 or 60 and over only: spread evenly over {0}–{1} and {1}–{2} years; an "
                     "estimate",
                     DecimalArgument{youngest_gp, 0}, DecimalArgument{older_gp, 0}, DecimalArgument{oldest_gp, 0}),
             {});
      return;
    }
    std::vector<std::string> unknown;
    for (std::size_t k = 0; k < territory_.practitioners.size(); ++k) {
      if (!territory_.practitioners.age[k].is_number()) unknown.push_back(territory_.practitioners.id[k]);
    }
    if (!unknown.empty()) assume(message("Practitioners of unknown age do not retire"), std::move(unknown));
  }

  bool works_at(const SupplyShare& share, const ScenarioPlace& place) const {
    if (place.listed) return share.practitioner == *place.listed;
    if (place.commune) return access_.row_commune[share.row] == place.id;
    return access_.row_id[share.row] == place.id;
  }

  // Indices of the shares that somebody who leaves the place is one of.
  std::vector<std::size_t> shares_at(const Change& change, const ScenarioPlace& place) {
    std::vector<std::size_t> found;
    for (std::size_t k = 0; k < result_.shares.size(); ++k) {
      if (works_at(result_.shares[k], place)) found.push_back(k);
    }
    const bool pole_or_site = place.row >= access_.first_site && !place.commune && !place.listed;
    if (!found.empty() || !pole_or_site || access_.listed_practitioners) return found;
    if (const auto commune = territory_.commune_index(access_.row_commune[place.row])) {
      ScenarioPlace whole = place;
      whole.id = territory_.communes.code[*commune];
      whole.commune = commune;
      found = shares_at(change, whole);
      if (!found.empty()) {
        assume(message("Counts do not tell who works there: taken from all practitioners of the commune"),
               {place.name});
      }
    }
    return found;
  }

  struct Leaving {
    std::vector<std::size_t> shares;
    double part = 0.0;  // of each share
  };

  struct Totals {
    double gps = 0.0;
    double acts = 0.0;
  };
  Totals totals(const std::vector<std::size_t>& shares) const {
    Totals sum;
    for (const std::size_t k : shares) {
      sum.gps += result_.shares[k].gps;
      sum.acts += result_.shares[k].acts;
    }
    return sum;
  }

  // The part of its practitioners that leaves the place when so many do.
  Leaving wanted_part(const Change& change, const ScenarioPlace& place, double gps) {
    Leaving leaving{shares_at(change, place), 0.0};
    const Totals there = totals(leaving.shares);
    if (!(there.gps > 0)) {
      throw Error(ErrorCode::wrong_input, message("No practitioner is known at “{0}”", place.name), change.origin,
                  access_.listed_practitioners ? message("name a place of the list, or a practitioner of it")
                                               : message("name a commune that has some (see “ancrage access”)"));
    }
    const double part = change.acts ? gps * *change.acts / there.acts : gps / there.gps;
    if (!(part <= 1 + rounding)) {
      throw Error(ErrorCode::wrong_input,
                  message("“{0}” has only {1} practitioners, who offer {2} consultations a year", place.name,
                          DecimalArgument{there.gps, std::abs(there.gps - std::round(there.gps)) < 0.05 ? 0 : 1},
                          DecimalArgument{there.acts, 0}),
                  change.origin, message("take away no more than there is"));
    }
    leaving.part = part >= 1 - rounding ? 1.0 : part;
    return leaving;
  }

  // Takes them away and returns them, ages and all.
  std::vector<SupplyShare> leave(const Change&, const ScenarioPlace&, const Leaving& leaving, ChangeEffect& effect) {
    std::vector<SupplyShare> gone;
    for (const std::size_t k : leaving.shares) {
      SupplyShare& share = result_.shares[k];
      SupplyShare part = share;
      part.gps *= leaving.part;
      part.acts *= leaving.part;
      share.gps = leaving.part == 1.0 ? 0.0 : share.gps - part.gps;
      share.acts = leaving.part == 1.0 ? 0.0 : share.acts - part.acts;
      effect.gps -= part.gps;
      effect.acts -= part.acts;
      gone.push_back(part);
    }
    std::erase_if(result_.shares, [](const SupplyShare& share) { return !(share.gps > 0) && !(share.acts > 0); });
    return gone;
  }

  void close(const Change& change, ChangeEffect& effect) {
    const ScenarioPlace pole = place(change, change.place, effect, false);
    if (!pole.pole) {
      throw Error(ErrorCode::wrong_input, message("“{0}” is no health pole", pole.name), change.origin,
                  message("name a pole, or use remove for practitioners elsewhere"));
    }
    if (access_.listed_practitioners) {
      Leaving all{shares_at(change, pole), 1.0};
      if (change.gps && !all.shares.empty()) all = wanted_part(change, pole, *change.gps);
      if (all.shares.empty()) assume(message("No practitioner of the list works at the pole that closes"), {pole.name});
      leave(change, pole, all, effect);
      return;
    }
    const std::string& kind = territory_.health_poles.kind[*pole.pole];
    if (!change.gps && kind != "maison_de_sante") {
      throw Error(ErrorCode::wrong_input,
                  message("The counts are of liberal practitioners: they do not tell who works at “{0}”", pole.name),
                  change.origin, message("say how many leave, as in --close {0}:2", pole.id));
    }
    const double there = totals(shares_at(change, pole)).gps;
    const double gps = change.gps.value_or(std::min(usual_pole_gps, there));
    if (!change.gps) {
      assume(message("Counts do not tell how many practitioners work in a pole: two leave with one that closes, or all "
                     "of its commune where there are fewer"),
             {pole.name});
    }
    leave(change, pole, wanted_part(change, pole, gps), effect);
  }

  void move(const Change& change, ChangeEffect& effect) {
    const ScenarioPlace to = find_place(territory_, access_, change.to, change.origin);
    const ScenarioPlace from = place(change, change.place, effect, true);
    effect.to = to.name;
    ChangeEffect left{change, {}, {}};
    std::vector<SupplyShare> gone = leave(change, from, wanted_part(change, from, change.gps.value_or(1.0)), left);
    for (SupplyShare& share : gone) share.row = to.row;
    result_.shares.insert(result_.shares.end(), gone.begin(), gone.end());
    effect.gps = -left.gps;
    effect.acts = -left.acts;
  }

  void come(const Change& change, double gps, ChangeEffect& effect) {
    const ScenarioPlace to = place(change, change.place, effect, false);
    const SupplyShare share{.row = to.row, .gps = gps, .acts = gps * change.acts.value_or(territory_.access.acts)};
    result_.shares.push_back(share);
    effect.gps = share.gps;
    effect.acts = share.acts;
  }

  void assume(Message what, std::vector<std::string> names) {
    for (Diagnostic& known : result_.diagnostics) {
      if (known.what != what) continue;
      for (std::string& name : names) {
        if (std::find(known.names.begin(), known.names.end(), name) == known.names.end()) {
          known.names.push_back(std::move(name));
        }
      }
      return;
    }
    result_.diagnostics.push_back({Severity::note, {}, std::move(what), std::move(names)});
  }

  const Territory& territory_;
  const TerritoryAccess& access_;
  const Scenario& scenario_;
  ScenarioSupply result_;
};

}  // namespace

ScenarioSupply supply_under(const Territory& territory, const TerritoryAccess& access, const Scenario& scenario) {
  return SupplyChanger(territory, access, scenario).take();
}

territory::Places poles_under(const Territory& territory, const TerritoryAccess& access, const Scenario& scenario) {
  territory::Places poles = territory.health_poles;
  for (const Change& change : scenario.changes) {
    if (change.kind != ChangeKind::close && change.kind != ChangeKind::open) continue;
    const ScenarioPlace place = find_place(territory, access, change.place, change.origin);
    if (change.kind == ChangeKind::close) {
      if (place.pole) poles.kind[*place.pole] = "closed";
      continue;
    }
    poles.id.push_back(fmt::format("opened:{}", place.id));
    poles.name.push_back(place.name);
    poles.kind.emplace_back("maison_de_sante");
    poles.commune_code.push_back(access.row_commune[place.row]);
    poles.position.push_back(access.row_position[place.row]);
  }
  return poles;
}

std::vector<double> row_supply(std::span<const SupplyShare> shares, std::size_t rows) {
  std::vector<double> supply(rows, 0.0);
  for (const SupplyShare& share : shares) supply[share.row] += share.acts;
  return supply;
}

double retire(std::vector<SupplyShare>& shares, double age, double years_later) {
  double gone = 0.0;
  for (SupplyShare& share : shares) {
    const double part = part_of_age(share, age, years_later);
    if (!(part > 0)) continue;
    gone += share.gps * part;
    share.gps *= 1 - part;
    share.acts *= 1 - part;
    share.oldest = std::max(share.youngest, std::min(share.oldest, age - years_later));
  }
  std::erase_if(shares, [](const SupplyShare& share) { return !(share.gps > 0) && !(share.acts > 0); });
  return gone;
}

}  // namespace ancrage::access
