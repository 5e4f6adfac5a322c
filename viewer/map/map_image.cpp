// SPDX-License-Identifier: Apache-2.0
#include "viewer/map/map_image.hpp"

#include <cmath>

namespace ancrage::viewer {
namespace {

constexpr int margin = 96;  // pixels, on every side

// Nothing where the value is not whole but for rounding.
std::optional<int> whole(double value) {
  constexpr double rounding = 1.0 / 256;
  const double nearest = std::round(value);
  if (std::abs(value - nearest) > rounding || std::abs(nearest) > margin) return std::nullopt;
  return static_cast<int>(nearest);
}

}  // namespace

std::optional<PixelRectangle> MapImage::in_image(const Camera& camera, const PixelRectangle& where) const {
  const auto dx = whole((camera.center.x - camera_.center.x) / camera.metres_per_pixel);
  const auto dy = whole((camera_.center.y - camera.center.y) / camera.metres_per_pixel);
  if (!dx || !dy) return std::nullopt;
  return PixelRectangle{margin + *dx, margin + *dy, where.width, where.height};
}

void MapImage::draw(Renderer& renderer, const Camera& camera, const PixelRectangle& where, int framebuffer_height,
                    const MapStyle& style) {
  if (where.width <= 0 || where.height <= 0) return;
  const Look look{&renderer, renderer.coloring(), camera.metres_per_pixel, where.width, where.height, style};
  const bool again = last_ == look;
  last_ = look;
  std::optional<PixelRectangle> part = imaged_ == look ? in_image(camera, where) : std::nullopt;
  if (!part && !again) {
    renderer.draw(camera, where, framebuffer_height, style);
    return;
  }
  if (!part) {
    const PixelRectangle whole_image{0, 0, where.width + 2 * margin, where.height + 2 * margin};
    if (!image_ || image_->width() != whole_image.width || image_->height() != whole_image.height) {
      image_ = std::make_unique<PictureTarget>(whole_image.width, whole_image.height);
    }
    camera_ = resized(camera, whole_image.width, whole_image.height);
    imaged_ = look;
    image_->draw_into([&] { renderer.draw(camera_, whole_image, whole_image.height, style); });
    part = PixelRectangle{margin, margin, where.width, where.height};
  }
  image_->copy(*part, where, framebuffer_height);
}

}  // namespace ancrage::viewer
