// SPDX-License-Identifier: Apache-2.0
// What the scenario of an interview changes, with one more change that is being tried out on the map: computed within a
// frame, so that the map follows the mouse.
//
//   what_if.follow(model, interview.changes, trial);     each time that one of them changes
//   what_if.change().crossing(PeopleGroup::all, 0).lifted
//   what_if.classification(WhatIfMap::access)            colours and legend
#pragma once

#include "ancrage/access/access_change.hpp"
#include "ancrage/access/scenario_effect.hpp"
#include "ancrage/base/message.hpp"
#include "ancrage/geometry/polygons.hpp"
#include "ancrage/report/map_classes.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ancrage::viewer {

class Model;

// What the map of this view shows: access under the scenario, its change, or what colours the map elsewhere.
enum class WhatIfMap : std::uint8_t { access, difference, chosen };

// A change as it stands on the map and in a list.
struct ChangeMark {
  access::Change change;
  std::string name;                    // of the place, for people; empty of retirements
  std::optional<geometry::Point> at;   // none of retirements
  double gps = 0.0;                    // that come, less those that leave
  bool trial = false;                  // pointed at, not decided
};

class WhatIfResults {
 public:
  WhatIfResults();
  ~WhatIfResults();
  WhatIfResults(const WhatIfResults&) = delete;
  WhatIfResults& operator=(const WhatIfResults&) = delete;

  // `changes` are settled. Throws what supply_under() throws for them, and nothing has changed then; a trial that
  // cannot be is left out, and trial_fault() says why. The first call runs the whole territory once; later ones cost
  // the pairs of the places whose supply differs, and two sweeps for the loads.
  void follow(const Model& model, const std::vector<access::Change>& changes,
              const std::optional<access::Change>& trial);

  // Those that were followed last.
  const std::vector<access::Change>& changes() const { return changes_; }
  // Whether follow() has been called; the rest only then.
  bool ready() const { return computed_ != nullptr; }
  const std::vector<ChangeMark>& marks() const { return marks_; }
  const std::optional<Message>& trial_fault() const { return trial_fault_; }
  // Why this change cannot come after changes(); none when it can. Only the supply is worked out, once for the change
  // that is asked for again.
  const std::optional<Message>& fault_of(const access::Change& change) const;
  const access::AccessChange& change() const;
  const std::vector<access::CommunePractice>& practice_before() const;
  const std::vector<access::CommunePractice>& practice_after() const;
  // Of access or difference. Classed when first asked for after a change.
  const report::Classification& classification(WhatIfMap map) const;
  std::uint64_t version() const { return version_; }

 private:
  struct Computed;
  std::unique_ptr<Computed> computed_;
  std::vector<access::Change> changes_;
  std::vector<ChangeMark> marks_;
  std::optional<Message> trial_fault_;
  mutable std::optional<access::Change> asked_;
  mutable std::optional<Message> asked_fault_;
  std::uint64_t version_ = 1;
};

// Changes of the access to care of each commune in classes about 0, losses in oranges, gains in blues.
report::Classification classify_difference(const territory::Territory& territory, std::vector<Quantity> differences);

}  // namespace ancrage::viewer
