// SPDX-License-Identifier: Apache-2.0
// The drawn map with a margin around it, kept while only the place of the view changes: a view that is moved by the
// mouse or that rests under a moving mouse is copied, not drawn again.
#pragma once

#include "viewer/map/renderer.hpp"
#include "viewer/map/renderer_target.hpp"

#include <memory>
#include <optional>

namespace ancrage::viewer {

class MapImage {
 public:
  // As renderer.draw(), and with the same pixels but for single precision's rounding. A view is copied when it lies in
  // the image and a whole number of pixels beside it; an image is drawn for the second frame in a row of one scale,
  // style and colouring, so that neither zooming nor a map that changes its colours pays for a margin.
  void draw(Renderer& renderer, const Camera& camera, const PixelRectangle& where, int framebuffer_height,
            const MapStyle& style);

 private:
  // Whatever decides on the pixels but the place of the view.
  struct Look {
    const Renderer* renderer;
    std::size_t coloring;
    double metres_per_pixel;
    int width, height;
    MapStyle style;
    bool operator==(const Look&) const = default;
  };

  // How far the view lies from the image's top left corner, when it is the image's.
  std::optional<PixelRectangle> in_image(const Camera& camera, const PixelRectangle& where) const;

  std::optional<Look> last_;    // of the last frame
  std::optional<Look> imaged_;  // of the image
  Camera camera_;               // of the image
  std::unique_ptr<PictureTarget> image_;
};

}  // namespace ancrage::viewer
