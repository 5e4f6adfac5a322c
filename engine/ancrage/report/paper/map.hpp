// SPDX-License-Identifier: Apache-2.0
// A territory's map on paper: communes by class, zones, priority sectors, roads, poles and places, names, legend with
// counts, scale, north and sources. The command, the sheet and the viewer's print draw it alike.
#pragma once

#include "ancrage/assessment/assessment.hpp"
#include "ancrage/base/language.hpp"
#include "ancrage/report/map_classes.hpp"
#include "ancrage/report/paper/canvas.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ancrage::report::paper {

// Short names of what communes are coloured by, as `map --theme` takes them: "need", "attractiveness", "access",
// "minutes", "age", "zone", "population"; the names of classify() and of criteria do too. Throws usage with the
// nearest.
Classification map_theme(std::string_view name, const territory::Territory& territory,
                         const assessment::Assessment& assessment);

struct MapOptions {
  bool isochrones = true;    // of a site that is alone, where there are roads
  double time_factor = 1.0;  // on their minutes, of a scenario
  std::string heading{};     // above; empty: none
  std::string note{};        // below the heading: the scenario that it rests on
};
inline constexpr std::array isochrone_minutes{10.0, 20.0, 30.0};

// Draws the map with all that belongs to it into a rectangle of the current page. Cost: the outlines of the territory,
// tens of milliseconds.
void draw_map(Canvas& canvas, const Rectangle& where, const territory::Territory& territory,
              const assessment::Assessment& assessment, const Classification& classification,
              std::span<const std::size_t> sites, const MapOptions& options, const Language& language);

struct MapFileOptions {
  PaperFormat format = PaperFormat::pdf;
  double width = a4_width;  // points
  double height = a4_height;
  double dpi = 150.0;  // of a PNG
  MapOptions map{};
};

// The bytes of a file that holds one map. Throws what Canvas does.
std::string map_file(const territory::Territory& territory, const assessment::Assessment& assessment,
                     const Classification& classification, std::span<const std::size_t> sites,
                     const MapFileOptions& options, const Language& language);

// Short names and vintages of what a map shows, and of what else is told beside it (territory::Territory::provenance).
std::string map_sources(const territory::Territory& territory, const assessment::Assessment& assessment,
                        const Classification& classification, const Language& language, std::string_view beside = {});

}  // namespace ancrage::report::paper
