// SPDX-License-Identifier: Apache-2.0
// The isochrones of the selected place, and of a second one, as outlines that are labelled once each.
#include "viewer/panels/theme.hpp"
#include "viewer/panels/widgets.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace ancrage::viewer {
namespace {

constexpr std::array widths{2.2, 1.6, 1.2};  // of 10, 20 and 30 minutes
constexpr double unseen_pixels = 0.4;        // how far a line may lie beside itself

class IsochroneDrawer {
 public:
  IsochroneDrawer(const PanelContext& context, ImDrawList& list, std::span<const geometry::PixelBox> covered)
      : context_(context), list_(list), legend_(legend_place(context)), covered_(covered.begin(), covered.end()) {}

  void draw(const Isochrone& isochrone, Color color) {
    for (std::size_t bound = isochrone.reached.size(); bound-- > 0;) {
      const auto [first, last] = isochrone.reached.rings_of(bound);
      seen_.clear();
      for (std::size_t r = first; r < last; ++r) draw_ring(isochrone, r, color, bound);
      label(isochrone_minutes[bound], color);
    }
  }

 private:
  void draw_ring(const Isochrone& isochrone, std::size_t ring, Color color, std::size_t bound) {
    const double least = unseen_pixels * context_.camera.metres_per_pixel;
    const auto& starts = isochrone.reached.ring_starts;
    line_.clear();
    for (std::size_t i = starts[ring]; i + 1 < starts[ring + 1]; ++i) {
      if (isochrone.importance[i] < least) continue;
      const Pixel pixel = context_.camera.to_pixel(isochrone.reached.points[i]);
      const ImVec2 at{static_cast<float>(pixel.x + context_.layout.map.x),
                      static_cast<float>(pixel.y + context_.layout.map.y)};
      if (!line_.empty() && std::abs(at.x - line_.back().x) + std::abs(at.y - line_.back().y) < 0.8F) continue;
      line_.push_back(at);
      if (seen(at)) seen_.push_back(at);
    }
    const auto count = static_cast<int>(line_.size());
    list_.AddPolyline(line_.data(), count, packed(theme::panel, 0.7), ImDrawFlags_Closed,
                      context_.px(widths[bound] + 1.6));
    list_.AddPolyline(line_.data(), count, packed(color), ImDrawFlags_Closed, context_.px(widths[bound]));
  }

  // Where a label on the line can be read.
  bool seen(ImVec2 p) const {
    const Rectangle& map = context_.layout.map;
    const double margin = context_.px(22);
    const bool covered = !legend_.empty() && p.x > legend_.x - margin && p.x < legend_.x + legend_.width + margin &&
                         p.y > legend_.y - margin / 2 && p.y < legend_.y + legend_.height + margin / 2;
    if (covered) return false;
    return p.x > map.x + margin && p.x < map.x + map.width - margin && p.y > map.y + margin / 2 &&
           p.y < map.y + map.height - margin;
  }

  // On the line, where it is highest of those places that leave free what lies there; nowhere if there is none.
  void label(double minutes, Color color) {
    const std::string text = context_.language().number(minutes) + "\u00A0min";
    const ImFont* font = context_.fonts.small;
    const ImVec2 half{text_width(font, text) / 2 + context_.px(4), font->FontSize / 2 + context_.px(1)};
    const auto box_about = [&](ImVec2 p) {
      return geometry::PixelBox{p.x - half.x, p.y - half.y, p.x + half.x, p.y + half.y};
    };
    std::stable_sort(seen_.begin(), seen_.end(), [](ImVec2 a, ImVec2 b) { return a.y < b.y; });
    const auto free = std::find_if(seen_.begin(), seen_.end(), [&](ImVec2 p) {
      const geometry::PixelBox box = box_about(p);
      return std::none_of(covered_.begin(), covered_.end(), [&](const auto& other) { return other.overlaps(box); });
    });
    if (free == seen_.end()) return;
    const ImVec2 at = *free;
    covered_.push_back(box_about(at));
    const ImVec2 low{at.x - half.x, at.y - half.y};
    list_.AddRectFilled(low, {at.x + half.x, at.y + half.y}, packed(theme::panel, 0.94), context_.px(3));
    draw_text(list_, font, {low.x + context_.px(4), low.y + context_.px(1)}, color, text);
  }

  const PanelContext& context_;
  ImDrawList& list_;
  Rectangle legend_;
  std::vector<geometry::PixelBox> covered_;  // by names, symbols and the labels so far
  std::vector<ImVec2> line_;
  std::vector<ImVec2> seen_;  // of an outline, where a label can be read
};

}  // namespace

void draw_shared_reach(const PanelContext& context) {
  const SharedReach* shared = shown_shared_reach(context.state, context.model);
  if (shared == nullptr) return;
  ImDrawList& list = *ImGui::GetBackgroundDrawList();
  // Edges that are smoothed would show as seams where triangles meet.
  const ImDrawListFlags flags = list.Flags;
  list.Flags &= ~ImDrawListFlags_AntiAliasedFill;
  const Rectangle& map = context.layout.map;
  const auto at = [&](geometry::Point ground) {
    const Pixel p = context.camera.to_pixel(ground);
    return ImVec2{static_cast<float>(p.x + map.x), static_cast<float>(p.y + map.y)};
  };
  for (std::size_t bound = shared->within.size(); bound-- > 0;) {
    const auto& triangles = shared->within[bound].triangles;
    for (std::size_t i = 0; i + 2 < triangles.size(); i += 3) {
      list.AddTriangleFilled(at(triangles[i]), at(triangles[i + 1]), at(triangles[i + 2]), packed(theme::shared, 0.10));
    }
  }
  list.Flags = flags;
}

void draw_isochrones(const PanelContext& context, const std::vector<ColoredPlace>& places,
                     std::span<const geometry::PixelBox> covered) {
  IsochroneDrawer drawer(context, *ImGui::GetBackgroundDrawList(), covered);
  for (const ColoredPlace& place : places) {
    if (const Isochrone* isochrone = context.state.isochrones.of(place.at)) drawer.draw(*isochrone, place.color);
  }
}

}  // namespace ancrage::viewer
