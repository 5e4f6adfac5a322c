// SPDX-License-Identifier: Apache-2.0
// What is reached by car from the selected place, and from a second one: kept by place, so that going back to one shows
// it at once.
#pragma once

#include "ancrage/geometry/polygons.hpp"

#include <array>
#include <optional>
#include <vector>

namespace ancrage::viewer {

class Model;
struct State;

inline constexpr std::array isochrone_minutes{10.0, 20.0, 30.0};

struct Isochrone {
  geometry::Point from;
  geometry::PolygonSet reached;  // one feature a bound; none when it could not be computed
};

class Isochrones {
 public:
  const Isochrone* of(geometry::Point from) const;
  // Drops the oldest beyond some number.
  void add(Isochrone isochrone);
  std::size_t size() const { return kept_.size(); }

 private:
  std::vector<Isochrone> kept_;
};

// Places whose isochrones are shown: the selected one, then the second; side by side, those of the compared sites.
std::vector<geometry::Point> isochrone_places(const State& state, const Model& model);
// The first of them that is not there yet.
std::optional<geometry::Point> wanted_isochrone(const State& state, const Model& model);

}  // namespace ancrage::viewer
