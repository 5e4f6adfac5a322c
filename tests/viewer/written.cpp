// SPDX-License-Identifier: Apache-2.0
#include "written.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace ancrage::test {
namespace {

// Letters by their place in the atlas.
using Corner = std::tuple<float, float, float, float>;
struct Letter {
  ImWchar code;
  const ImFont* font;
};

std::map<Corner, Letter> letters_of_atlas() {
  std::map<Corner, Letter> result;
  for (const ImFont* font : ImGui::GetIO().Fonts->Fonts) {
    for (const ImFontGlyph& glyph : font->Glyphs) {
      if (glyph.Visible != 0) {
        result.try_emplace({glyph.U0, glyph.V0, glyph.U1, glyph.V1}, Letter{ImWchar(glyph.Codepoint), font});
      }
    }
  }
  return result;
}

struct Written {
  Letter letter;
  viewer::Rectangle where;
};

void append(std::string& text, ImWchar code) {
  std::array<char, 5> bytes{};
  ImTextCharToUtf8(bytes.data(), code);
  text += bytes.data();
}

// Whether a letter goes on with a run: on its line and at its end.
bool goes_on(const Run& run, const ImFont* font, const Written& next) {
  const double end = run.where.x + run.where.width;
  const double space = font->FontSize * 0.6;
  const double base = run.where.y + run.where.height;
  return next.letter.font == font && next.where.x > end - 0.25 * font->FontSize && next.where.x < end + space &&
         next.where.y < base && next.where.y + next.where.height > run.where.y - 0.25 * font->FontSize;
}

}  // namespace

std::vector<Run> written(const viewer::Fonts& fonts) {
  const std::map<Corner, Letter> atlas = letters_of_atlas();
  const std::array haloes{fonts.note.halo, fonts.label.halo, fonts.town.halo};
  std::vector<Run> runs;
  const ImDrawData& data = *ImGui::GetDrawData();
  for (int l = 0; l < data.CmdListsCount; ++l) {
    const ImDrawList& list = *data.CmdLists[l];
    const ImFont* font = nullptr;
    for (const ImDrawCmd& command : list.CmdBuffer) {
      const viewer::Rectangle clip{command.ClipRect.x, command.ClipRect.y, command.ClipRect.z - command.ClipRect.x,
                                   command.ClipRect.w - command.ClipRect.y};
      for (unsigned i = 0; i + 6 <= command.ElemCount;) {
        const ImDrawIdx* index = list.IdxBuffer.Data + command.IdxOffset + i;
        const ImDrawVert& a = list.VtxBuffer[static_cast<int>(command.VtxOffset + index[0])];
        const ImDrawVert& c = list.VtxBuffer[static_cast<int>(command.VtxOffset + index[2])];
        const auto found = atlas.find({a.uv.x, a.uv.y, c.uv.x, c.uv.y});
        if (found == atlas.end()) {
          i += 3;
          font = nullptr;
          continue;
        }
        i += 6;
        if (std::find(haloes.begin(), haloes.end(), found->second.font) != haloes.end()) continue;
        const Written next{found->second, {a.pos.x, a.pos.y, c.pos.x - a.pos.x, c.pos.y - a.pos.y}};
        if (font == nullptr || !goes_on(runs.back(), font, next)) {
          font = next.letter.font;
          runs.push_back({{}, next.where, clip, static_cast<std::size_t>(l)});
        } else {
          viewer::Rectangle& run = runs.back().where;
          if (next.where.x - run.x - run.width > 0.15 * font->FontSize) runs.back().text += ' ';
          const double right = std::max(run.x + run.width, next.where.x + next.where.width);
          const double bottom = std::max(run.y + run.height, next.where.y + next.where.height);
          run.y = std::min(run.y, next.where.y);
          run.width = right - run.x;
          run.height = bottom - run.y;
        }
        append(runs.back().text, next.letter.code);
      }
    }
  }
  return runs;
}

}  // namespace ancrage::test
