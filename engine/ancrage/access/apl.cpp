// SPDX-License-Identifier: Apache-2.0
#include "ancrage/access/apl.hpp"

#include "ancrage/base/error.hpp"

#include <algorithm>
#include <cmath>

namespace ancrage::access {

namespace {

bool is_amount(double value) { return std::isfinite(value) && value >= 0; }

bool is_over_age(const Quantity& age, const SupplyRule& rule) {
  return rule.age_limit && age.is_number() && age.value() > *rule.age_limit;
}

}  // namespace

void check_supply_rule(const SupplyRule& rule) {
  const bool limit = !rule.age_limit || (is_amount(*rule.age_limit) && *rule.age_limit > 0);
  if (is_amount(rule.floor) && is_amount(rule.cap) && rule.floor <= rule.cap && is_amount(rule.unknown) && limit)
    return;
  throw Error(ErrorCode::usage, message("The rule for counting practitioners is not usable"), {},
              message("give acts of 0 or more, a floor no higher than the cap, and an age limit above 0 or none"));
}

double counted_acts(const Quantity& acts, const Quantity& age, const SupplyRule& rule) {
  if (is_over_age(age, rule)) return 0.0;
  return acts.is_number() ? std::clamp(acts.value(), rule.floor, rule.cap) : rule.unknown;
}

PractitionerSupply practitioner_supply(const Practitioners& practitioners, std::size_t places, const SupplyRule& rule) {
  check_supply_rule(rule);
  PractitionerSupply result;
  result.acts.assign(places, 0.0);
  for (std::size_t i = 0; i < practitioners.size(); ++i) {
    if (is_over_age(practitioners.age[i], rule)) {
      result.count.over_age.push_back(practitioners.id[i]);
      continue;
    }
    ++result.count.counted;
    if (rule.age_limit && !practitioners.age[i].is_number()) result.count.unknown_age.push_back(practitioners.id[i]);
    if (!practitioners.acts[i].is_number()) result.count.unknown_acts.push_back(practitioners.id[i]);
    result.acts[practitioners.place[i]] += counted_acts(practitioners.acts[i], practitioners.age[i], rule);
  }
  return result;
}

std::vector<double> standardised_population(std::span<const double> people, std::span<const double> consumption,
                                            std::span<const double> reference) {
  const std::size_t classes = consumption.size();
  const bool sizes = classes > 0 && people.size() % classes == 0 && (reference.empty() || reference.size() == classes);
  if (!sizes || !std::all_of(people.begin(), people.end(), is_amount) ||
      !std::all_of(consumption.begin(), consumption.end(), is_amount) ||
      !std::all_of(reference.begin(), reference.end(), is_amount)) {
    throw Error(ErrorCode::wrong_input, message("People or consumption by age class are not usable"), {},
                message("give one number of 0 or more for each class"));
  }
  std::vector<double> totals(reference.begin(), reference.end());
  if (totals.empty()) {
    totals.assign(classes, 0.0);
    for (std::size_t k = 0; k < people.size(); ++k) totals[k % classes] += people[k];
  }
  double all = 0.0;
  double consumed = 0.0;
  for (std::size_t a = 0; a < classes; ++a) {
    all += totals[a];
    consumed += totals[a] * consumption[a];
  }
  if (!(consumed > 0)) {
    throw Error(ErrorCode::wrong_input, message("The reference population consumes nothing"), {},
                message("give people and a consumption above 0 to one class at least"));
  }
  const double mean = consumed / all;
  std::vector<double> result(people.size() / classes, 0.0);
  for (std::size_t k = 0; k < people.size(); ++k) result[k / classes] += people[k] * consumption[k % classes] / mean;
  return result;
}

}  // namespace ancrage::access
