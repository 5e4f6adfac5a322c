// SPDX-License-Identifier: Apache-2.0
#include "ancrage/geometry/label_placement.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <unordered_map>

namespace ancrage::geometry {
namespace {

// Boxes by the squares of a grid that they touch.
class Occupied {
 public:
  bool free(const PixelBox& box) const {
    bool result = true;
    each_square(box, [&](std::int64_t key) {
      const auto found = squares_.find(key);
      if (found == squares_.end()) return;
      result = result && std::none_of(found->second.begin(), found->second.end(),
                                      [&](const PixelBox& other) { return other.overlaps(box); });
    });
    return result;
  }
  // Pixels that its boxes share with this one; what lies in two squares counts twice.
  double shared(const PixelBox& box) const {
    double result = 0.0;
    each_square(box, [&](std::int64_t key) {
      const auto found = squares_.find(key);
      if (found == squares_.end()) return;
      for (const PixelBox& other : found->second) {
        if (!other.overlaps(box)) continue;
        result += (std::min(box.right, other.right) - std::max(box.left, other.left)) *
                  (std::min(box.bottom, other.bottom) - std::max(box.top, other.top));
      }
    });
    return result;
  }
  void add(const PixelBox& box) {
    each_square(box, [&](std::int64_t key) { squares_[key].push_back(box); });
  }

 private:
  static void each_square(const PixelBox& box, auto visit) {
    constexpr double side = 96.0;
    const auto last_x = static_cast<std::int64_t>(std::floor(box.right / side));
    const auto last_y = static_cast<std::int64_t>(std::floor(box.bottom / side));
    for (auto x = static_cast<std::int64_t>(std::floor(box.left / side)); x <= last_x; ++x) {
      for (auto y = static_cast<std::int64_t>(std::floor(box.top / side)); y <= last_y; ++y) {
        visit(x * 1'000'003 + y);
      }
    }
  }
  std::unordered_map<std::int64_t, std::vector<PixelBox>> squares_;
};

std::array<Point, 8> offsets(const LabelRequest& request) {
  const double gap = request.clearance + 2.0;
  const double above = -gap - request.height;
  const double left = -gap - 1.0 - request.width;
  return {{{-request.width / 2, above},
           {-request.width / 2, gap},
           {gap + 1.0, -request.height / 2},
           {left, -request.height / 2},
           {gap, above},
           {gap, gap},
           {left, above},
           {left, gap}}};
}

}  // namespace

std::vector<PlacedLabel> place_labels(std::span<const LabelRequest> requests, std::span<const Obstacle> obstacles,
                                      double metres_per_pixel, const LabelSpacing& spacing) {
  if (requests.empty()) return {};
  const Point origin = requests.front().ground;
  auto pixel = [&](Point p) { return Point{(p.x - origin.x) / metres_per_pixel, (origin.y - p.y) / metres_per_pixel}; };
  Occupied symbols;
  for (const Obstacle& obstacle : obstacles) {
    const Point p = pixel(obstacle.ground);
    symbols.add({p.x - obstacle.radius, p.y - obstacle.radius, p.x + obstacle.radius, p.y + obstacle.radius});
  }
  Occupied names;
  std::vector<PlacedLabel> placed;
  for (std::size_t i = 0; i < requests.size(); ++i) {
    const Point anchor = pixel(requests[i].ground);
    const auto box_at = [&](Point offset) {
      return PixelBox{anchor.x + offset.x, anchor.y + offset.y, anchor.x + offset.x + requests[i].width,
                      anchor.y + offset.y + requests[i].height};
    };
    std::optional<Point> best;
    double least = std::numeric_limits<double>::infinity();  // pixels over symbols
    for (const Point offset : offsets(requests[i])) {
      const PixelBox box = box_at(offset);
      const PixelBox roomy{box.left - spacing.horizontal, box.top - spacing.vertical, box.right + spacing.horizontal,
                           box.bottom + spacing.vertical};
      if (!names.free(roomy)) continue;
      const double over = symbols.shared(box);
      if (over >= least || (over > 0 && !requests[i].important)) continue;
      best = offset;
      least = over;
      if (over == 0) break;
    }
    if (!best) continue;
    names.add(box_at(*best));
    placed.push_back({i, *best});
  }
  return placed;
}

}  // namespace ancrage::geometry
