// SPDX-License-Identifier: Apache-2.0
// Draws a scene with OpenGL 3.3 (through libepoxy) into a rectangle of the current framebuffer.
//
// Geometry is uploaded once. The colour of a commune comes from a lookup texture by feature id, so recolouring uploads
// a few kilobytes. Lines are quads whose edges are smoothed in the shader: no multisampling, which software GL cannot
// afford. Every call needs the context that was current at construction.
#pragma once

#include "ancrage/report/color.hpp"
#include "viewer/map/camera.hpp"
#include "viewer/map/renderer_target.hpp"
#include "viewer/map/scene.hpp"

#include <memory>
#include <span>

namespace ancrage::viewer {

struct MapStyle {
  Color background{255, 255, 255};  // where no commune is
  double scale = 1.0;               // pixels per unit of line width
  bool zones = true;
  bool priority_sectors = true;
  bool roads = true;
  bool high_contrast = false;  // dark borders between communes
  bool operator==(const MapStyle&) const = default;
};

class Renderer {
 public:
  // Throws Error(internal) when a shader does not compile.
  explicit Renderer(const Scene& scene);
  ~Renderer();
  Renderer(const Renderer&) = delete;
  Renderer& operator=(const Renderer&) = delete;

  // One colour per commune; alpha 128 draws it hatched (no value).
  void set_commune_colors(std::span<const Color> colors);
  // How often they have been set.
  std::size_t coloring() const;
  // `camera` has the size of `where`. Leaves the viewport and scissor of `where` behind.
  void draw(const Camera& camera, const PixelRectangle& where, int framebuffer_height, const MapStyle& style);

 private:
  struct Resources;
  std::unique_ptr<Resources> resources_;
};

}  // namespace ancrage::viewer
