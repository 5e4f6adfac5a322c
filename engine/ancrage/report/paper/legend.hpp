// SPDX-License-Identifier: Apache-2.0
// What a map on paper says beside itself: its classes with their counts, its symbols, its scale.
#pragma once

#include "ancrage/base/language.hpp"
#include "ancrage/report/paper/map_layers.hpp"

#include <span>
#include <string>
#include <vector>

namespace ancrage::report::paper {

// What a map shows beside what its territory has.
struct ShownOnMap {
  std::span<const std::size_t> sites{};
  bool communes_out = false;  // some are out by the wishes' limits
  bool isochrones = false;
};

class Legend {
 public:
  // Keeps references to the classification and the language.
  Legend(const Classification& classification, const territory::Territory& territory, const ShownOnMap& shown,
         const Language& language);

  double classes_height(const Canvas& canvas, double width) const;
  void draw_classes(Canvas& canvas, Point top_left, double width) const;
  double symbols_height(const Canvas& canvas, double width) const;
  void draw_symbols(Canvas& canvas, Point top_left, double width) const;

 private:
  enum class Symbol { pin, out, zip, zac, sector, pole, place, road, isochrone };
  struct Entry {
    Symbol symbol;
    std::string label;
  };
  double entry_height(const Canvas& canvas, const Entry& entry, double width) const;
  void draw_symbol(Canvas& canvas, Symbol symbol, Point middle) const;
  double heading(const Canvas& canvas, double width, Canvas* drawn, Point at) const;

  const Classification& classification_;
  const Language& language_;
  std::vector<Entry> entries_;
};

// The longest of 1, 2 or 5 times a power of ten metres that takes at most so many points.
double scale_bar_metres(double metres_per_point, double longest_points);
inline constexpr double scale_height = 22.0;
// A bar with its length, and north beside it.
void draw_scale(Canvas& canvas, Point top_left, double metres_per_point, double longest_points,
                const Language& language);

}  // namespace ancrage::report::paper
