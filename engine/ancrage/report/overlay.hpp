// SPDX-License-Identifier: Apache-2.0
// Results of an overlay as features, with the identifiers of both layers.
#pragma once

#include "ancrage/geometry/overlay.hpp"
#include "ancrage/io/feature_table.hpp"

#include <string>
#include <vector>

namespace ancrage::report {

// Columns that name the features; empty: the column "id" or "code" when there is one, else the row's number from 1.
struct OverlayNames {
  std::string first_column;
  std::string second_column;
};

// Rows first, second, area_m2, share_of_first, share_of_second (0..1), without geometry: every pair that shares area,
// and for each first feature a row without second for what lies in none (when the second layer does not overlap itself,
// the rows of a first feature add up to it). Throws wrong_input when a named column is not there.
io::FeatureTable area_features(const io::FeatureTable& first, const io::FeatureTable& second,
                               const std::vector<geometry::OverlayArea>& areas, const OverlayNames& names);

// The same rows as polygons, one a piece.
io::FeatureTable piece_features(const io::FeatureTable& first, const io::FeatureTable& second,
                                geometry::OverlayPieces pieces, const OverlayNames& names);

}  // namespace ancrage::report
