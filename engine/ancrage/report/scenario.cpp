// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/scenario.hpp"

#include "ancrage/report/diagnostics.hpp"
#include "ancrage/report/json_values.hpp"

#include <nlohmann/json.hpp>

#include <cmath>
#include <utility>

namespace ancrage::report {

namespace {

using access::ChangeEffect;
using access::ChangeKind;
using nlohmann::ordered_json;

DecimalArgument count(double value) {
  const double size = std::abs(value);
  return {size, std::abs(size - std::round(size)) < 0.05 ? 0 : 1};
}

}  // namespace

Message effect_statement(const ChangeEffect& effect) {
  const DecimalArgument acts{std::abs(effect.acts), 0};
  switch (effect.change.kind) {
    case ChangeKind::retire:
      return message("GPs of {0} or older in {1}: {2} leave, {3} consultations a year", count(effect.change.age),
                     std::to_string(effect.change.year), count(effect.gps), acts);
    case ChangeKind::remove:
      return message("{0}: GPs leaving: {1}, {2} consultations a year", effect.place, count(effect.gps), acts);
    case ChangeKind::close:
      return message("{0} closes: GPs leaving: {1}, {2} consultations a year", effect.place, count(effect.gps), acts);
    case ChangeKind::move:
      return message("{0} → {1}: GPs moving: {2}, {3} consultations a year", effect.place, effect.to, count(effect.gps),
                     acts);
    case ChangeKind::add:
      return message("{0}: GPs coming: {1}, {2} consultations a year", effect.place, count(effect.gps), acts);
    case ChangeKind::open:
      break;
  }
  return message("{0}: a pole opens, GPs coming: {1}, {2} consultations a year", effect.place, count(effect.gps), acts);
}

UsedScenario used_scenario(const access::Scenario& scenario, const access::TerritoryAccess& access) {
  return {scenario, access.effects, access.diagnostics};
}

std::string scenario_text(const UsedScenario& used, const Language& language) {
  const access::Scenario& scenario = used.scenario;
  std::string result = (scenario.name.empty() ? language.text("Scenario without a name")
                                              : language.text(message("Scenario “{0}”", scenario.name))) +
                       "\n";
  if (!scenario.note.empty()) result += "  " + scenario.note + "\n";
  const auto add = [&](const Message& line) { result += "  · " + language.text(line) + "\n"; };
  for (const ChangeEffect& effect : used.effects) add(effect_statement(effect));
  if (scenario.time_factor != 1.0) {
    add(message("times by car multiplied by {0}", DecimalArgument{scenario.time_factor, 2}));
  }
  if (scenario.decay) add(message("weights by minutes: {0}", scenario.decay->text()));
  return result;
}

std::string scenario_assumptions(const UsedScenario& used, const Language& language) {
  std::string result;
  for (const Diagnostic& assumption : used.assumptions) result += diagnostic_line(assumption, language) + "\n";
  return result;
}

ordered_json scenario_json(const UsedScenario& used, const Language& language) {
  ordered_json changes = ordered_json::array();
  for (const ChangeEffect& effect : used.effects) {
    const bool retires = effect.change.kind == ChangeKind::retire;
    changes.push_back({{"kind", access::change_key(effect.change.kind)},
                       {"place", text_or_null(effect.place)},
                       {"to", text_or_null(effect.to)},
                       {"gps", effect.gps},
                       {"acts", effect.acts},
                       {"age", retires ? ordered_json(effect.change.age) : ordered_json(nullptr)},
                       {"year", retires ? ordered_json(effect.change.year) : ordered_json(nullptr)}});
  }
  const access::Scenario& scenario = used.scenario;
  return {{"name", text_or_null(scenario.name)},
          {"note", text_or_null(scenario.note)},
          {"time_factor", scenario.time_factor},
          {"decay", scenario.decay ? ordered_json(scenario.decay->text()) : ordered_json(nullptr)},
          {"changes", std::move(changes)},
          {"assumptions", diagnostics_json(used.assumptions, language)}};
}

}  // namespace ancrage::report
