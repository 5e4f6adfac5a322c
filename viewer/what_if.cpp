// SPDX-License-Identifier: Apache-2.0
#include "viewer/what_if.hpp"

#include "ancrage/access/scenario_supply.hpp"
#include "ancrage/access/what_if.hpp"
#include "ancrage/base/error.hpp"
#include "ancrage/report/palette.hpp"
#include "viewer/model.hpp"

#include <algorithm>
#include <utility>

namespace ancrage::viewer {
namespace {

using report::Classification;
using report::hex;
using report::MapClass;

access::Scenario settled(std::vector<access::Change> changes) {
  access::Scenario scenario;
  scenario.changes = std::move(changes);
  access::settle(scenario);
  return scenario;
}

// Cells have only a number for a name: the commune's says more.
ChangeMark mark_of(const Model& model, const access::ChangeEffect& effect) {
  ChangeMark mark{effect.change, effect.place, {}, effect.gps, false};
  if (effect.change.place.empty()) return mark;
  const auto& access = model.access();
  const auto place = access::find_place(model.territory(), access, effect.change.place, effect.change.origin, true);
  mark.at = access.row_position[place.row];
  if (place.row < access.first_site && !place.commune) {
    const auto commune = model.territory().commune_index(access.row_commune[place.row]);
    mark.name = commune ? model.territory().communes.name[*commune] : std::string();
  }
  return mark;
}

}  // namespace

struct WhatIfResults::Computed {
  explicit Computed(const Model& of)
      : model(of),
        comparison(of.territory(), of.access()),
        live(of.access().catchments, of.access().supply, of.access().demand),
        before(access::commune_practice(of.territory(), of.access())) {}

  void move_to(const access::ScenarioSupply& supply) {
    const auto wanted = access::row_supply(supply.shares, model.access().rows);
    for (std::size_t row = 0; row < wanted.size(); ++row) {
      if (wanted[row] != live.supply()[row]) live.set_supply(row, wanted[row]);
    }
    comparison.compare(model.access().now.value, live.now().value, change);
    after = access::commune_practice(model.territory(), model.access(), supply.shares);
    for (auto& kept : classes) kept.reset();
  }

  const Model& model;
  access::AccessComparison comparison;
  access::WhatIf live;
  access::AccessChange change;
  std::vector<access::CommunePractice> before;
  std::vector<access::CommunePractice> after;
  std::array<std::optional<Classification>, 2> classes;
};

WhatIfResults::WhatIfResults() = default;
WhatIfResults::~WhatIfResults() = default;

void WhatIfResults::follow(const Model& model, const std::vector<access::Change>& changes,
                           const std::optional<access::Change>& trial) {
  access::ScenarioSupply supply = access::supply_under(model.territory(), model.access(), settled(changes));
  std::vector<ChangeMark> marks;
  for (const auto& effect : supply.effects) marks.push_back(mark_of(model, effect));
  std::optional<Message> fault;
  if (trial) {
    std::vector<access::Change> all = changes;
    all.push_back(*trial);
    try {
      supply = access::supply_under(model.territory(), model.access(), settled(std::move(all)));
      const auto tried = std::find_if(supply.effects.rbegin(), supply.effects.rend(),
                                      [&](const auto& effect) { return effect.change == *trial; });
      marks.push_back(mark_of(model, *tried));
      marks.back().trial = true;
    } catch (const Error& error) {
      fault = error.message();
    }
  }
  if (!computed_) computed_ = std::make_unique<Computed>(model);
  if (changes != changes_) asked_.reset();
  computed_->move_to(supply);
  changes_ = changes;
  marks_ = std::move(marks);
  trial_fault_ = std::move(fault);
  ++version_;
}

const std::optional<Message>& WhatIfResults::fault_of(const access::Change& change) const {
  if (asked_ == change) return asked_fault_;
  asked_ = change;
  asked_fault_.reset();
  std::vector<access::Change> all = changes_;
  all.push_back(change);
  const Model& model = computed_->model;
  try {
    access::supply_under(model.territory(), model.access(), settled(std::move(all)));
  } catch (const Error& error) {
    asked_fault_ = error.message();
  }
  return asked_fault_;
}

const access::AccessChange& WhatIfResults::change() const { return computed_->change; }
const std::vector<access::CommunePractice>& WhatIfResults::practice_before() const { return computed_->before; }
const std::vector<access::CommunePractice>& WhatIfResults::practice_after() const { return computed_->after; }

const Classification& WhatIfResults::classification(WhatIfMap map) const {
  const bool difference = map == WhatIfMap::difference;
  auto& kept = computed_->classes[difference ? 1 : 0];
  if (kept) return *kept;
  std::vector<Quantity> values;
  for (const auto& commune : computed_->change.communes) {
    const bool known = commune.before.is_number() && commune.after.is_number();
    values.push_back(!difference ? commune.after
                     : known     ? Quantity(commune.after.value() - commune.before.value())
                                 : Quantity::missing());
  }
  const auto& territory = computed_->model.territory();
  kept = difference ? classify_difference(territory, std::move(values))
                    : report::classify(report::ColorKey::accessibility, territory, std::move(values));
  if (!difference) kept->subtitle = message("consultations per inhabitant and year, with these changes");
  return *kept;
}

Classification classify_difference(const territory::Territory& territory, std::vector<Quantity> differences) {
  constexpr std::array bounds{-1.0, -0.2, -0.01, 0.01, 0.2, 1.0};
  constexpr std::array colors{hex(0x7F2704), hex(0xC7521A), hex(0xF0B57D), hex(0xF4F3EE),
                              hex(0xA9C3DE), hex(0x4D7DB4), hex(0x123562)};
  Classification result;
  result.key = report::ColorKey::accessibility;
  result.title = message("Change of access");
  result.subtitle = message("consultations per inhabitant and year");
  result.decimals = 2;
  result.bounds.assign(bounds.begin(), bounds.end());
  const DecimalArgument much{1.0, 0};
  const DecimalArgument some{0.2, 1};
  const std::array labels{message("loses {0} or more", much),       message("loses {0} to {1}", some, much),
                          message("loses less than {0}", some),     message("no change"),
                          message("gains less than {0}", some),     message("gains {0} to {1}", some, much),
                          message("gains {0} or more", much)};
  constexpr std::array signs{"−−−", "−−", "−", "=", "+", "++", "+++"};
  for (std::size_t i = 0; i < colors.size(); ++i) {
    MapClass entry{labels[i], colors[i]};
    entry.sign = signs[i];
    result.classes.push_back(std::move(entry));
  }
  const auto& member = territory.communes.member;
  const auto known = [&](std::size_t c) { return differences[c].is_number(); };
  result.class_of.assign(territory.communes.size(), Classification::outside);
  for (std::size_t c = 0; c < member.size(); ++c) {
    if (member[c] == 0) continue;
    if (!known(c) && result.classes.size() == colors.size()) {
      result.classes.push_back({message("no data"), report::palette::no_value, true, 0, "", report::Pattern::rising});
    }
    const auto above = known(c) ? std::upper_bound(bounds.begin(), bounds.end(), differences[c].value()) - bounds.begin()
                                : static_cast<std::ptrdiff_t>(colors.size());
    result.class_of[c] = static_cast<std::uint8_t>(above);
    ++result.classes[result.class_of[c]].count;
  }
  result.values = std::move(differences);
  return result;
}

}  // namespace ancrage::viewer
