// SPDX-License-Identifier: Apache-2.0
#include "viewer/map/camera.hpp"

#include <algorithm>
#include <cmath>

namespace ancrage::viewer {
namespace {

constexpr double nearest_scale = 0.5;  // metres per pixel
constexpr double farthest_scale = 2000.0;

}  // namespace

Pixel Camera::to_pixel(geometry::Point ground) const {
  return {(ground.x - center.x) / metres_per_pixel + width / 2, (center.y - ground.y) / metres_per_pixel + height / 2};
}

geometry::Point Camera::to_ground(Pixel pixel) const {
  return {center.x + (pixel.x - width / 2) * metres_per_pixel, center.y - (pixel.y - height / 2) * metres_per_pixel};
}

geometry::Box Camera::view() const {
  geometry::Box box;
  box.extend(to_ground({0, 0}));
  box.extend(to_ground({width, height}));
  return box;
}

Camera fitted(const geometry::Box& box, double width, double height, double margin) {
  Camera camera{box.center(), 1.0, width, height};
  const double free_width = std::max(1.0, width - 2 * margin);
  const double free_height = std::max(1.0, height - 2 * margin);
  camera.metres_per_pixel =
      std::clamp(std::max(box.width() / free_width, box.height() / free_height), nearest_scale, farthest_scale);
  return camera;
}

Camera zoomed(const Camera& camera, double factor, Pixel anchor) {
  Camera result = camera;
  result.metres_per_pixel = std::clamp(camera.metres_per_pixel / factor, nearest_scale, farthest_scale);
  const geometry::Point ground = camera.to_ground(anchor);
  result.center.x = ground.x - (anchor.x - camera.width / 2) * result.metres_per_pixel;
  result.center.y = ground.y + (anchor.y - camera.height / 2) * result.metres_per_pixel;
  return result;
}

Camera panned(const Camera& camera, double dx, double dy) {
  Camera result = camera;
  result.center.x -= dx * camera.metres_per_pixel;
  result.center.y += dy * camera.metres_per_pixel;
  return result;
}

Camera resized(const Camera& camera, double width, double height) {
  return {camera.center, camera.metres_per_pixel, width, height};
}

Camera between(const Camera& from, const Camera& to, double share) {
  Camera result = to;
  const double change = to.metres_per_pixel - from.metres_per_pixel;
  result.metres_per_pixel = from.metres_per_pixel * std::pow(to.metres_per_pixel / from.metres_per_pixel, share);
  // Affine in the scale: that is what keeps the common point in place.
  const bool zooms = std::abs(change) > 1e-9 * from.metres_per_pixel;
  const double moved = zooms ? (result.metres_per_pixel - from.metres_per_pixel) / change : share;
  result.center.x = from.center.x + (to.center.x - from.center.x) * moved;
  result.center.y = from.center.y + (to.center.y - from.center.y) * moved;
  return result;
}

}  // namespace ancrage::viewer
