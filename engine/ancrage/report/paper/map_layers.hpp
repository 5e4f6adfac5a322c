// SPDX-License-Identifier: Apache-2.0
// The layers of a map on paper, each drawn within the projection's rectangle by the caller's clip. In the order of
// drawing: land, communes, roads, borders, zones, sectors, reached, poles and places, signs, names, pins.
#pragma once

#include "ancrage/report/map_classes.hpp"
#include "ancrage/report/paper/map_projection.hpp"
#include "ancrage/territory/territory.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ancrage::report::paper {

struct MapLayers {
  Canvas& canvas;
  const MapProjection& projection;
  const territory::Territory& territory;
};

// Outlines of zones on paper and in the legend: ZIP whole, ZAC dashed, so that they stand apart in grey.
Stroke zone_stroke(territory::ZoneStatus zone);
inline constexpr double symbol_radius = 3.4;  // of a pole, points
inline constexpr double place_radius = 1.5;

// Members in the colour and pattern of their class; those that are set back, pale and without the pattern.
void draw_communes(const MapLayers& layers, const Classification& classification, const std::vector<bool>& set_back);
void draw_roads(const MapLayers& layers);
void draw_borders(const MapLayers& layers);
// Around all communes of the zone together.
void draw_zone(const MapLayers& layers, territory::ZoneStatus zone);
void draw_sectors(const MapLayers& layers);
// One outline a bound.
void draw_reached(const MapLayers& layers, const geometry::PolygonSet& reached);
// Whether a candidate place of that kind is drawn by itself: neither the centre of a commune nor a pole.
bool has_own_symbol(std::string_view site_kind);
// Candidate places with a symbol of their own, then health poles where general practice is done.
void draw_places(const MapLayers& layers);
// A pin a site; with a letter (A, B, …) when there are several.
void draw_pins(const MapLayers& layers, std::span<const std::size_t> sites);
void draw_pin(Canvas& canvas, Point tip, std::string_view letter);

// Symbols, for map and legend alike.
void draw_pole(Canvas& canvas, Point center);
void draw_place(Canvas& canvas, Point center);
// A pattern over the current path, which it uses up.
void fill_pattern(Canvas& canvas, const Rectangle& around, Pattern pattern, Color color);

// Letter of the n-th site ("A", …); empty when it is the only one.
std::string site_letter(std::size_t index, std::size_t count);
// White or ink, whichever is read better on the colour.
Color readable_on(Color color);

}  // namespace ancrage::report::paper
