// SPDX-License-Identifier: Apache-2.0
// Ground on paper: metres of the territory's CRS to points of a rectangle, the same scale both ways, north up.
#pragma once

#include "ancrage/report/paper/canvas.hpp"

#include <algorithm>

namespace ancrage::report::paper {

class MapProjection {
 public:
  // The whole box is in view, in the middle; neither may be empty.
  MapProjection(const geometry::Box& ground, const Rectangle& paper)
      : metres_per_point_(std::max(ground.width() / paper.width, ground.height() / paper.height)),
        ground_center_(ground.center()),
        paper_(paper) {}

  Point operator()(Point ground) const {
    return {paper_.x + paper_.width / 2 + (ground.x - ground_center_.x) / metres_per_point_,
            paper_.y + paper_.height / 2 - (ground.y - ground_center_.y) / metres_per_point_};
  }
  double metres_per_point() const { return metres_per_point_; }
  const Rectangle& paper() const { return paper_; }
  // What of the ground the rectangle shows.
  geometry::Box visible() const {
    const double half_width = paper_.width / 2 * metres_per_point_;
    const double half_height = paper_.height / 2 * metres_per_point_;
    return {{ground_center_.x - half_width, ground_center_.y - half_height},
            {ground_center_.x + half_width, ground_center_.y + half_height}};
  }

 private:
  double metres_per_point_;
  Point ground_center_;
  Rectangle paper_;
};

}  // namespace ancrage::report::paper
