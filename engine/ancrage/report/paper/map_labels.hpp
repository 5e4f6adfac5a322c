// SPDX-License-Identifier: Apache-2.0
// Words and numbers on a map on paper: the number of each member commune's class inside it, names around it in order of
// population, never on each other nor on a symbol; larger neighbours in grey for orientation; minutes on isochrones.
#pragma once

#include "ancrage/report/paper/map_layers.hpp"

#include <span>
#include <string>
#include <vector>

namespace ancrage::report::paper {

struct MapWords {
  const Classification& classification;
  const std::vector<bool>& set_back;     // by commune, as draw_communes() has it
  std::span<const std::size_t> sites;    // with a pin; named first
  const geometry::PolygonSet& reached;   // isochrones, one feature a label
  std::span<const std::string> minutes;  // their labels
};

void draw_words(const MapLayers& layers, const MapWords& words);

}  // namespace ancrage::report::paper
