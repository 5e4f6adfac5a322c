// SPDX-License-Identifier: Apache-2.0
// What lies over the coloured map: the outlines of what is pointed at and selected, symbols, names, scale bar.
#include "ancrage/geometry/label_placement.hpp"
#include "viewer/panels/theme.hpp"
#include "viewer/panels/widgets.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <vector>

namespace ancrage::viewer {
namespace {

using geometry::LabelRequest;
using geometry::LabelSpacing;
using geometry::Obstacle;
using geometry::PixelBox;
using geometry::PlacedLabel;

constexpr double pole_radius = 7.5;
constexpr double site_radius = 3.4;
constexpr double pin_height = 26;
constexpr double town_population = 10'000;
constexpr std::size_t important_names = 6;  // the largest communes of the territory

bool shown(const State& state, MapLayer layer) { return state.layers[static_cast<std::size_t>(layer)]; }

class Overlay {
 public:
  explicit Overlay(const PanelContext& context) : context_(context), list_(*ImGui::GetBackgroundDrawList()) {}

  // A small map about one site.
  void draw_about(std::size_t site) {
    const Rectangle& map = context_.layout.map;
    const ImVec2 low{static_cast<float>(map.x), static_cast<float>(map.y)};
    list_.PushClipRect(low, {low.x + static_cast<float>(map.width), low.y + static_cast<float>(map.height)});
    pinned_ = context_.model.feature_of_site(site);
    place_names();
    draw_isochrones(context_, {{context_.model.territory().sites.position[site], theme::accent}}, covered());
    draw_symbols();
    draw_names();
    draw_pin(at(context_.model.position_of(pinned_)));
    draw_scale_bar();
    list_.PopClipRect();
  }

  void draw() {
    const Rectangle& map = context_.layout.map;
    const ImVec2 low{static_cast<float>(map.x), static_cast<float>(map.y)};
    list_.PushClipRect(low, {low.x + static_cast<float>(map.width), low.y + static_cast<float>(map.height)});
    times_note_ = times_note(context_);
    changed_places_ = changed_places(context_);
    note_at_ = times_note_at();
    draw_marked_class();
    draw_outline(context_.state.selected, theme::accent, 2.4);
    if (context_.state.hovered != context_.state.selected) draw_outline(context_.state.hovered, theme::ink, 1.8);
    pinned_ = context_.state.selected;
    place_names();
    draw_shared_reach(context_);
    draw_isochrones(context_, isochrones_of_selection(), covered());
    draw_symbols();
    draw_names();
    draw_mark(context_.state.hovered);
    if (context_.state.selected) draw_pin(at(context_.model.position_of(context_.state.selected)));
    draw_scenario_marks(context_);
    draw_plan_marks(context_);
    draw_scale_bar();
    draw_halo_text(context_.fonts.note, note_at_, theme::secondary, times_note_);
    list_.PopClipRect();
  }

 private:
  std::vector<ColoredPlace> isochrones_of_selection() const {
    constexpr std::array colors{theme::accent, theme::second};
    std::vector<ColoredPlace> result;
    for (const geometry::Point place : isochrone_places(context_.state, context_.model)) {
      result.push_back({place, colors[std::min(result.size(), colors.size() - 1)]});
    }
    return result;
  }

  ImVec2 at(geometry::Point ground) const {
    const Pixel p = context_.camera.to_pixel(ground);
    return {static_cast<float>(p.x + context_.layout.map.x), static_cast<float>(p.y + context_.layout.map.y)};
  }
  bool in_view(ImVec2 p, float margin) const {
    const Rectangle& map = context_.layout.map;
    return p.x > map.x - margin && p.y > map.y - margin && p.x < map.x + map.width + margin &&
           p.y < map.y + map.height + margin;
  }

  // The border of the commune that a feature is or whose centre it is.
  void draw_outline(Feature feature, Color color, double width) {
    const bool of_commune = feature.kind == Feature::Kind::commune ||
                            (feature.kind == Feature::Kind::site &&
                             context_.model.territory().sites.kind[feature.index] == "commune_centre");
    const auto commune = context_.model.commune_of(feature);
    if (!of_commune || !commune) return;
    const auto& boundary = context_.model.territory().communes.boundary;
    const auto [first, last] = boundary.rings_of(*commune);
    std::vector<ImVec2> line;
    for (std::size_t r = first; r < last; ++r) {
      line.clear();
      for (const geometry::Point p : boundary.ring(r)) {
        const ImVec2 pixel = at(p);
        // Closer points than a third of a pixel only cost time.
        if (line.empty() || std::abs(pixel.x - line.back().x) + std::abs(pixel.y - line.back().y) > 0.34F) {
          line.push_back(pixel);
        }
      }
      list_.AddPolyline(line.data(), static_cast<int>(line.size()), packed(color), ImDrawFlags_Closed,
                        context_.px(width));
    }
  }

  // Members of the class that the legend marks: a border beside their colour.
  void draw_marked_class() {
    const auto marked = context_.state.legend.index();
    if (!marked) return;
    const auto& class_of = context_.classes().class_of;
    for (std::size_t c = 0; c < class_of.size(); ++c) {
      if (class_of[c] == *marked) draw_outline({Feature::Kind::commune, c}, theme::ink, 1.6);
    }
  }

  void draw_symbols() {
    const auto& territory = context_.model.territory();
    if (shown(context_.state, MapLayer::sites)) {
      for (std::size_t s = 0; s < territory.sites.size(); ++s) {
        const ImVec2 p = at(territory.sites.position[s]);
        if (!context_.model.has_own_symbol(s) || !in_view(p, 20)) continue;
        list_.AddCircleFilled(p, context_.px(site_radius), packed(theme::panel));
        list_.AddCircle(p, context_.px(site_radius), packed(theme::ink), 0, context_.px(1.3));
      }
    }
    if (!shown(context_.state, MapLayer::poles)) return;
    for (std::size_t i = 0; i < territory.health_poles.size(); ++i) {
      const ImVec2 p = at(territory.health_poles.position[i]);
      if (!in_view(p, 20)) continue;
      // Where no general practice is done the disc is pale.
      const bool general = territory::is_general_practice(territory.health_poles.kind[i]);
      draw_pole_symbol(list_, p, context_.px(general ? pole_radius : pole_radius * 0.72),
                       general ? theme::pole : hex(0x7FA69C));
    }
  }

  // A ring around the symbol of what is pointed at.
  void draw_mark(Feature feature) {
    if (!feature || feature.kind == Feature::Kind::commune) return;
    const double radius = feature.kind == Feature::Kind::pole ? pole_radius + 3 : site_radius + 3;
    list_.AddCircle(at(context_.model.position_of(feature)), context_.px(radius), packed(theme::ink), 0,
                    context_.px(1.8));
  }

  void draw_pin(ImVec2 tip) {
    const float r = context_.px(8);
    const ImVec2 head{tip.x, tip.y - context_.px(17)};
    list_.PathClear();
    list_.PathLineTo(tip);
    list_.PathArcTo(head, r, 2.62F, 6.80F, 24);
    list_.PathFillConvex(packed(theme::accent));
    list_.PathLineTo(tip);
    list_.PathArcTo(head, r, 2.62F, 6.80F, 24);
    list_.PathStroke(packed(theme::panel), ImDrawFlags_Closed, context_.px(1.4));
    list_.AddCircleFilled(head, context_.px(3.2), packed(theme::panel));
  }

  // Communes of the territory by population, then those around it that are large for the scale.
  std::vector<std::size_t> names_by_priority() const {
    const auto& communes = context_.model.territory().communes;
    const double least_around = 40.0 * context_.camera.metres_per_pixel * context_.state.scale;
    std::vector<std::size_t> order;
    for (std::size_t c = 0; c < communes.size(); ++c) {
      if (communes.member[c] != 0 || communes.population[c].value_or(0) >= least_around) order.push_back(c);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      if (communes.member[a] != communes.member[b]) return communes.member[a] > communes.member[b];
      return communes.population[a].value_or(0) > communes.population[b].value_or(0);
    });
    return order;
  }

  const HaloFont& font_of(std::size_t commune) const {
    const auto& communes = context_.model.territory().communes;
    if (communes.member[commune] == 0) return context_.fonts.note;
    return communes.population[commune].value_or(0) >= town_population ? context_.fonts.town : context_.fonts.label;
  }

  std::vector<Obstacle> obstacles() const {
    const auto& territory = context_.model.territory();
    std::vector<Obstacle> result;
    if (shown(context_.state, MapLayer::poles)) {
      for (const auto p : territory.health_poles.position) result.push_back({p, context_.px(pole_radius + 1)});
    }
    if (shown(context_.state, MapLayer::sites)) {
      for (std::size_t s = 0; s < territory.sites.size(); ++s) {
        if (context_.model.has_own_symbol(s)) result.push_back({territory.sites.position[s], context_.px(site_radius)});
      }
    }
    for (const geometry::Point p : changed_places_) result.push_back({p, context_.px(change_mark_units + 2)});
    for (const std::size_t site : planned_sites(context_)) {
      result.push_back({territory.sites.position[site], context_.px(plan_mark_units)});
    }
    return result;
  }

  // Room about a commune's centre that its name leaves to what stands there.
  double symbol_room(std::size_t commune, const std::vector<std::size_t>& planned) const {
    const bool pinned = pinned_ && pinned_.kind != Feature::Kind::pole && context_.model.commune_of(pinned_) == commune;
    if (pinned) return context_.px(pin_height);
    const auto centre = context_.model.site_of({Feature::Kind::commune, commune});
    if (centre && std::binary_search(planned.begin(), planned.end(), *centre)) return context_.px(plan_mark_units);
    const geometry::Point middle = context_.model.position_of({Feature::Kind::commune, commune});
    if (std::find(changed_places_.begin(), changed_places_.end(), middle) != changed_places_.end()) {
      return context_.px(change_mark_units + 2);
    }
    const bool symbol =
        context_.model.territory().communes.member[commune] != 0 && shown(context_.state, MapLayer::sites);
    return symbol ? context_.px(site_radius) : 0.0;
  }

  void place_names() {
    if (!shown(context_.state, MapLayer::names)) return;
    const std::vector<std::size_t> order = names_by_priority();
    const std::vector<std::size_t> planned = planned_sites(context_);
    const auto& communes = context_.model.territory().communes;
    std::vector<LabelRequest> requests;
    for (const std::size_t c : order) {
      const ImFont* font = font_of(c).letters;
      requests.push_back({context_.model.position_of({Feature::Kind::commune, c}),
                          static_cast<double>(text_width(font, communes.name[c])), static_cast<double>(font->FontSize),
                          symbol_room(c, planned), communes.member[c] != 0 && requests.size() < important_names});
    }
    // While the view moves, names stand as at the scale where it comes to rest: none flickers on the way.
    const LabelSpacing spacing{context_.px(14), context_.px(9)};
    const double scale = context_.resting.metres_per_pixel;
    for (const PlacedLabel& label : place_labels(requests, obstacles(), scale, spacing)) {
      const LabelRequest& request = requests[label.request];
      const ImVec2 anchor = at(request.ground);
      const PixelBox box{anchor.x + label.offset.x, anchor.y + label.offset.y,
                         anchor.x + label.offset.x + request.width, anchor.y + label.offset.y + request.height};
      if (!readable(box)) continue;
      named_.push_back(order[label.request]);
      name_boxes_.push_back(box);
    }
  }

  // By names, symbols, the scale bar and the note.
  std::vector<PixelBox> covered() const {
    std::vector<PixelBox> result = name_boxes_;
    result.push_back(scale_bar_box());
    if (!times_note_.empty()) result.push_back(note_box());
    for (const Obstacle& obstacle : obstacles()) {
      const ImVec2 middle = at(obstacle.ground);
      if (!in_view(middle, 20)) continue;
      const double radius = obstacle.radius;
      result.push_back({middle.x - radius, middle.y - radius, middle.x + radius, middle.y + radius});
    }
    return result;
  }

  void draw_names() {
    const auto& communes = context_.model.territory().communes;
    for (std::size_t i = 0; i < named_.size(); ++i) {
      const std::size_t commune = named_[i];
      draw_halo_text(font_of(commune),
                     {static_cast<float>(name_boxes_[i].left), static_cast<float>(name_boxes_[i].top)},
                     communes.member[commune] != 0 ? theme::ink : theme::secondary, communes.name[commune]);
    }
  }

  // Wholly on the map, and not under the legend or the scale bar.
  bool readable(const PixelBox& box) const {
    const Rectangle& map = context_.layout.map;
    const double margin = context_.px(3);
    if (box.left < map.x + margin || box.right > map.x + map.width - margin) return false;
    if (box.top < map.y + margin || box.bottom > map.y + map.height - margin) return false;
    const Rectangle legend = legend_place(context_);
    const PixelBox covered{legend.x, legend.y, legend.x + legend.width, legend.y + legend.height};
    return (legend.empty() || !covered.overlaps(box)) && !scale_bar_box().overlaps(box) &&
           (times_note_.empty() || !note_box().overlaps(box));
  }

  PixelBox scale_bar_box() const {
    const Rectangle& map = context_.layout.map;
    return {map.x, map.y + map.height - context_.px(44), map.x + context_.px(176), map.y + map.height};
  }
  PixelBox note_box() const {
    const Rectangle& map = context_.layout.map;
    return {note_at_.x, note_at_.y, map.x + map.width, map.y + map.height};
  }

  void draw_halo_text(const HaloFont& font, ImVec2 p, Color color, std::string_view text) {
    list_.AddText(font.halo, font.halo->FontSize, {std::round(p.x), std::round(p.y)}, packed(theme::panel, 0.9),
                  text.data(), text.data() + text.size());
    draw_text(list_, font.letters, p, color, text);
  }

  // The longest round distance of at most 150 units.
  void draw_scale_bar() {
    const Rectangle& map = context_.layout.map;
    const double most = std::min<double>(context_.px(150), map.width * 0.4) * context_.camera.metres_per_pixel;
    const double power = std::pow(10.0, std::floor(std::log10(most)));
    const double metres = power * (most >= 5 * power ? 5 : most >= 2 * power ? 2 : 1);
    const auto length = static_cast<float>(metres / context_.camera.metres_per_pixel);
    const std::string text = metres >= 1000 ? context_.language().number(metres / 1000) + "\u00A0km"
                                            : context_.language().number(metres) + "\u00A0m";
    const float x = static_cast<float>(map.x) + context_.px(16);
    const float y = static_cast<float>(map.y + map.height) - context_.px(16);
    const float tick = context_.px(4);
    const std::array<std::pair<Color, double>, 2> strokes{{{theme::panel, 4.0}, {theme::ink, 1.6}}};
    for (const auto& [color, width] : strokes) {
      list_.AddLine({x, y}, {x + length, y}, packed(color), context_.px(width));
      list_.AddLine({x, y - tick}, {x, y + tick}, packed(color), context_.px(width));
      list_.AddLine({x + length, y - tick}, {x + length, y + tick}, packed(color), context_.px(width));
    }
    const ImFont* font = context_.fonts.small;
    draw_halo_text(context_.fonts.note,
                   {x + (length - text_width(font, text)) / 2, y - context_.px(5) - font->FontSize}, theme::ink, text);
  }

  ImVec2 times_note_at() const {
    const Rectangle& map = context_.layout.map;
    const ImFont* font = context_.fonts.small;
    return {static_cast<float>(map.x + map.width) - context_.px(10) - text_width(font, times_note_),
            static_cast<float>(map.y + map.height) - context_.px(8) - font->FontSize};
  }

  const PanelContext& context_;
  ImDrawList& list_;
  std::string times_note_{};  // of the large map only
  ImVec2 note_at_{};
  Feature pinned_;
  std::vector<geometry::Point> changed_places_;
  std::vector<std::size_t> named_;  // communes whose names are written, and where
  std::vector<PixelBox> name_boxes_;
};

}  // namespace

void draw_map_overlay(const PanelContext& context) { Overlay(context).draw(); }

void draw_small_map_overlay(const PanelContext& context, std::size_t site) { Overlay(context).draw_about(site); }

}  // namespace ancrage::viewer
