// SPDX-License-Identifier: Apache-2.0
// The places of the map: candidate sites, GPs of each commune, facilities of the kinds that are shown, health poles.
// What is out by the limits is grey.
#pragma once

#include "viewer/panels/widgets.hpp"

#include <optional>
#include <vector>

namespace ancrage::viewer {

inline constexpr double pole_radius_units = 7.5;
inline constexpr double site_radius_units = 3.4;

// Letters and numbers of symbols keep off what is covered, boxes in pixels of the window, and off each other; a facility
// whose letters have no room is a small sign.
void draw_symbols(const PanelContext& context, std::vector<geometry::PixelBox> covered);
// Where those symbols lie that names keep off, and how far they reach in pixels. Facilities are none: there are
// hundreds.
std::vector<geometry::Obstacle> symbol_obstacles(const PanelContext& context);
// How far what stands at the centre of a commune reaches, in pixels.
double centre_symbol_reach(const PanelContext& context, std::size_t commune);
// The nearest facility whose sign is there, a pixel of the large map.
std::optional<std::size_t> facility_under(const PanelContext& context, Pixel pixel);

// A disc whose area tells the number of GPs; a sector of it those of 60 and over.
void draw_gps_symbol(const PanelContext& context, ImDrawList& list, ImVec2 middle, double gps, double aged,
                     bool numbered);
// With its letters, or small without.
void draw_facility_sign(const PanelContext& context, ImDrawList& list, ImVec2 middle, const FacilityKind& kind,
                        bool lettered);

}  // namespace ancrage::viewer
