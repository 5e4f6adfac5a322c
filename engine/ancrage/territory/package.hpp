// SPDX-License-Identifier: Apache-2.0
// Reading a territory package: a directory with territory.toml and the layers that it names.
//
//   [territory]
//   name = "Alès Agglomération"
//   code = "200066918"
//   crs = "EPSG:2154"            # metric; every layer is reprojected to it
//   catchment_minutes = 15
//   [layers.communes]
//   source = "ales.gpkg"         # any allowed GDAL source, relative to the directory, or "PG:…"
//   layer = "communes"
//   fields = { code = "insee" }  # where a column has another name than ours
//   [need.gp_density]            # a criterion of the need score; [attractiveness.…] for the other
//   weight = 30
//   value = [[0, 1.0], [15, 0.0]]
#pragma once

#include "ancrage/territory/territory.hpp"

#include <string>

namespace ancrage::territory {

// Layers: communes and sites are required; priority_sectors, health_poles, facilities, population_cells, roads, sources
// and build_report are read when named, else listed in missing_layers. Polygons are repaired, and named in `health`.
// Throws unreadable_input (no such directory or file) or wrong_input (a key, layer, field or value is not what it must
// be; duplicate ids of communes or sites; no member commune; no site). What can be lived with goes to `diagnostics`.
Territory load_territory(const std::string& directory);

}  // namespace ancrage::territory
