// SPDX-License-Identifier: Apache-2.0
// What lies over the coloured map: the outlines of what is pointed at and selected, symbols, names, scale bar.
#include "ancrage/geometry/label_placement.hpp"
#include "viewer/panels/map_symbols.hpp"
#include "viewer/panels/theme.hpp"

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

constexpr double pin_height = 26;
constexpr double pin_head_units = 17;  // above its tip
constexpr double town_population = 10'000;
constexpr std::size_t important_names = 6;  // the largest communes of the territory

bool shown(const State& state, MapLayer layer) { return state.layers[static_cast<std::size_t>(layer)]; }

class Overlay {
 public:
  explicit Overlay(const PanelContext& context)
      : context_(context), list_(*ImGui::GetBackgroundDrawList()), legend_(legend_place(context)) {}

  // A small map about one site.
  void draw_about(std::size_t site) {
    const Rectangle& map = context_.layout.map;
    const ImVec2 low{static_cast<float>(map.x), static_cast<float>(map.y)};
    list_.PushClipRect(low, {low.x + static_cast<float>(map.width), low.y + static_cast<float>(map.height)});
    pinned_ = context_.model.feature_of_site(site);
    place_names();
    draw_isochrones(context_, {{context_.model.territory().sites.position[site], theme::accent}}, covered());
    draw_symbols(context_, written());
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
    plan_marks_ = plan_marks(context_);
    note_at_ = times_note_at();
    draw_marked_class();
    draw_outline(context_.state.selected, theme::accent, 2.4);
    if (context_.state.hovered != context_.state.selected) draw_outline(context_.state.hovered, theme::ink, 1.8);
    pinned_ = context_.state.selected;
    place_names();
    draw_shared_reach(context_);
    draw_isochrones(context_, isochrones_of_selection(), covered());
    draw_symbols(context_, written());
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

  // A ring around the symbol of what is pointed at.
  void draw_mark(Feature feature) {
    if (!feature || feature.kind == Feature::Kind::commune) return;
    const double radius = (feature.kind == Feature::Kind::pole ? pole_radius_units : site_radius_units) + 3;
    list_.AddCircle(at(context_.model.position_of(feature)), context_.px(radius), packed(theme::ink), 0,
                    context_.px(1.8));
  }

  void draw_pin(ImVec2 tip) {
    const float r = context_.px(8);
    const ImVec2 head{tip.x, tip.y - context_.px(pin_head_units)};
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
    std::vector<Obstacle> result = symbol_obstacles(context_);
    if (pinned_ && pinned_.kind != Feature::Kind::commune) {
      geometry::Point head = context_.model.position_of(pinned_);
      head.y += context_.px(pin_head_units) * context_.resting.metres_per_pixel;
      result.push_back({head, context_.px(10)});
    }
    for (const geometry::Point p : changed_places_) result.push_back({p, context_.px(change_mark_units + 2)});
    for (const PlanMark& mark : plan_marks_) result.push_back({territory.sites.position[mark.site], mark.reach});
    return result;
  }

  // Room about a commune's centre that its name leaves to what stands there.
  double symbol_room(std::size_t commune) const {
    const bool pinned = pinned_ && pinned_.kind != Feature::Kind::pole && context_.model.commune_of(pinned_) == commune;
    if (pinned) return context_.px(pin_height);
    const auto centre = context_.model.site_of({Feature::Kind::commune, commune});
    const auto plan_mark = std::find_if(plan_marks_.begin(), plan_marks_.end(),
                                        [&](const PlanMark& mark) { return mark.site == centre; });
    if (plan_mark != plan_marks_.end()) return plan_mark->reach;
    const geometry::Point middle = context_.model.position_of({Feature::Kind::commune, commune});
    if (std::find(changed_places_.begin(), changed_places_.end(), middle) != changed_places_.end()) {
      return context_.px(change_mark_units + 2);
    }
    return centre_symbol_reach(context_, commune);
  }

  void place_names() {
    if (!shown(context_.state, MapLayer::names)) return;
    const std::vector<std::size_t> order = names_by_priority();
    const auto& communes = context_.model.territory().communes;
    std::vector<LabelRequest> requests;
    for (const std::size_t c : order) {
      const ImFont* font = font_of(c).letters;
      requests.push_back({context_.model.position_of({Feature::Kind::commune, c}),
                          static_cast<double>(text_width(font, communes.name[c])), static_cast<double>(font->FontSize),
                          symbol_room(c), communes.member[c] != 0 && requests.size() < important_names});
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

  // Where something is written: names, marks, the legend, the scale bar and the note.
  std::vector<PixelBox> written() const {
    std::vector<PixelBox> result = name_boxes_;
    const auto add_mark = [&](geometry::Point ground, double reach) {
      const ImVec2 p = at(ground);
      result.push_back({p.x - reach, p.y - reach, p.x + reach, p.y + reach});
    };
    for (const geometry::Point p : changed_places_) add_mark(p, context_.px(change_mark_units));
    for (const PlanMark& mark : plan_marks_) {
      add_mark(context_.model.territory().sites.position[mark.site], mark.reach);
    }
    if (!legend_.empty()) {
      result.push_back({legend_.x, legend_.y, legend_.x + legend_.width, legend_.y + legend_.height});
    }
    result.push_back(scale_bar_box());
    if (!times_note_.empty()) result.push_back(note_box());
    return result;
  }

  // By what is written, and by symbols.
  std::vector<PixelBox> covered() const {
    std::vector<PixelBox> result = written();
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
    const PixelBox covered{legend_.x, legend_.y, legend_.x + legend_.width, legend_.y + legend_.height};
    return (legend_.empty() || !covered.overlaps(box)) && !scale_bar_box().overlaps(box) &&
           (times_note_.empty() || !note_box().overlaps(box));
  }

  PixelBox scale_bar_box() const {
    const Rectangle& map = context_.layout.map;
    return {map.x, map.y + map.height - context_.px(44), map.x + context_.px(206), map.y + map.height};
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
    if (x + length + context_.px(40) < map.x + map.width) draw_north({x + length + context_.px(18), y});
  }

  // An arrow to the top of the map, its foot there.
  void draw_north(ImVec2 foot) {
    const auto arrow = [&](float half, float height, Color color) {
      const ImVec2 notch{foot.x, foot.y - height * 0.25F};
      list_.AddTriangleFilled({foot.x, foot.y - height}, {foot.x - half, foot.y}, notch, packed(color));
      list_.AddTriangleFilled({foot.x, foot.y - height}, notch, {foot.x + half, foot.y}, packed(color));
    };
    arrow(context_.px(7), context_.px(20), theme::panel);
    arrow(context_.px(4.5), context_.px(15), theme::ink);
    const std::string north = context_.text(message("N"));
    const HaloFont& font = context_.fonts.note;
    draw_halo_text(font, {foot.x + context_.px(8), foot.y - font.letters->FontSize}, theme::ink, north);
  }

  ImVec2 times_note_at() const {
    const Rectangle& map = context_.layout.map;
    const ImFont* font = context_.fonts.small;
    return {static_cast<float>(map.x + map.width) - context_.px(10) - text_width(font, times_note_),
            static_cast<float>(map.y + map.height) - context_.px(8) - font->FontSize};
  }

  const PanelContext& context_;
  ImDrawList& list_;
  Rectangle legend_;
  std::string times_note_{};  // of the large map only
  ImVec2 note_at_{};
  Feature pinned_;
  std::vector<geometry::Point> changed_places_;
  std::vector<PlanMark> plan_marks_;
  std::vector<std::size_t> named_;  // communes whose names are written, and where
  std::vector<PixelBox> name_boxes_;
};

}  // namespace

void draw_map_overlay(const PanelContext& context) { Overlay(context).draw(); }

void draw_small_map_overlay(const PanelContext& context, std::size_t site) { Overlay(context).draw_about(site); }

}  // namespace ancrage::viewer
