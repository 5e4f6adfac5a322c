// SPDX-License-Identifier: Apache-2.0
#include "viewer/panels/map_symbols.hpp"

#include "viewer/panels/theme.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace ancrage::viewer {
namespace {

using geometry::Obstacle;
using geometry::PixelBox;
using geometry::Point;

constexpr Color out_color = hex(0x8E959D);     // ruled out by the limits
constexpr Color special_pole = hex(0x7FA69C);  // where no general practice is done
constexpr double lettered_metres = 36.0;       // a unit: farther out signs have no letters
constexpr double sign_units = 9.5;
constexpr double small_sign_units = 3.6;
constexpr double numbered_radius = 8.0;         // units: smaller discs of GPs have no number
constexpr double units_per_root_of_a_gp = 3.4;  // the area tells their number
constexpr double least_gps_radius = 4.5;

bool shown(const State& state, MapLayer layer) { return state.layers[static_cast<std::size_t>(layer)]; }

ImVec2 at(const PanelContext& context, Point ground) {
  const Pixel p = context.camera.to_pixel(ground);
  return {static_cast<float>(p.x + context.layout.map.x), static_cast<float>(p.y + context.layout.map.y)};
}

bool in_view(const PanelContext& context, ImVec2 p) {
  const Rectangle& map = context.layout.map;
  const float margin = context.px(30);
  return p.x > map.x - margin && p.y > map.y - margin && p.x < map.x + map.width + margin &&
         p.y < map.y + map.height + margin;
}

// As the colours of the communes: what a scenario or a plan does is shown of all.
bool is_out(const PanelContext& context, std::optional<std::size_t> site) {
  return site && context.state.shown_effect() == nullptr && !context.assessment().is_in(*site);
}

double gps_radius(double gps) { return std::max(least_gps_radius, units_per_root_of_a_gp * std::sqrt(gps)); }

// Of the commune, in pixels; 0 where no disc is drawn.
double gps_reach(const PanelContext& context, std::size_t commune) {
  const Quantity& gps = context.model.territory().communes.gps[commune];
  const bool drawn = shown(context.state, MapLayer::gps) && gps.is_number() && gps.value() > 0;
  return drawn ? context.px(gps_radius(gps.value())) : 0.0;
}

void draw_sites(const PanelContext& context, ImDrawList& list) {
  if (!shown(context.state, MapLayer::sites)) return;
  const auto& sites = context.model.territory().sites;
  for (std::size_t s = 0; s < sites.size(); ++s) {
    const ImVec2 p = at(context, sites.position[s]);
    if (!context.model.has_own_symbol(s) || !in_view(context, p)) continue;
    list.AddCircleFilled(p, context.px(site_radius_units), packed(theme::panel));
    list.AddCircle(p, context.px(site_radius_units), packed(is_out(context, s) ? out_color : theme::ink), 0,
                   context.px(1.3));
  }
}

// Takes the box when it lies wholly on the map and nothing is there.
bool take(const PanelContext& context, std::vector<PixelBox>& covered, const PixelBox& box) {
  const Rectangle& map = context.layout.map;
  const bool inside =
      box.left >= map.x && box.top >= map.y && box.right <= map.x + map.width && box.bottom <= map.y + map.height;
  if (!inside || std::any_of(covered.begin(), covered.end(), [&](const PixelBox& b) { return b.overlaps(box); })) {
    return false;
  }
  covered.push_back(box);
  return true;
}

PixelBox about(ImVec2 middle, double half_width, double half_height) {
  return {middle.x - half_width, middle.y - half_height, middle.x + half_width, middle.y + half_height};
}

void draw_gps(const PanelContext& context, ImDrawList& list, std::vector<PixelBox>& covered) {
  const auto& communes = context.model.territory().communes;
  const ImFont* font = context.fonts.small;
  for (std::size_t c = 0; c < communes.size(); ++c) {
    if (gps_reach(context, c) == 0) continue;
    const ImVec2 p = at(context, context.model.position_of({Feature::Kind::commune, c}));
    if (!in_view(context, p)) continue;
    const double gps = communes.gps[c].value();
    const double half = text_width(font, context.language().number(gps)) / 2.0;
    const bool numbered =
        gps_radius(gps) >= numbered_radius && take(context, covered, about(p, half, font->FontSize / 2.0));
    draw_gps_symbol(context, list, p, gps, communes.gps_60_plus[c].value_or(0), numbered);
  }
}

// Those without letters first: they cover none.
void draw_facilities(const PanelContext& context, ImDrawList& list, std::vector<PixelBox>& covered) {
  struct Sign {
    ImVec2 at;
    const FacilityKind* kind;
  };
  std::vector<Sign> lettered;
  const auto& facilities = context.model.territory().facilities;
  const bool close = context.camera.metres_per_pixel * context.state.scale < lettered_metres;
  const double half = context.px(sign_units + 2);
  for (std::size_t kind = 0; kind < facility_kind_count; ++kind) {
    if (!context.state.facilities[kind]) continue;
    for (std::size_t i = 0; i < facilities.size(); ++i) {
      if (facilities.kind[i] != facility_kinds[kind].key) continue;
      const ImVec2 p = at(context, facilities.position[i]);
      if (!in_view(context, p)) continue;
      if (close && take(context, covered, about(p, half, half))) {
        lettered.push_back({p, &facility_kinds[kind]});
      } else {
        draw_facility_sign(context, list, p, facility_kinds[kind], false);
      }
    }
  }
  for (const Sign& sign : lettered) draw_facility_sign(context, list, sign.at, *sign.kind, true);
}

void draw_poles(const PanelContext& context, ImDrawList& list) {
  if (!shown(context.state, MapLayer::poles)) return;
  const auto& poles = context.model.territory().health_poles;
  for (std::size_t i = 0; i < poles.size(); ++i) {
    const ImVec2 p = at(context, poles.position[i]);
    if (!in_view(context, p)) continue;
    const bool general = territory::is_general_practice(poles.kind[i]);
    const bool out = is_out(context, context.model.site_of({Feature::Kind::pole, i}));
    draw_pole_symbol(list, p, context.px(general ? pole_radius_units : pole_radius_units * 0.72),
                     out       ? out_color
                     : general ? theme::pole
                               : special_pole);
  }
}

}  // namespace

void draw_symbols(const PanelContext& context, std::vector<PixelBox> covered) {
  ImDrawList& list = *ImGui::GetBackgroundDrawList();
  draw_sites(context, list);
  draw_gps(context, list, covered);
  draw_facilities(context, list, covered);
  draw_poles(context, list);
}

std::vector<Obstacle> symbol_obstacles(const PanelContext& context) {
  const auto& territory = context.model.territory();
  std::vector<Obstacle> result;
  if (shown(context.state, MapLayer::poles)) {
    for (const Point p : territory.health_poles.position) result.push_back({p, context.px(pole_radius_units + 1)});
  }
  if (shown(context.state, MapLayer::sites)) {
    for (std::size_t s = 0; s < territory.sites.size(); ++s) {
      if (!context.model.has_own_symbol(s)) continue;
      result.push_back({territory.sites.position[s], context.px(site_radius_units)});
    }
  }
  for (std::size_t c = 0; c < territory.communes.size(); ++c) {
    const double reach = gps_reach(context, c);
    if (reach > 0) result.push_back({context.model.position_of({Feature::Kind::commune, c}), reach});
  }
  return result;
}

double centre_symbol_reach(const PanelContext& context, std::size_t commune) {
  const bool site = context.model.territory().communes.member[commune] != 0 && shown(context.state, MapLayer::sites);
  return std::max<double>(site ? context.px(site_radius_units) : 0.0, gps_reach(context, commune));
}

std::optional<std::size_t> facility_under(const PanelContext& context, Pixel pixel) {
  const auto& facilities = context.model.territory().facilities;
  double nearest = context.px(9);
  std::optional<std::size_t> found;
  for (std::size_t kind = 0; kind < facility_kind_count; ++kind) {
    if (!context.state.facilities[kind]) continue;
    for (std::size_t i = 0; i < facilities.size(); ++i) {
      if (facilities.kind[i] != facility_kinds[kind].key) continue;
      const Pixel p = context.camera.to_pixel(facilities.position[i]);
      const double distance = std::hypot(p.x - pixel.x, p.y - pixel.y);
      if (distance >= nearest) continue;
      nearest = distance;
      found = i;
    }
  }
  return found;
}

void draw_gps_symbol(const PanelContext& context, ImDrawList& list, ImVec2 middle, double gps, double aged,
                     bool numbered) {
  constexpr float turn = 2 * std::numbers::pi_v<float>;
  const float radius = context.px(gps_radius(gps));
  list.AddCircleFilled(middle, radius + context.px(1), packed(theme::panel));
  list.AddCircleFilled(middle, radius, packed(theme::accent));
  const auto share = static_cast<float>(std::clamp(aged / gps, 0.0, 1.0));
  // Clockwise from the top, in pieces that are convex.
  constexpr float most = 0.25F;
  for (float from = 0.0F; from < share; from += most) {
    const float to = std::min(share, from + most);
    list.PathLineTo(middle);
    list.PathArcTo(middle, radius, (from - 0.25F) * turn, (to - 0.25F) * turn);
    list.PathFillConvex(packed(theme::need));
  }
  if (!numbered) return;
  const ImFont* font = context.fonts.small;
  const std::string number = context.language().number(gps);
  draw_text(list, font, {middle.x - text_width(font, number) / 2, middle.y - font->FontSize / 2}, theme::panel, number);
}

void draw_facility_sign(const PanelContext& context, ImDrawList& list, ImVec2 middle, const FacilityKind& kind,
                        bool lettered) {
  const float radius = context.px(lettered ? sign_units : small_sign_units);
  const float edge = context.px(1);
  const auto draw = [&](float reach, ImU32 color) {
    switch (kind.shape) {
      case SignShape::disc:
        list.AddCircleFilled(middle, reach, color);
        break;
      case SignShape::square:
        list.AddRectFilled({middle.x - reach * 0.9F, middle.y - reach * 0.9F},
                           {middle.x + reach * 0.9F, middle.y + reach * 0.9F}, color, lettered ? reach * 0.2F : 0.0F);
        break;
      case SignShape::diamond:
        list.AddQuadFilled({middle.x - reach * 1.3F, middle.y}, {middle.x, middle.y - reach * 1.3F},
                           {middle.x + reach * 1.3F, middle.y}, {middle.x, middle.y + reach * 1.3F}, color);
        break;
    }
  };
  draw(radius + edge, packed(theme::panel));
  draw(radius, packed(kind.color));
  if (!lettered) return;
  const ImFont* font = context.fonts.small;
  const std::string letters = context.text(message(kind.letters));
  draw_text(list, font, {middle.x - text_width(font, letters) / 2, middle.y - font->FontSize / 2}, theme::panel,
            letters);
}

}  // namespace ancrage::viewer
