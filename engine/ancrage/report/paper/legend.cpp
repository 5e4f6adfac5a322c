// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/paper/legend.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace ancrage::report::paper {

namespace {

using territory::ZoneStatus;

constexpr double row_height = 12.5;
constexpr double pin_row_height = 21.0;
constexpr double swatch_width = 22.0;
constexpr double swatch_height = 9.5;
constexpr double text_left = swatch_width + 6;
constexpr TextStyle title_style{.size = 9.0, .bold = true};
constexpr TextStyle small_style{.size = 7.0, .color = palette::secondary};
constexpr TextStyle row_style{.size = 7.6};

bool any_member_in(const territory::Communes& communes, ZoneStatus zone) {
  for (std::size_t c = 0; c < communes.size(); ++c) {
    if (communes.member[c] != 0 && communes.zone[c] == zone) return true;
  }
  return false;
}

TextStyle wrapped(TextStyle style, double width) {
  style.width = width;
  return style;
}

}  // namespace

Legend::Legend(const Classification& classification, const territory::Territory& territory, const ShownOnMap& shown,
               const Language& language)
    : classification_(classification), language_(language) {
  const auto add = [&](Symbol symbol, std::string_view label) { entries_.push_back({symbol, language.text(label)}); };
  if (shown.sites.size() == 1) add(Symbol::pin, language.text("the place shown"));
  if (shown.sites.size() > 1) add(Symbol::pin, language.text("the places shown"));
  if (shown.communes_out) add(Symbol::out, language.text("pale: centre out by the limits"));
  if (shown.isochrones) add(Symbol::isochrone, language.text("reached by car, estimated"));
  if (any_member_in(territory.communes, ZoneStatus::zip)) add(Symbol::zip, language.text("ZIP: priority intervention"));
  if (any_member_in(territory.communes, ZoneStatus::zac)) add(Symbol::zac, language.text("ZAC: complementary action"));
  if (territory.priority_sectors.size() > 0) add(Symbol::sector, language.text("priority sector (QPV)"));
  const auto& poles = territory.health_poles.kind;
  if (std::any_of(poles.begin(), poles.end(), territory::is_general_practice)) {
    add(Symbol::pole, language.text("health pole or centre"));
  }
  const auto& kinds = territory.sites.kind;
  if (std::any_of(kinds.begin(), kinds.end(), has_own_symbol)) {
    add(Symbol::place, language.text("candidate place"));
  }
  if (territory.roads.size() > 0) add(Symbol::road, language.text("numbered road"));
}

double Legend::heading(const Canvas& canvas, double width, Canvas* drawn, Point at) const {
  const std::string title = language_.text(classification_.title);
  const std::string subtitle = language_.text(classification_.subtitle);
  const double title_height = canvas.measure(title, wrapped(title_style, width)).height;
  const double subtitle_height = canvas.measure(subtitle, wrapped(small_style, width)).height;
  if (drawn != nullptr) {
    drawn->text(at, title, wrapped(title_style, width));
    drawn->text({at.x, at.y + title_height + 1}, subtitle, wrapped(small_style, width));
    TextStyle right = small_style;
    right.align = Align::right;
    drawn->text({at.x + width, at.y + title_height + subtitle_height + 2}, language_.text("communes"), right);
  }
  return title_height + subtitle_height + 13;
}

double Legend::classes_height(const Canvas& canvas, double width) const {
  return heading(canvas, width, nullptr, {}) + row_height * static_cast<double>(classification_.classes.size());
}

void Legend::draw_classes(Canvas& canvas, Point top_left, double width) const {
  double y = top_left.y + heading(canvas, width, &canvas, top_left);
  for (const MapClass& entry : classification_.classes) {
    const Rectangle swatch{top_left.x, y, swatch_width, swatch_height};
    canvas.add_rectangle(swatch);
    canvas.fill(entry.color);
    if (entry.pattern != Pattern::none) {
      canvas.add_rectangle(swatch);
      fill_pattern(canvas, swatch, entry.pattern, palette::pattern_ink);
    }
    canvas.add_rectangle(swatch);
    canvas.stroke({palette::secondary, 0.3});
    canvas.text({swatch.x + swatch_width / 2, y + 1.2}, entry.sign,
                {.size = 6.0, .bold = true, .color = readable_on(entry.color), .align = Align::center});
    canvas.text({top_left.x + text_left, y}, language_.text(entry.label), row_style);
    TextStyle right = row_style;
    right.align = Align::right;
    right.color = palette::secondary;
    canvas.text({top_left.x + width, y}, std::to_string(entry.count), right);
    y += row_height;
  }
}

double Legend::entry_height(const Canvas& canvas, const Entry& entry, double width) const {
  const double text = canvas.measure(entry.label, wrapped(row_style, width - text_left)).height + 3;
  return std::max({row_height, text, entry.symbol == Symbol::pin ? pin_row_height : 0.0});
}

double Legend::symbols_height(const Canvas& canvas, double width) const {
  double height = 0.0;
  for (const Entry& entry : entries_) height += entry_height(canvas, entry, width);
  return height;
}

void Legend::draw_symbols(Canvas& canvas, Point top_left, double width) const {
  double y = top_left.y;
  for (const Entry& entry : entries_) {
    const double height = entry_height(canvas, entry, width);
    const double drop = entry.symbol == Symbol::pin ? (pin_row_height - row_height) / 2 : 0.0;
    draw_symbol(canvas, entry.symbol, {top_left.x + swatch_width / 2, y + drop + swatch_height / 2});
    canvas.text({top_left.x + text_left, y + drop}, entry.label, wrapped(row_style, width - text_left));
    y += height;
  }
}

void Legend::draw_symbol(Canvas& canvas, Symbol symbol, Point middle) const {
  const Point left{middle.x - swatch_width / 2, middle.y};
  const Point right{middle.x + swatch_width / 2, middle.y};
  switch (symbol) {
    case Symbol::pin:
      draw_pin(canvas, {middle.x, middle.y + 9}, "");
      return;
    case Symbol::out:
      for (std::size_t i = 0; i < classification_.classes.size(); ++i) {
        const double width = swatch_width / static_cast<double>(classification_.classes.size());
        canvas.add_rectangle(
            {left.x + static_cast<double>(i) * width, middle.y - swatch_height / 2, width, swatch_height});
        canvas.fill(palette::faded(classification_.classes[i].color));
      }
      canvas.add_rectangle({left.x, middle.y - swatch_height / 2, swatch_width, swatch_height});
      canvas.stroke({palette::secondary, 0.3});
      return;
    case Symbol::zip:
      canvas.line(left, right, zone_stroke(ZoneStatus::zip));
      return;
    case Symbol::zac:
      canvas.line(left, right, zone_stroke(ZoneStatus::zac));
      return;
    case Symbol::sector: {
      const Rectangle box{left.x + 3, middle.y - 3.5, swatch_width - 6, 7};
      canvas.add_rectangle(box);
      {
        const Canvas::Clip clip(canvas);
        for (double x = box.x - 7; x < box.right(); x += 2) {
          canvas.add_line(std::array{Point{x, box.bottom()}, Point{x + 7, box.y}});
        }
        canvas.stroke({palette::sector, 0.5});
      }
      canvas.add_rectangle(box);
      canvas.stroke({palette::sector, 0.8});
      return;
    }
    case Symbol::pole:
      draw_pole(canvas, middle);
      return;
    case Symbol::place:
      draw_place(canvas, middle);
      return;
    case Symbol::road:
      canvas.line(left, right, {palette::road, 1.1});
      return;
    case Symbol::isochrone:
      canvas.line(left, right, {palette::accent, 1.1});
      return;
  }
}

double scale_bar_metres(double metres_per_point, double longest_points) {
  const double longest = metres_per_point * longest_points;
  const double power = std::pow(10.0, std::floor(std::log10(longest)));
  for (const double factor : {5.0, 2.0, 1.0}) {
    if (factor * power <= longest) return factor * power;
  }
  return power;
}

void draw_scale(Canvas& canvas, Point top_left, double metres_per_point, double longest_points,
                const Language& language) {
  const double metres = scale_bar_metres(metres_per_point, longest_points);
  const double length = metres / metres_per_point;
  const Stroke stroke{palette::ink, 1.0};
  const double y = top_left.y + 16;
  canvas.line({top_left.x, y}, {top_left.x + length, y}, stroke);
  for (const double x : {top_left.x, top_left.x + length}) canvas.line({x, y - 2.5}, {x, y + 2.5}, stroke);
  const bool kilometres = metres >= 1000;
  const std::string label = kilometres ? language.text(message("{0} km", DecimalArgument{metres / 1000, 0}))
                                       : language.text(message("{0} m", DecimalArgument{metres, 0}));
  canvas.text({top_left.x + length / 2, top_left.y + 3}, label, {.size = 7.0, .align = Align::center});
  const Point north{top_left.x + length + 20, top_left.y + 4};
  canvas.add_ring(std::array{north, Point{north.x - 4, north.y + 14}, Point{north.x, north.y + 11},
                             Point{north.x + 4, north.y + 14}});
  canvas.fill(palette::ink);
  canvas.text({north.x + 9, north.y + 2}, language.text("N"), {.size = 8.0, .bold = true});
}

}  // namespace ancrage::report::paper
