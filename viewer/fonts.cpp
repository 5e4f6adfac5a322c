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

// The pixels that a disc about one covers, and how far, in 256ths.
struct Disc {
  struct Pixel {
    int x, y, cover;
  };
  int reach;
  std::vector<Pixel> pixels;

  explicit Disc(double radius) : reach(static_cast<int>(radius + 0.5)) {
    for (int y = -reach; y <= reach; ++y) {
      for (int x = -reach; x <= reach; ++x) {
        const double cover = std::clamp(radius + 0.5 - std::hypot(x, y), 0.0, 1.0);
        if (cover > 0) pixels.push_back({x, y, static_cast<int>(std::lround(256 * cover))});
      }
    }
  }
};

// Every letter of the font becomes its halo: each pixel takes the most of the discs about the letter's pixels. The
// atlas leaves room for it between letters.
void widen(ImFont& font, ImFontAtlas& atlas, const Disc& disc) {
  const auto width = static_cast<float>(atlas.TexWidth);
  const auto height = static_cast<float>(atlas.TexHeight);
  const auto pixel = [](float share, float of) { return static_cast<int>(std::lround(share * of)); };
  std::vector<unsigned char> halo;
  for (ImFontGlyph& glyph : font.Glyphs) {
    if (glyph.Visible == 0) continue;
    const int left = pixel(glyph.U0, width);
    const int top = pixel(glyph.V0, height);
    const int right = pixel(glyph.U1, width);
    const int bottom = pixel(glyph.V1, height);
    const int columns = right - left + 2 * disc.reach;
    const int rows = bottom - top + 2 * disc.reach;
    halo.assign(static_cast<std::size_t>(columns * rows), 0);
    for (int y = top; y < bottom; ++y) {
      for (int x = left; x < right; ++x) {
        const int ink = atlas.TexPixelsAlpha8[y * atlas.TexWidth + x];
        if (ink == 0) continue;
        const int middle = (y - top + disc.reach) * columns + x - left + disc.reach;
        for (const Disc::Pixel& p : disc.pixels) {
          unsigned char& most = halo[static_cast<std::size_t>(middle + p.y * columns + p.x)];
          most = std::max(most, static_cast<unsigned char>(ink * p.cover / 256));
        }
      }
    }
    // What would stand out of the atlas is left away.
    const int first_column = std::max(0, disc.reach - left);
    const int first_row = std::max(0, disc.reach - top);
    const int last_column = std::min(columns, atlas.TexWidth - left + disc.reach);
    const int last_row = std::min(rows, atlas.TexHeight - top + disc.reach);
    for (int y = first_row; y < last_row; ++y) {
      const auto row = halo.begin() + static_cast<std::ptrdiff_t>(y) * columns;
      std::copy(row + first_column, row + last_column,
                atlas.TexPixelsAlpha8 + (top - disc.reach + y) * atlas.TexWidth + left - disc.reach + first_column);
    }
    const auto grown = [&](int at) { return static_cast<float>(at - disc.reach); };
    glyph.X0 += grown(first_column);
    glyph.Y0 += grown(first_row);
    glyph.X1 += static_cast<float>(disc.reach - (columns - last_column));
    glyph.Y1 += static_cast<float>(disc.reach - (rows - last_row));
    glyph.U0 = static_cast<float>(left + first_column - disc.reach) / width;
    glyph.V0 = static_cast<float>(top + first_row - disc.reach) / height;
    glyph.U1 = static_cast<float>(left + last_column - disc.reach) / width;
    glyph.V1 = static_cast<float>(top + last_row - disc.reach) / height;
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
