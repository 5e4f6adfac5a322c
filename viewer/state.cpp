// SPDX-License-Identifier: Apache-2.0
#include "viewer/state.hpp"

#include <algorithm>

namespace ancrage::viewer {

State::State(const Model& model) : interview(first_interview(model)), results(model, interview) {}

const WhatIfResults* State::shown_effect() const {
  if (effect_map() == WhatIfMap::chosen) return nullptr;
  if (view == View::what_if && what_if.ready()) return &what_if;
  return view == View::plan ? planner.effect.get() : nullptr;
}

const Classification& State::classes() const {
  const WhatIfResults* effect = shown_effect();
  return effect != nullptr ? effect->classification(effect_map()) : results.classification(color);
}

bool State::moving(double now) const { return now - moved_at < easing_seconds; }

Camera State::camera_at(double now) const {
  if (!moving(now)) return camera;
  const double share = std::clamp((now - moved_at) / easing_seconds, 0.0, 1.0);
  const double rest = 1.0 - share;
  return between(camera_from, camera, 1.0 - rest * rest * rest);
}

Interview first_interview(const Model& model) {
  Interview interview;
  for (const auto& criterion : model.assessment().criteria) interview.weights.push_back(criterion.weight);
  return interview;
}

Camera territory_camera(const Model& model, const Layout& layout, double scale) {
  geometry::Box box;
  const auto& communes = model.territory().communes;
  for (std::size_t c = 0; c < communes.size(); ++c) {
    if (communes.member[c] != 0) box.extend(geometry::bounds(communes.boundary, c));
  }
  return fitted(box, layout.map.width, layout.map.height, 18 * scale);
}

}  // namespace ancrage::viewer
