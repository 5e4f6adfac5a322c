// SPDX-License-Identifier: Apache-2.0
#include "viewer/fonts.hpp"

#include "ancrage/base/error.hpp"

#include <imgui.h>
#include <imgui_freetype.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

namespace ancrage::viewer {
namespace {

enum class Weight { regular, medium, bold };

// Ascender plus descender of Inter over its em: ImGui sizes fonts by the former, designers by the latter.
constexpr double inter_line_over_em = 1.21;

constexpr double halo_radius = 2.0;  // units about a letter's edge

std::vector<std::filesystem::path> font_directories() {
  std::vector<std::filesystem::path> result;
  if (const char* data = std::getenv("XDG_DATA_HOME")) result.emplace_back(std::filesystem::path(data) / "fonts");
  if (const char* home = std::getenv("HOME")) {
    result.emplace_back(std::filesystem::path(home) / ".local/share/fonts");
    result.emplace_back(std::filesystem::path(home) / ".fonts");
  }
  result.emplace_back("/usr/local/share/fonts");
  result.emplace_back("/usr/share/fonts");
  return result;
}

std::string font_file(Weight weight) {
  constexpr std::array<std::array<const char*, 3>, 3> names{{
      {"opentype/inter/Inter-Regular.otf", "Inter-Regular.otf", "truetype/dejavu/DejaVuSans.ttf"},
      {"opentype/inter/Inter-Medium.otf", "Inter-Medium.otf", "truetype/dejavu/DejaVuSans.ttf"},
      {"opentype/inter/Inter-SemiBold.otf", "Inter-SemiBold.otf", "truetype/dejavu/DejaVuSans-Bold.ttf"},
  }};
  for (const char* name : names[static_cast<std::size_t>(weight)]) {
    for (const auto& directory : font_directories()) {
      std::error_code ignored;
      if (std::filesystem::exists(directory / name, ignored)) return (directory / name).string();
    }
  }
  throw Error(ErrorCode::unreadable_input, message("no font to write with was found"), "Inter, DejaVu Sans",
              message("install the package fonts-inter or fonts-dejavu-core"));
}

// Figures share one advance and stand in its middle.
void align_figures(ImFont& font) {
  float widest = 0.0F;
  for (ImWchar c = '0'; c <= '9'; ++c) widest = std::max(widest, font.FindGlyph(c)->AdvanceX);
  for (ImFontGlyph& glyph : font.Glyphs) {
    if (glyph.Codepoint < '0' || glyph.Codepoint > '9') continue;
    const float shift = std::floor((widest - glyph.AdvanceX) / 2);
    glyph.X0 += shift;
    glyph.X1 += shift;
    glyph.AdvanceX = widest;
  }
  font.BuildLookupTable();
}

// A sign that the font lacks is written as its nearest kin.
void replace_missing(ImFont& font) {
  constexpr std::array<std::array<ImWchar, 2>, 4> kin{
      {{0x202F, 0x00A0}, {0x00A0, 0x0020}, {0x2212, '-'}, {0x2011, '-'}}};
  for (const auto& [wanted, instead] : kin) {
    if (font.FindGlyphNoFallback(wanted) == nullptr && font.FindGlyphNoFallback(instead) != nullptr) {
      font.AddRemapChar(wanted, instead);
    }
  }
}

// A disc about a pixel: how far its edge covers each of the pixels around.
struct Disc {
  int reach;
  std::vector<float> cover;  // (2 reach + 1)², rows of y

  explicit Disc(double radius) : reach(static_cast<int>(radius + 0.5)) {
    for (int y = -reach; y <= reach; ++y) {
      for (int x = -reach; x <= reach; ++x) {
        cover.push_back(static_cast<float>(std::clamp(radius + 0.5 - std::hypot(x, y), 0.0, 1.0)));
      }
    }
  }
};

// Every letter of the font becomes its halo: each pixel takes the most that a disc about it meets. The atlas leaves
// room for it between letters.
void widen(ImFont& font, ImFontAtlas& atlas, const Disc& disc) {
  const int width = atlas.TexWidth;
  const int height = atlas.TexHeight;
  const auto reach = static_cast<float>(disc.reach);
  std::vector<unsigned char> letter;
  for (ImFontGlyph& glyph : font.Glyphs) {
    if (glyph.Visible == 0) continue;
    const int left = std::max(0, static_cast<int>(std::lround(glyph.U0 * static_cast<float>(width))) - disc.reach);
    const int top = std::max(0, static_cast<int>(std::lround(glyph.V0 * static_cast<float>(height))) - disc.reach);
    const int right = std::min(width, static_cast<int>(std::lround(glyph.U1 * static_cast<float>(width))) + disc.reach);
    const int bottom =
        std::min(height, static_cast<int>(std::lround(glyph.V1 * static_cast<float>(height))) + disc.reach);
    const int columns = right - left;
    letter.clear();
    for (int y = top; y < bottom; ++y) {
      const unsigned char* row = atlas.TexPixelsAlpha8 + y * width;
      letter.insert(letter.end(), row + left, row + right);
    }
    for (int y = top; y < bottom; ++y) {
      for (int x = left; x < right; ++x) {
        float most = 0.0F;
        const float* cover = disc.cover.data();
        for (int v = y - disc.reach; v <= y + disc.reach; ++v) {
          for (int u = x - disc.reach; u <= x + disc.reach; ++u, ++cover) {
            if (u < left || u >= right || v < top || v >= bottom) continue;
            const std::size_t at = static_cast<std::size_t>((v - top) * columns + u - left);
            most = std::max(most, *cover * static_cast<float>(letter[at]));
          }
        }
        atlas.TexPixelsAlpha8[y * width + x] = static_cast<unsigned char>(std::lround(most));
      }
    }
    glyph.X0 -= reach;
    glyph.Y0 -= reach;
    glyph.X1 += reach;
    glyph.Y1 += reach;
    glyph.U0 = static_cast<float>(left) / static_cast<float>(width);
    glyph.V0 = static_cast<float>(top) / static_cast<float>(height);
    glyph.U1 = static_cast<float>(right) / static_cast<float>(width);
    glyph.V1 = static_cast<float>(bottom) / static_cast<float>(height);
  }
}

}  // namespace

Fonts load_fonts(double scale) {
  // Kept for as long as the atlas may be built again.
  static constexpr std::array<ImWchar, 19> ranges{0x0020, 0x00FF, 0x0100, 0x017F, 0x2010, 0x2027, 0x202F,
                                                  0x202F, 0x20AC, 0x20AC, 0x2190, 0x2193, 0x2212, 0x2212,
                                                  0x2248, 0x2248, 0x2264, 0x2265, 0};
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  atlas.Clear();
  atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
  atlas.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
  auto add = [&](Weight weight, double size) {
    const auto pixels = static_cast<float>(std::round(size * scale * inter_line_over_em));
    return atlas.AddFontFromFileTTF(font_file(weight).c_str(), pixels, nullptr, ranges.data());
  };
  const Disc disc(halo_radius * scale);
  atlas.TexGlyphPadding = 2 * disc.reach + 1;
  const auto add_halo = [&](Weight weight, double size) { return HaloFont{add(weight, size), add(weight, size)}; };
  Fonts fonts;
  fonts.text = add(Weight::regular, 13);
  fonts.bold = add(Weight::bold, 13);
  fonts.note = add_halo(Weight::regular, 11.5);
  fonts.small = fonts.note.letters;
  fonts.heading = add(Weight::bold, 17);
  fonts.label = add_halo(Weight::medium, 12);
  fonts.town = add_halo(Weight::bold, 14);
  atlas.Build();
  for (const HaloFont& font : {fonts.note, fonts.label, fonts.town}) widen(*font.halo, atlas, disc);
  for (ImFont* font : atlas.Fonts) {
    align_figures(*font);
    replace_missing(*font);
  }
  return fonts;
}

}  // namespace ancrage::viewer
