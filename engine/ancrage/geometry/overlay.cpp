// SPDX-License-Identifier: Apache-2.0
#include "ancrage/geometry/overlay.hpp"

#include "ancrage/base/parallel_for.hpp"
#include "ancrage/geometry/geos_bridge.hpp"
#include "ancrage/geometry/intersection_area.hpp"
#include "ancrage/geometry/spatial_index.hpp"

namespace ancrage::geometry {

namespace {

struct Layer {
  const PolygonSet& polygons;
  std::vector<Box> boxes = feature_boxes(polygons);
};

// Appends a feature of the polygons of a geometry; nothing when it has none (features that only touch).
void append_polygons(const Geos& geos, const Geos::Geometry& geometry, PolygonSet& result) {
  PolygonSet piece;
  geos.append(piece, geometry.get());
  if (piece.part_starts.size() > 1) result.append(piece, 0);
}

void append_shared(const Geos& geos, const PolygonSet& first, std::size_t i, const PolygonSet& second, std::size_t j,
                   PolygonSet& result) {
  const auto a = geos.feature(first, i);
  const auto b = geos.feature(second, j);
  append_polygons(geos, geos.own(GEOSIntersection_r(geos.context(), a.get(), b.get())), result);
}

void append_rest(const Geos& geos, const PolygonSet& first, std::size_t i, const PolygonSet& second,
                 const std::vector<std::uint32_t>& taken, PolygonSet& result) {
  auto rest = geos.feature(first, i);
  for (const std::uint32_t j : taken) {
    const auto other = geos.feature(second, j);
    rest = geos.own(GEOSDifference_r(geos.context(), rest.get(), other.get()));
  }
  append_polygons(geos, rest, result);
}

}  // namespace

std::vector<OverlayArea> overlay_areas(const PolygonSet& first, const PolygonSet& second, const Progress& progress) {
  const Layer a{first};
  const Layer b{second};
  const SpatialIndex index(b.boxes);
  std::vector<std::vector<OverlayArea>> found(first.size());
  parallel_for(first.size(), progress.stop, [&](std::size_t begin, std::size_t end) {
    IntersectionArea intersection_area;
    std::vector<std::uint32_t> hits;
    for (std::size_t i = begin; i < end; ++i) {
      index.query(a.boxes[i], hits);
      for (const std::uint32_t j : hits) {
        double shared = 0.0;
        switch (classify(first, i, a.boxes[i], second, j, b.boxes[j])) {
          case Relation::disjoint:
            break;
          case Relation::first_inside_second:
            shared = area(first, i);
            break;
          case Relation::second_inside_first:
            shared = area(second, j);
            break;
          case Relation::may_cross:
            shared = intersection_area(first, i, second, j);
            break;
        }
        if (shared > 0) found[i].push_back({static_cast<std::uint32_t>(i), j, shared});
      }
    }
  });
  std::vector<OverlayArea> result;
  for (const auto& of_one : found) result.insert(result.end(), of_one.begin(), of_one.end());
  return result;
}

OverlayPieces overlay_pieces(const PolygonSet& first, const PolygonSet& second, const Progress& progress) {
  const Layer a{first};
  const Layer b{second};
  const SpatialIndex index(b.boxes);
  std::vector<OverlayPieces> found(first.size());
  parallel_for(first.size(), progress.stop, [&](std::size_t begin, std::size_t end) {
    const Geos geos;
    std::vector<std::uint32_t> hits;
    std::vector<std::uint32_t> clipped;
    for (std::size_t i = begin; i < end; ++i) {
      OverlayPieces& pieces = found[i];
      const auto end_piece = [&](std::uint32_t j) {
        if (pieces.outline.size() == pieces.first.size()) return;
        pieces.first.push_back(static_cast<std::uint32_t>(i));
        pieces.second.push_back(j);
      };
      bool wholly_covered = false;
      clipped.clear();
      index.query(a.boxes[i], hits);
      for (const std::uint32_t j : hits) {
        const Relation relation = classify(first, i, a.boxes[i], second, j, b.boxes[j]);
        if (relation == Relation::disjoint) continue;
        if (relation == Relation::first_inside_second) {
          pieces.outline.append(first, i);
          wholly_covered = true;
        } else {
          if (relation == Relation::second_inside_first) {
            pieces.outline.append(second, j);
          } else {
            append_shared(geos, first, i, second, j, pieces.outline);
          }
          clipped.push_back(j);
        }
        end_piece(j);
      }
      if (wholly_covered) continue;
      if (clipped.empty()) {
        pieces.outline.append(first, i);
      } else {
        append_rest(geos, first, i, second, clipped, pieces.outline);
      }
      end_piece(OverlayPieces::uncovered);
    }
  });
  OverlayPieces result;
  for (const OverlayPieces& pieces : found) {
    for (std::size_t k = 0; k < pieces.first.size(); ++k) result.outline.append(pieces.outline, k);
    result.first.insert(result.first.end(), pieces.first.begin(), pieces.first.end());
    result.second.insert(result.second.end(), pieces.second.begin(), pieces.second.end());
  }
  return result;
}

}  // namespace ancrage::geometry
