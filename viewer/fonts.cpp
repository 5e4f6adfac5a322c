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
  Fonts fonts;
  fonts.text = add(Weight::regular, 13);
  fonts.bold = add(Weight::bold, 13);
  fonts.small = add(Weight::regular, 11.5);
  fonts.heading = add(Weight::bold, 17);
  fonts.label = add(Weight::medium, 12);
  fonts.town = add(Weight::bold, 14);
  atlas.Build();
  for (ImFont* font : atlas.Fonts) {
    align_figures(*font);
    replace_missing(*font);
  }
  return fonts;
}

}  // namespace ancrage::viewer
