// SPDX-License-Identifier: Apache-2.0
#include "viewer/results.hpp"

#include "ancrage/assessment/apply_profile.hpp"
#include "ancrage/base/error.hpp"
#include "viewer/model.hpp"

#include <utility>

namespace ancrage::viewer {
namespace {

std::vector<double> weights_of(const assessment::Assessment& assessment) {
  std::vector<double> weights;
  for (const auto& criterion : assessment.criteria) weights.push_back(criterion.weight);
  return weights;
}

std::vector<assessment::Limit> limits_of(const std::vector<Wish>& wishes) {
  std::vector<assessment::Limit> limits;
  for (const Wish& wish : wishes) limits.push_back(wish.limit());
  return limits;
}

}  // namespace

Results::Results(const Model& model, const Interview& interview)
    : model_(&model),
      assessment_(model.assessment()),
      measures_(std::make_unique<assessment::SiteMeasures>(model.territory(), model.travel(), model.access())) {
  follow(model, interview);
}
Results::~Results() = default;

void Results::follow(const Model& model, const Interview& interview) {
  const bool other_limits = interview.wishes != wishes_;
  if (other_limits) {
    assessment::set_limits(assessment_, model.territory(), limits_of(interview.wishes), *measures_);
  }
  const std::vector<double> before = weights_of(assessment_);
  if (interview.weights != before) {
    try {
      assessment::reweigh(assessment_, model.territory(), interview.weights);
    } catch (...) {
      assessment::reweigh(assessment_, model.territory(), before);
      if (other_limits) assessment::set_limits(assessment_, model.territory(), limits_of(wishes_), *measures_);
      throw;
    }
    for (const ColorKey key : {ColorKey::need, ColorKey::attractiveness}) {
      classifications_[static_cast<std::size_t>(key)].reset();
    }
  }
  if (other_limits || interview.weights != before) ++version_;
  wishes_ = interview.wishes;
}

void Results::rest_on(const Model& model, std::shared_ptr<const assessment::Assessment> values,
                      std::vector<access::Change> changes, const Interview& interview) {
  assessment::Assessment next = values ? *values : model.assessment();
  if (next.criteria.size() != model.assessment().criteria.size()) {
    throw Error(ErrorCode::wrong_input, message("Under this scenario some criteria have no value anywhere"), {},
                message("leave at least one health pole open"));
  }
  assessment::reweigh(next, model.territory(), interview.weights);
  assessment::set_limits(next, model.territory(), limits_of(interview.wishes), *measures_);
  wishes_ = interview.wishes;
  assessment_ = std::move(next);
  changes_ = std::move(changes);
  for (auto& kept : classifications_) kept.reset();
  ++version_;
}

const Classification& Results::classification(ColorKey key) const {
  auto& found = classifications_[static_cast<std::size_t>(key)];
  if (!found) found = report::classify(key, model_->territory(), assessment_);
  return *found;
}

}  // namespace ancrage::viewer
