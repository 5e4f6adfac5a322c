// SPDX-License-Identifier: Apache-2.0
// Names and class numbers on a map on paper: the number of each member commune's class inside it, names around it in
// order of population, never on each other nor on a symbol; larger neighbours in grey for orientation.
#pragma once

#include "ancrage/report/paper/map_layers.hpp"

#include <span>

namespace ancrage::report::paper {

// The sites with a pin are named first.
void draw_signs_and_names(const MapLayers& layers, const Classification& classification,
                          std::span<const std::size_t> sites);

}  // namespace ancrage::report::paper
