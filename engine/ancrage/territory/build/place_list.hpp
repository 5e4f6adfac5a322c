// SPDX-License-Identifier: Apache-2.0
// Places as they are collected from several files, one object each, before they become parallel columns.
#pragma once

#include "ancrage/geometry/polygons.hpp"
#include "ancrage/territory/territory.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

namespace ancrage::territory::build {

struct Place {
  std::string id;
  std::string name;
  std::string kind;
  std::string commune_code;
  geometry::Point position;
};

inline void append(Places& places, const Place& place) {
  places.id.push_back(place.id);
  places.name.push_back(place.name);
  places.kind.push_back(place.kind);
  places.commune_code.push_back(place.commune_code);
  places.position.push_back(place.position);
}

// Ordered by kind, then id.
inline Places columns_of(std::vector<Place> list) {
  std::sort(list.begin(), list.end(),
            [](const Place& a, const Place& b) { return std::tie(a.kind, a.id) < std::tie(b.kind, b.id); });
  Places places;
  for (const Place& place : list) append(places, place);
  return places;
}

}  // namespace ancrage::territory::build
