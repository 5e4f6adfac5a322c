// SPDX-License-Identifier: Apache-2.0
#include "ancrage/geometry/spatial_index.hpp"

#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/index/rtree.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace ancrage::geometry {

namespace {

using TreePoint = boost::geometry::model::d2::point_xy<double>;
using TreeBox = boost::geometry::model::box<TreePoint>;
using Entry = std::pair<TreeBox, std::uint32_t>;

TreeBox tree_box(const Box& box) { return {{box.low.x, box.low.y}, {box.high.x, box.high.y}}; }

std::vector<Entry> entries(std::span<const Box> boxes) {
  std::vector<Entry> result;
  result.reserve(boxes.size());
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    if (!boxes[i].empty()) result.emplace_back(tree_box(boxes[i]), static_cast<std::uint32_t>(i));
  }
  return result;
}

}  // namespace

struct SpatialIndex::Tree {
  explicit Tree(const std::vector<Entry>& packed) : entries(packed) {}
  boost::geometry::index::rtree<Entry, boost::geometry::index::quadratic<16>> entries;
};

SpatialIndex::SpatialIndex(std::span<const Box> boxes) : tree_(std::make_unique<Tree>(entries(boxes))) {}
SpatialIndex::~SpatialIndex() = default;
SpatialIndex::SpatialIndex(SpatialIndex&&) noexcept = default;
SpatialIndex& SpatialIndex::operator=(SpatialIndex&&) noexcept = default;

void SpatialIndex::query(const Box& box, std::vector<std::uint32_t>& hits) const {
  hits.clear();
  for (auto it = tree_->entries.qbegin(boost::geometry::index::intersects(tree_box(box))); it != tree_->entries.qend();
       ++it) {
    hits.push_back(it->second);
  }
  std::sort(hits.begin(), hits.end());
}

std::vector<Box> feature_boxes(const PolygonSet& polygons) {
  std::vector<Box> boxes(polygons.size());
  for (std::size_t i = 0; i < boxes.size(); ++i) boxes[i] = bounds(polygons, i);
  return boxes;
}

}  // namespace ancrage::geometry
