// SPDX-License-Identifier: Apache-2.0
// What is reached by car from the selected place and from a second one, and what is reached from both: kept by place,
// so that going back to one shows it at once.
#pragma once

#include "ancrage/geometry/polygons.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace ancrage::territory {
struct Territory;
}

namespace ancrage::viewer {

class Model;
struct State;

inline constexpr std::array isochrone_minutes{10.0, 20.0, 30.0};

struct Isochrone {
  geometry::Point from;
  geometry::PolygonSet reached;  // one feature a bound; none when it could not be computed
  // One a point of `reached`, in metres: far out, outlines are drawn without the least (map/levels.hpp).
  std::vector<double> importance = {};
};

// What lies within a bound of both places.
struct SharedReach {
  struct Bound {
    std::vector<geometry::Point> triangles;  // three points each
    std::vector<std::size_t> sites;          // candidate sites in it
  };
  geometry::Point first;
  geometry::Point second;
  geometry::PolygonSet outline;  // one feature a bound, empty where nothing is shared
  std::array<Bound, isochrone_minutes.size()> within = {};
};
// Cost: nine intersections of polygons, their triangles, and the sites in them.
SharedReach shared_reach(const territory::Territory& territory, const Isochrone& first, const Isochrone& second);

class Isochrones {
 public:
  const Isochrone* of(geometry::Point from) const;
  // The two in either order.
  const SharedReach* shared(geometry::Point first, geometry::Point second) const;
  // Drops the oldest beyond some number.
  void add(Isochrone isochrone);
  void add(SharedReach reach);
  std::size_t size() const { return kept_.size(); }

 private:
  std::vector<Isochrone> kept_;
  std::vector<SharedReach> kept_shared_;
};

// Places whose isochrones are shown: the selected one, then the second; side by side, those of the compared sites.
std::vector<geometry::Point> isochrone_places(const State& state, const Model& model);

// What is not there yet: the isochrone of a place, or what two places share.
struct WantedIsochrone {
  geometry::Point first;
  std::optional<geometry::Point> second;
  bool operator==(const WantedIsochrone&) const = default;
};
std::optional<WantedIsochrone> wanted_isochrone(const State& state, const Model& model);
// What the selected place and the second one share, where it is known, on the map of the first view: elsewhere colours
// tell of a change.
const SharedReach* shown_shared_reach(const State& state, const Model& model);

}  // namespace ancrage::viewer
