// SPDX-License-Identifier: Apache-2.0
// What follows from an interview: scores and ranks with its weights, and the colours of the communes. Raw values of the
// criteria are those of the model, computed once, or those of a scenario that counts.
#pragma once

#include "ancrage/assessment/assessment.hpp"
#include "ancrage/report/map_classes.hpp"
#include "viewer/interview.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace ancrage::viewer {

using report::Classification;
using report::Color;
using report::color_keys;
using report::ColorKey;
using report::hex;
using report::MapClass;

}  // namespace ancrage::viewer

namespace ancrage::assessment {
class SiteMeasures;
}

namespace ancrage::viewer {

class Model;

class Results {
 public:
  Results(const Model& model, const Interview& interview);
  ~Results();
  Results(const Results&) = delete;
  Results& operator=(const Results&) = delete;

  // Scores, filters and ranks again. Throws as assessment::reweigh and set_limits, the results unchanged. Cost: 10,000
  // sites in some milliseconds.
  void follow(const Model& model, const Interview& interview);

  // From now on the raw values are those of another assessment of the same sites and criteria, that of a scenario;
  // null: those of the model again. Throws wrong_input when it has other criteria, and as follow(); the results
  // unchanged.
  void rest_on(const Model& model, std::shared_ptr<const assessment::Assessment> values,
               std::vector<access::Change> changes, const Interview& interview);
  // The scenario that they rest on.
  const std::vector<access::Change>& changes() const { return changes_; }

  const assessment::Assessment& assessment() const { return assessment_; }
  // Classed when first asked for after a change.
  const Classification& classification(ColorKey key) const;
  // Rises with every change of what classifications show.
  std::uint64_t version() const { return version_; }

 private:
  const Model* model_;
  assessment::Assessment assessment_;
  std::vector<Wish> wishes_;
  std::unique_ptr<assessment::SiteMeasures> measures_;
  std::vector<access::Change> changes_;
  std::uint64_t version_ = 1;
  mutable std::array<std::optional<Classification>, color_keys.size()> classifications_;
};

}  // namespace ancrage::viewer
