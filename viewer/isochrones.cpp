// SPDX-License-Identifier: Apache-2.0
#include "viewer/isochrones.hpp"

#include "ancrage/geometry/overlay.hpp"
#include "viewer/map/tessellation.hpp"
#include "viewer/state.hpp"

#include <algorithm>

namespace ancrage::viewer {
namespace {

constexpr std::size_t most_kept = 24;

}  // namespace

SharedReach shared_reach(const territory::Territory& territory, const Isochrone& first, const Isochrone& second) {
  SharedReach result{first.from, second.from, {}, {}};
  const geometry::OverlayPieces pieces = geometry::overlay_pieces(first.reached, second.reached);
  Tessellator tessellator;
  for (std::uint32_t bound = 0; bound < isochrone_minutes.size(); ++bound) {
    SharedReach::Bound& within = result.within[bound];
    bool found = false;
    for (std::size_t k = 0; k < pieces.first.size(); ++k) {
      if (pieces.first[k] != bound || pieces.second[k] != bound) continue;
      found = true;
      result.outline.append(pieces.outline, k);
      tessellator.triangulate(pieces.outline, k, within.triangles);
      for (std::size_t site = 0; site < territory.sites.size(); ++site) {
        if (geometry::contains(pieces.outline, k, territory.sites.position[site])) within.sites.push_back(site);
      }
    }
    if (!found) result.outline.end_feature();
  }
  return result;
}

const Isochrone* Isochrones::of(geometry::Point from) const {
  const auto found = std::find_if(kept_.begin(), kept_.end(), [&](const Isochrone& i) { return i.from == from; });
  return found == kept_.end() ? nullptr : &*found;
}

const SharedReach* Isochrones::shared(geometry::Point first, geometry::Point second) const {
  const auto found = std::find_if(kept_shared_.begin(), kept_shared_.end(), [&](const SharedReach& reach) {
    return (reach.first == first && reach.second == second) || (reach.first == second && reach.second == first);
  });
  return found == kept_shared_.end() ? nullptr : &*found;
}

void Isochrones::add(Isochrone isochrone) {
  kept_.push_back(std::move(isochrone));
  if (kept_.size() > most_kept) kept_.erase(kept_.begin());
}

void Isochrones::add(SharedReach reach) {
  kept_shared_.push_back(std::move(reach));
  if (kept_shared_.size() > most_kept) kept_shared_.erase(kept_shared_.begin());
}

std::vector<geometry::Point> isochrone_places(const State& state, const Model& model) {
  std::vector<geometry::Point> places;
  if (!state.layers[static_cast<std::size_t>(MapLayer::isochrones)] || model.territory().roads.size() == 0)
    return places;
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

std::optional<WantedIsochrone> wanted_isochrone(const State& state, const Model& model) {
  const auto places = isochrone_places(state, model);
  for (const geometry::Point place : places) {
    if (state.isochrones.of(place) == nullptr) return WantedIsochrone{place, {}};
  }
  if (state.view != View::map || places.size() != 2 || places[0] == places[1]) return std::nullopt;
  const bool known = std::all_of(places.begin(), places.end(),
                                 [&](geometry::Point place) { return state.isochrones.of(place)->reached.size() > 0; });
  if (!known || state.isochrones.shared(places[0], places[1]) != nullptr) return std::nullopt;
  return WantedIsochrone{places[0], places[1]};
}

const SharedReach* shown_shared_reach(const State& state, const Model& model) {
  const auto places = isochrone_places(state, model);
  if (state.view != View::map || places.size() != 2) return nullptr;
  return state.isochrones.shared(places[0], places[1]);
}

}  // namespace ancrage::viewer
