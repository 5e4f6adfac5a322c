// SPDX-License-Identifier: Apache-2.0
#include "viewer/isochrones.hpp"

#include "viewer/state.hpp"

#include <algorithm>

namespace ancrage::viewer {
namespace {

constexpr std::size_t most_kept = 24;

}  // namespace

const Isochrone* Isochrones::of(geometry::Point from) const {
  const auto found = std::find_if(kept_.begin(), kept_.end(), [&](const Isochrone& i) { return i.from == from; });
  return found == kept_.end() ? nullptr : &*found;
}

void Isochrones::add(Isochrone isochrone) {
  kept_.push_back(std::move(isochrone));
  if (kept_.size() > most_kept) kept_.erase(kept_.begin());
}

std::vector<geometry::Point> isochrone_places(const State& state, const Model& model) {
  std::vector<geometry::Point> places;
  if (!state.layers[static_cast<std::size_t>(MapLayer::isochrones)] || model.territory().roads.size() == 0) return places;
  if (state.view == View::compare) {
    for (const std::size_t site : state.interview.compared) places.push_back(model.territory().sites.position[site]);
    return places;
  }
  if (state.selected) places.push_back(model.position_of(state.selected));
  if (state.selected && state.second && state.second != state.selected) {
    places.push_back(model.position_of(state.second));
  }
  return places;
}

std::optional<geometry::Point> wanted_isochrone(const State& state, const Model& model) {
  for (const geometry::Point place : isochrone_places(state, model)) {
    if (state.isochrones.of(place) == nullptr) return place;
  }
  return std::nullopt;
}

}  // namespace ancrage::viewer
