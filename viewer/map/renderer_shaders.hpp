// SPDX-License-Identifier: Apache-2.0
// The shader sources of the renderer (GLSL 3.30). Positions are metres from the scene's origin; `camera` is the scene's
// centre of view and the metres per pixel, `size` the rectangle in pixels.
#pragma once

namespace ancrage::viewer::shaders {

// Communes: a colour per feature, read once per vertex. `hatched` draws only the communes without a value (alpha below
// 0.9), the others collapse to nothing.
inline constexpr const char* fill_vertex = R"(#version 330 core
layout(location = 0) in vec2 position;
layout(location = 1) in uint feature;
uniform vec3 camera;
uniform vec2 size;
uniform sampler2D colors;
uniform int columns;
uniform bool hatched;
flat out vec4 color;
void main() {
  vec2 pixel = (position - camera.xy) / camera.z;
  gl_Position = vec4(pixel / (size * 0.5), 0.0, 1.0);
  color = texelFetch(colors, ivec2(int(feature) % columns, int(feature) / columns), 0);
  if (hatched && color.a > 0.9) gl_Position = vec4(2.0, 2.0, 0.0, 1.0);
}
)";

inline constexpr const char* fill_fragment = R"(#version 330 core
flat in vec4 color;
out vec4 result;
void main() { result = vec4(color.rgb, 1.0); }
)";

// No value: darker diagonals, fixed to the ground.
inline constexpr const char* no_value_fragment = R"(#version 330 core
flat in vec4 color;
uniform float scale;
uniform vec2 anchor;
out vec4 result;
void main() {
  vec2 p = gl_FragCoord.xy - anchor;
  float across = mod((p.x - p.y) / scale, 7.0);
  float line = clamp(1.6 - abs(across - 3.5), 0.0, 1.0);
  result = vec4(mix(color.rgb, vec3(0.62, 0.61, 0.58), 0.6 * line), 1.0);
}
)";

// Priority sectors: diagonals of their colour over a light wash, fixed to the ground.
inline constexpr const char* hatch_vertex = R"(#version 330 core
layout(location = 0) in vec2 position;
uniform vec3 camera;
uniform vec2 size;
void main() {
  gl_Position = vec4((position - camera.xy) / camera.z / (size * 0.5), 0.0, 1.0);
}
)";

inline constexpr const char* hatch_fragment = R"(#version 330 core
uniform vec4 ink;
uniform float scale;
uniform vec2 anchor;
out vec4 result;
void main() {
  vec2 p = gl_FragCoord.xy - anchor;
  float across = mod((p.x + p.y) / scale, 5.0);
  float line = clamp(1.35 - abs(across - 2.5), 0.0, 1.0);
  result = vec4(ink.rgb, mix(0.16, 0.92, line));
}
)";

// A segment becomes a capsule: its quad is wide enough for the smooth edge, the fragment measures the distance. `side`
// 1 keeps only the left half, for zone outlines that stay inside their zone.
inline constexpr const char* line_vertex = R"(#version 330 core
layout(location = 0) in vec4 ends;
uniform vec3 camera;
uniform vec2 size;
uniform float half_width;
uniform float side;
out vec2 along;
flat out float reach;
void main() {
  vec2 a = (ends.xy - camera.xy) / camera.z;
  vec2 b = (ends.zw - camera.xy) / camera.z;
  vec2 d = b - a;
  float distance = length(d);
  vec2 u = distance > 1e-6 ? d / distance : vec2(1.0, 0.0);
  vec2 n = vec2(-u.y, u.x);
  float far = half_width + 0.5;
  vec2 shift = n * side * half_width;
  float x = (gl_VertexID & 1) == 0 ? -far : distance + far;
  float y = (gl_VertexID & 2) == 0 ? -far : far;
  along = vec2(x, y);
  reach = distance;
  gl_Position = vec4((a + shift + u * x + n * y) / (size * 0.5), 0.0, 1.0);
}
)";

inline constexpr const char* line_fragment = R"(#version 330 core
in vec2 along;
flat in float reach;
uniform vec4 ink;
uniform float half_width;
out vec4 result;
void main() {
  float beyond = max(max(-along.x, along.x - reach), 0.0);
  float from_axis = length(vec2(beyond, along.y));
  result = vec4(ink.rgb, ink.a * clamp(half_width + 0.5 - from_axis, 0.0, 1.0));
}
)";

}  // namespace ancrage::viewer::shaders
