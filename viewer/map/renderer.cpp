// SPDX-License-Identifier: Apache-2.0
#include "viewer/map/renderer.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/report/palette.hpp"
#include "viewer/map/renderer_shaders.hpp"

#include <epoxy/gl.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

namespace ancrage::viewer {
namespace {

using report::hex;

constexpr int lookup_columns = 1024;

constexpr Color member_border = hex(0xFFFFFF);
constexpr Color ring_border = hex(0xFFFFFF);
constexpr Color dark_border = hex(0x22262B);
constexpr Color zip_color = report::palette::zip;
constexpr Color zac_color = report::palette::zac;
constexpr Color sector_color = report::palette::sector;
constexpr std::array road_colors{hex(0x8A8378, 120), hex(0x7D766B, 170), hex(0x6E675D, 220)};
constexpr std::array road_widths{0.8, 1.5, 2.2};

GLuint compiled(GLenum kind, const char* source) {
  const GLuint shader = glCreateShader(kind);
  glShaderSource(shader, 1, &source, nullptr);
  glCompileShader(shader);
  GLint done = 0;
  glGetShaderiv(shader, GL_COMPILE_STATUS, &done);
  if (done == 0) {
    std::string log(1024, '\0');
    GLsizei length = 0;
    glGetShaderInfoLog(shader, static_cast<GLsizei>(log.size()), &length, log.data());
    log.resize(static_cast<std::size_t>(length));
    throw Error(ErrorCode::internal, message("the graphics driver refused a shader: {0}", log));
  }
  return shader;
}

class Program {
 public:
  Program(const char* vertex, const char* fragment) : id_(glCreateProgram()) {
    const GLuint first = compiled(GL_VERTEX_SHADER, vertex);
    const GLuint second = compiled(GL_FRAGMENT_SHADER, fragment);
    glAttachShader(id_, first);
    glAttachShader(id_, second);
    glLinkProgram(id_);
    glDeleteShader(first);
    glDeleteShader(second);
    GLint done = 0;
    glGetProgramiv(id_, GL_LINK_STATUS, &done);
    if (done == 0) throw Error(ErrorCode::internal, message("the graphics driver could not link a shader"));
  }
  ~Program() { glDeleteProgram(id_); }
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  void use() const { glUseProgram(id_); }
  GLint at(const char* name) const { return glGetUniformLocation(id_, name); }
  void set(const char* name, double value) const { glUniform1f(at(name), static_cast<GLfloat>(value)); }
  void set(const char* name, double x, double y) const {
    glUniform2f(at(name), static_cast<GLfloat>(x), static_cast<GLfloat>(y));
  }
  void set(const char* name, double x, double y, double z) const {
    glUniform3f(at(name), static_cast<GLfloat>(x), static_cast<GLfloat>(y), static_cast<GLfloat>(z));
  }
  void set(const char* name, Color c) const {
    glUniform4f(at(name), static_cast<GLfloat>(c.red) / 255.0F, static_cast<GLfloat>(c.green) / 255.0F,
                static_cast<GLfloat>(c.blue) / 255.0F, static_cast<GLfloat>(c.alpha) / 255.0F);
  }

 private:
  GLuint id_;
};

// A vertex array over one buffer, and the boxes of its batches.
struct Mesh {
  GLuint array = 0;
  GLuint buffer = 0;
  GLuint indices = 0;
  std::vector<Batch> batches;

  Mesh() = default;
  Mesh(const Mesh&) = delete;
  Mesh& operator=(const Mesh&) = delete;
  ~Mesh() {
    glDeleteVertexArrays(1, &array);
    glDeleteBuffers(1, &buffer);
    glDeleteBuffers(1, &indices);
  }
  // After upload(), for meshes with indices of their own.
  void upload_indices(const std::vector<std::uint32_t>& values) {
    glGenBuffers(1, &indices);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices);
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(values.size() * sizeof(std::uint32_t)), values.data(),
                 GL_STATIC_DRAW);
  }
  void upload(const void* data, std::size_t bytes) {
    glGenVertexArrays(1, &array);
    glGenBuffers(1, &buffer);
    glBindVertexArray(array);
    glBindBuffer(GL_ARRAY_BUFFER, buffer);
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(bytes), data, GL_STATIC_DRAW);
  }
};

const void* byte_offset(std::size_t offset) {
  return reinterpret_cast<const void*>(offset);  // NOLINT: what the GL interface takes
}

void upload(Mesh& mesh, const Triangles& triangles) {
  mesh.batches = triangles.batches;
  mesh.upload(triangles.vertices.data(), triangles.vertices.size() * sizeof(FillVertex));
  mesh.upload_indices(triangles.indices);
  glEnableVertexAttribArray(0);
  glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, sizeof(FillVertex), byte_offset(0));
  glEnableVertexAttribArray(1);
  glVertexAttribIPointer(1, 1, GL_UNSIGNED_INT, sizeof(FillVertex), byte_offset(offsetof(FillVertex, feature)));
}

// Four vertices a segment, all alike: the shader tells the corners by their number.
void upload(Mesh& mesh, const Segments& segments, GLuint corners) {
  mesh.batches = segments.batches;
  std::vector<Segment> vertices;
  vertices.reserve(segments.segments.size() * 4);
  for (const Segment& segment : segments.segments) vertices.insert(vertices.end(), 4, segment);
  mesh.upload(vertices.data(), vertices.size() * sizeof(Segment));
  glEnableVertexAttribArray(0);
  glVertexAttribPointer(0, 4, GL_FLOAT, GL_FALSE, sizeof(Segment), byte_offset(0));
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, corners);
}

// Two triangles for each of `segments` quads.
std::vector<std::uint32_t> quad_corners(std::size_t segments) {
  std::vector<std::uint32_t> result;
  result.reserve(segments * 6);
  for (std::uint32_t s = 0; s < segments; ++s) {
    for (const std::uint32_t corner : {0U, 1U, 2U, 2U, 1U, 3U}) result.push_back(4 * s + corner);
  }
  return result;
}

std::size_t most_segments(const Scene& scene) {
  std::size_t most = 0;
  for (const MapLevel& level : scene.levels) {
    for (const Segments& roads : level.roads) most = std::max(most, roads.segments.size());
    for (const Segments* lines :
         {&level.ring_borders, &level.member_borders, &level.zip_outline, &level.zac_outline, &level.sector_outline}) {
      most = std::max(most, lines->segments.size());
    }
  }
  return most;
}

// Calls draw(first, count) for runs of batches that are in view.
template <class Draw>
void in_view(const std::vector<Batch>& batches, const geometry::Box& view, Draw draw) {
  for (std::size_t i = 0; i < batches.size();) {
    if (!batches[i].box.intersects(view)) {
      ++i;
      continue;
    }
    const std::uint32_t first = batches[i].first;
    std::uint32_t count = 0;
    for (; i < batches.size() && batches[i].box.intersects(view); ++i) count += batches[i].count;
    draw(first, count);
  }
}

struct LevelMeshes {
  Mesh fill;
  Mesh ring_borders;
  Mesh member_borders;
  Mesh zip_outline;
  Mesh zac_outline;
  Mesh sector_fill;
  Mesh sector_outline;
  std::array<Mesh, 3> roads;
};

}  // namespace

struct Renderer::Resources {
  const Scene& scene;
  Program fill{shaders::fill_vertex, shaders::fill_fragment};
  Program no_value{shaders::fill_vertex, shaders::no_value_fragment};
  Program hatch{shaders::hatch_vertex, shaders::hatch_fragment};
  Program line{shaders::line_vertex, shaders::line_fragment};
  std::vector<std::unique_ptr<LevelMeshes>> levels;
  GLuint lookup = 0;
  bool some_without_value = false;
  std::size_t colorings = 0;
  GLuint corners = 0;  // indices of the quads of segments, shared by all lines

  explicit Resources(const Scene& of) : scene(of) {
    const std::vector<std::uint32_t> indices = quad_corners(most_segments(scene));
    glGenBuffers(1, &corners);
    glBindBuffer(GL_ARRAY_BUFFER, corners);
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(indices.size() * sizeof(std::uint32_t)), indices.data(),
                 GL_STATIC_DRAW);
    for (const MapLevel& level : scene.levels) {
      auto meshes = std::make_unique<LevelMeshes>();
      upload(meshes->fill, level.fill);
      upload(meshes->ring_borders, level.ring_borders, corners);
      upload(meshes->member_borders, level.member_borders, corners);
      upload(meshes->zip_outline, level.zip_outline, corners);
      upload(meshes->zac_outline, level.zac_outline, corners);
      upload(meshes->sector_fill, level.sector_fill);
      upload(meshes->sector_outline, level.sector_outline, corners);
      for (std::size_t i = 0; i < level.roads.size(); ++i) upload(meshes->roads[i], level.roads[i], corners);
      levels.push_back(std::move(meshes));
    }
    glGenTextures(1, &lookup);
    glBindTexture(GL_TEXTURE_2D, lookup);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glBindVertexArray(0);
  }
  ~Resources() {
    glDeleteTextures(1, &lookup);
    glDeleteBuffers(1, &corners);
  }
  Resources(const Resources&) = delete;
  Resources& operator=(const Resources&) = delete;

  // What every program needs to know of the view.
  void set_view(const Program& program, const Camera& camera, const PixelRectangle& where, int framebuffer_height,
                double scale) const {
    program.use();
    program.set("camera", camera.center.x - scene.origin.x, camera.center.y - scene.origin.y, camera.metres_per_pixel);
    program.set("size", where.width, where.height);
    program.set("scale", scale);
    const Pixel origin = camera.to_pixel(scene.origin);
    program.set("anchor", where.x + origin.x, framebuffer_height - where.y - origin.y);
  }

  void draw_lines(const Mesh& mesh, const geometry::Box& view, Color ink, double width, double side = 0.0) const {
    line.set("ink", ink);
    line.set("half_width", width / 2);
    line.set("side", side);
    glBindVertexArray(mesh.array);
    in_view(mesh.batches, view, [](std::uint32_t first, std::uint32_t count) {
      glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(count * 6), GL_UNSIGNED_INT,
                     byte_offset(first * 6 * sizeof(std::uint32_t)));
    });
  }

  static void draw_triangles(const Mesh& mesh, const geometry::Box& view) {
    glBindVertexArray(mesh.array);
    in_view(mesh.batches, view, [](std::uint32_t first, std::uint32_t count) {
      glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(count), GL_UNSIGNED_INT,
                     byte_offset(first * sizeof(std::uint32_t)));
    });
  }
};

Renderer::Renderer(const Scene& scene) : resources_(std::make_unique<Resources>(scene)) {}
Renderer::~Renderer() = default;

void Renderer::set_commune_colors(std::span<const Color> colors) {
  static_assert(sizeof(Color) == 4);
  const std::size_t rows = std::max<std::size_t>(1, (colors.size() + lookup_columns - 1) / lookup_columns);
  std::vector<Color> texels(rows * lookup_columns);
  std::copy(colors.begin(), colors.end(), texels.begin());
  resources_->some_without_value =
      std::any_of(colors.begin(), colors.end(), [](Color color) { return color.alpha != 255; });
  glBindTexture(GL_TEXTURE_2D, resources_->lookup);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, lookup_columns, static_cast<GLsizei>(rows), 0, GL_RGBA, GL_UNSIGNED_BYTE,
               texels.data());
  ++resources_->colorings;
}

std::size_t Renderer::coloring() const { return resources_->colorings; }

void Renderer::draw(const Camera& camera, const PixelRectangle& where, int framebuffer_height, const MapStyle& style) {
  if (where.width <= 0 || where.height <= 0) return;
  const Resources& r = *resources_;
  const LevelMeshes& level = *r.levels[r.scene.level_for(camera.metres_per_pixel)];
  geometry::Box view = camera.view();
  const double margin = 4 * style.scale * camera.metres_per_pixel;  // half a thick line
  view.low = {view.low.x - margin, view.low.y - margin};
  view.high = {view.high.x + margin, view.high.y + margin};

  clear_rectangle(style.background, where.x, where.y, where.width, where.height, framebuffer_height);
  const int bottom = framebuffer_height - where.y - where.height;
  glViewport(where.x, bottom, where.width, where.height);
  glScissor(where.x, bottom, where.width, where.height);
  glEnable(GL_SCISSOR_TEST);
  glDisable(GL_DEPTH_TEST);
  glDisable(GL_CULL_FACE);
  glDisable(GL_BLEND);

  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D, r.lookup);
  auto draw_communes = [&](const Program& program, bool hatched) {
    r.set_view(program, camera, where, framebuffer_height, style.scale);
    glUniform1i(program.at("colors"), 0);
    glUniform1i(program.at("columns"), lookup_columns);
    glUniform1i(program.at("hatched"), hatched ? 1 : 0);
    Resources::draw_triangles(level.fill, view);
  };
  draw_communes(r.fill, false);
  if (r.some_without_value) draw_communes(r.no_value, true);

  glEnable(GL_BLEND);
  glBlendFunc(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA);
  r.set_view(r.line, camera, where, framebuffer_height, style.scale);
  r.draw_lines(level.ring_borders, view, ring_border, 0.8 * style.scale);
  r.draw_lines(level.member_borders, view, style.high_contrast ? dark_border : member_border,
               (style.high_contrast ? 1.3 : 0.9) * style.scale);
  if (style.roads) {
    for (std::size_t i = 0; i < level.roads.size(); ++i) {
      r.draw_lines(level.roads[i], view, road_colors[i], road_widths[i] * style.scale);
    }
  }
  if (style.zones) {
    r.draw_lines(level.zac_outline, view, zac_color, 1.6 * style.scale, 1.0);
    r.draw_lines(level.zip_outline, view, zip_color, 1.6 * style.scale, 1.0);
  }
  if (style.priority_sectors) {
    r.set_view(r.hatch, camera, where, framebuffer_height, style.scale);
    r.hatch.set("ink", sector_color);
    Resources::draw_triangles(level.sector_fill, view);
    r.set_view(r.line, camera, where, framebuffer_height, style.scale);
    r.draw_lines(level.sector_outline, view, sector_color, 1.2 * style.scale);
  }
  glBindVertexArray(0);
  glUseProgram(0);
  glDisable(GL_SCISSOR_TEST);
}

}  // namespace ancrage::viewer
