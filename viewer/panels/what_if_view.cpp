// SPDX-License-Identifier: Apache-2.0
// What would change: a doctor more, a doctor less, a pole that opens or closes, years that pass; who gains, who loses,
// and what it means for the practices nearby.
#include "viewer/panels/theme.hpp"
#include "viewer/panels/widgets.hpp"
#include "viewer/panels/writer.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace ancrage::viewer {
namespace {

using access::PeopleGroup;

constexpr std::size_t most_losers = 5;
constexpr std::size_t most_loads = 7;
constexpr double least_change = 0.005;  // of access: less is not told
constexpr double least_load = 0.5;      // people a practitioner

// "2,84 → 2,91"
std::string from_to(const Language& language, const Quantity& before, const Quantity& after, int decimals) {
  return language.number(before, decimals) + " → " + language.number(after, decimals);
}

class WhatIfWriter {
 public:
  WhatIfWriter(const PanelContext& context, const Rectangle& where)
      : context_(context), writer_(context, Region::main, where) {}

  Actions write() {
    writer_.title(context_.text(message("What if…")));
    tools();
    years();
    changes();
    writer_.rule();
    effect();
    basis();
    writer_.end();
    return std::move(actions_);
  }

 private:
  const State& state() const { return context_.state; }
  std::string text(const Message& words) const { return context_.text(words); }
  std::string number(double value) const { return context_.language().number(value); }

  void tools() {
    const Workbench& bench = state().workbench;
    const auto row = [&](std::array<Tool, 2> tools, std::array<Message, 2> labels, std::array<const char*, 2> ids) {
      const auto pressed = writer_.pills(
          {{ids[0], text(labels[0]), bench.tool == tools[0]}, {ids[1], text(labels[1]), bench.tool == tools[1]}});
      if (pressed) actions_.emplace_back(ChooseTool{tools[*pressed]});
    };
    row({Tool::add, Tool::remove}, {message("A GP comes"), message("A GP leaves")}, {"tool add", "tool remove"});
    row({Tool::open, Tool::close}, {message("A pole opens"), message("A pole closes")}, {"tool open", "tool close"});
    if (bench.tool == Tool::none) return;
    if (const int by = writer_.stepper("tool gps", text(message("Number of GPs")), number(bench.gps))) {
      actions_.emplace_back(SetToolGps{bench.gps + by});
    }
    writer_.paragraph(text(bench.tool == Tool::close ? message("Click a pole on the map; Esc to stop.")
                                                     : message("Click on the map; Esc to stop.")));
    const auto here =
        change_at(state(), context_.model, state().selected, context_.model.position_of(state().selected));
    if (state().selected && here) offer(*here);
    if (const auto& fault = state().what_if.trial_fault()) fault_text(*fault);
  }

  // The change at the selected place, or why it cannot be.
  void offer(const access::Change& change) {
    const auto& results = state().what_if;
    const std::string name = context_.model.name_of(state().selected);
    if (results.ready() && results.fault_of(change)) {
      if (!results.trial_fault()) fault_text(*results.fault_of(change));
    } else if (writer_.button("tool here", text(message("Here: {0}", name)))) {
      actions_.emplace_back(AddChange{change});
    }
  }

  void fault_text(const Message& fault) { writer_.paragraph(text(fault), hex(0xB4470F)); }

  void years() {
    const int first = context_.model.territory().access.practitioners_year;
    writer_.skip(4);
    if (first == 0 || first >= last_retirement_year) {
      writer_.paragraph(text(message("The territory does not state the year of its practitioners’ ages")));
      return;
    }
    const access::Change* retirement = retirement_of(state().interview);
    const int year = retirement != nullptr ? retirement->year : first;
    const double age = retirement != nullptr ? retirement->age : state().workbench.retirement_age;
    const double span = last_retirement_year - first;
    const SliderUse by_year = writer_.slider("year", text(message("Year, nobody replaced")), std::to_string(year),
                                             (year - first) / span, theme::need);
    int wanted = std::clamp(year + by_year.steps, first, last_retirement_year);
    if (by_year.share) wanted = first + static_cast<int>(std::lround(*by_year.share * span));
    if (wanted != year) actions_.emplace_back(SetRetirement{age, wanted, by_year.share.has_value()});
    const double ages = retirement_ages.back() - retirement_ages.front();
    const SliderUse by_age = writer_.slider("age", text(message("GPs leave at the age of")),
                                            text(message("{0} years", DecimalArgument{age, 0})),
                                            (age - retirement_ages.front()) / ages, theme::need);
    double older = std::clamp<double>(age + by_age.steps, retirement_ages.front(), retirement_ages.back());
    if (by_age.share) older = retirement_ages.front() + std::round(*by_age.share * ages);
    if (older != age) actions_.emplace_back(SetRetirement{older, year, by_age.share.has_value()});
    if (by_year.released || by_age.released) actions_.emplace_back(EndGesture{});
  }

  void changes() {
    const auto& list = state().interview.changes;
    if (list.empty()) return;
    writer_.skip(6);
    writer_.heading(message("Scenario"));
    const auto& marks = state().what_if.marks();
    for (std::size_t i = 0; i < list.size() && i < marks.size(); ++i) {
      const std::string line = text(change_text(list[i], marks[i].name));
      if (writer_.removable("change " + std::to_string(i), line)) actions_.emplace_back(RemoveChange{i});
    }
    const bool movable = std::any_of(list.begin(), list.end(), can_be_lifted);
    if (movable) writer_.paragraph(text(message("Drag a mark on the map to move it.")));
    if (list.size() > 1 && writer_.button("clear", text(message("Remove all")))) actions_.emplace_back(ClearScenario{});
    const bool counts = state().interview.scenario_counts;
    if (writer_.check("counts", text(message("Count in the ranking and on the maps")), counts)) {
      actions_.emplace_back(CountScenario{!counts});
    }
    if (counts && state().results.changes() != list) writer_.paragraph(text(message("Computing…")));
  }

  void effect() {
    if (!state().what_if.ready()) return;
    const WhatIfMap map = state().workbench.map;
    if (const auto pressed =
            writer_.pills({{"map access", text(message("Access")), map == WhatIfMap::access},
                           {"map difference", text(message("Change")), map == WhatIfMap::difference}})) {
      actions_.emplace_back(ShowWhatIfMap{*pressed == 0 ? WhatIfMap::access : WhatIfMap::difference});
    }
    const access::AccessChange& change = state().what_if.change();
    if (state().what_if.marks().empty()) {
      writer_.paragraph(text(message("Nothing is changed yet: this is the territory as it is.")));
    }
    people(change);
    losers(change);
    loads();
  }

  void people(const access::AccessChange& change) {
    const auto& all = change.group(PeopleGroup::all);
    const auto& sectors = change.group(PeopleGroup::priority_sectors);
    const Language& language = context_.language();
    writer_.skip(4);
    writer_.heading(message("Inhabitants"));
    for (std::size_t k = 0; k < access::apl_thresholds.size(); ++k) {
      const int decimals = access::apl_thresholds[k] == std::floor(access::apl_thresholds[k]) ? 0 : 1;
      const DecimalArgument threshold{access::apl_thresholds[k], decimals};
      writer_.fact(text(message("lifted over {0} consultations a year", threshold)), number(all.crossings[k].lifted),
                   true);
      if (all.crossings[k].fallen >= 0.5) {
        writer_.fact(text(message("fallen under {0}", threshold)), number(all.crossings[k].fallen), true);
      }
      if (k == 0) {
        writer_.fact(text(message("of those lifted, in a priority sector")), number(sectors.crossings[k].lifted));
        writer_.fact(text(message("still under {0}", threshold)), number(all.crossings[k].under_after));
      }
    }
    writer_.fact(text(message("gain access / lose access")), number(all.gaining) + " / " + number(all.losing));
    writer_.fact(text(message("mean access")), from_to(language, all.mean_before, all.mean_after, 2));
  }

  double access_change(std::size_t commune) const {
    const auto& change = state().what_if.change().communes[commune];
    if (!change.before.is_number() || !change.after.is_number()) return 0.0;
    return change.after.value() - change.before.value();
  }

  // Who loses is told as plainly as who gains.
  void losers(const access::AccessChange& change) {
    const auto& communes = context_.model.territory().communes;
    std::vector<std::size_t> losing;
    for (std::size_t c = 0; c < change.communes.size(); ++c) {
      if (communes.member[c] != 0 && access_change(c) <= -least_change) losing.push_back(c);
    }
    std::stable_sort(losing.begin(), losing.end(),
                     [&](std::size_t a, std::size_t b) { return access_change(a) < access_change(b); });
    writer_.skip(4);
    writer_.heading(message("Communes that lose"),
                    losing.empty() ? text(message("none")) : number(static_cast<double>(losing.size())));
    for (std::size_t i = 0; i < std::min(losing.size(), most_losers); ++i) {
      const auto& access = change.communes[losing[i]];
      writer_.fact(communes.name[losing[i]], from_to(context_.language(), access.before, access.after, 2));
    }
  }

  Quantity load(const std::vector<access::CommunePractice>& practice, std::size_t commune) const {
    return practice[commune].people_per_gp(context_.model.territory().access.acts);
  }

  std::string load_text(const Quantity& people) const {
    return people.is_number() ? number(people.value()) : text(message("no GP"));
  }

  void loads() {
    const auto& before = state().what_if.practice_before();
    const auto& after = state().what_if.practice_after();
    const auto moved = [&](std::size_t c) {
      const Quantity was = load(before, c);
      const Quantity is = load(after, c);
      // Where practice begins or ends there is no difference to tell, but the most to say.
      if (was.is_number() != is.is_number()) return 1e9;
      return was.is_number() ? std::abs(is.value() - was.value()) : 0.0;
    };
    std::vector<std::size_t> order(before.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::erase_if(order, [&](std::size_t c) { return moved(c) < least_load; });
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return moved(a) > moved(b); });
    writer_.skip(4);
    writer_.heading(message("Inhabitants for each GP"),
                    order.empty() ? text(message("no change")) : text(message("full time")));
    for (std::size_t i = 0; i < std::min(order.size(), most_loads); ++i) {
      const std::size_t c = order[i];
      writer_.fact(context_.model.territory().communes.name[c],
                   load_text(load(before, c)) + " → " + load_text(load(after, c)));
    }
  }

  // What the figures rest on.
  void basis() {
    writer_.rule();
    writer_.paragraph(
        text(message("An estimate. {0}. Access counts whoever practises within reach by these times; each "
                     "GP offers {1} consultations a year.",
                     text(context_.assessment().travel), DecimalArgument{context_.model.territory().access.acts, 0})));
  }

  const PanelContext& context_;
  PanelWriter writer_;
  Actions actions_;
};

}  // namespace

Actions draw_what_if_view(const PanelContext& context) {
  const Rectangle& where = context.layout.main;
  if (where.empty()) return {};
  begin_panel("##what_if", where, clear);
  begin_scroll(context, "what_if", where);
  Actions actions = WhatIfWriter(context, where).write();
  end_scroll();
  ImGui::End();
  return actions;
}

}  // namespace ancrage::viewer
