// SPDX-License-Identifier: Apache-2.0
// A sheet of paper to draw on, page by page: paths, text and clips in points (1/72 inch), y downwards, written as PDF,
// SVG or PNG through Cairo and Pango. The same drawing gives the same bytes: no clock, no locale, metrics unhinted.
// Letters are Inter, DejaVu Sans where that is not installed; fonts are embedded and text can be selected in PDF.
//
//   Canvas canvas(PaperFormat::pdf, a4_width, a4_height, {.title = "Génolhac"});
//   canvas.add_rectangle({40, 40, 100, 12});
//   canvas.fill(palette::accent);
//   canvas.text({40, 60}, "Génolhac", {.size = 14, .bold = true});
//   io::write_text("sheet.pdf", canvas.finish());
//
// One thread at a time. Throws internal when Cairo refuses, usage when a PNG would have too many pixels.
#pragma once

#include "ancrage/base/calendar.hpp"
#include "ancrage/geometry/polygons.hpp"
#include "ancrage/report/color.hpp"
#include "ancrage/report/palette.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ancrage::report::paper {

using geometry::Point;

inline constexpr double points_per_inch = 72.0;
inline constexpr double points_per_mm = points_per_inch / 25.4;
inline constexpr double a4_width = 210 * points_per_mm;
inline constexpr double a4_height = 297 * points_per_mm;

enum class PaperFormat { pdf, svg, png };

struct Rectangle {
  double x = 0.0, y = 0.0, width = 0.0, height = 0.0;
  double right() const { return x + width; }
  double bottom() const { return y + height; }
};

struct Stroke {
  Color color = palette::ink;
  double width = 0.5;
  std::vector<double> dashes{};
};

enum class Align { left, center, right };

struct TextStyle {
  double size = 8.5;
  bool bold = false;
  bool italic = false;
  Color color = palette::ink;
  Align align = Align::left;  // of the point, or within `width`
  double width = 0.0;         // wrap at; 0: one line
  double halo = 0.0;          // white around the letters
};

struct Extent {
  double width = 0.0;
  double height = 0.0;
};

struct CanvasOptions {
  double dpi = 150.0;             // of a PNG
  std::string title{};            // in the properties of a PDF
  std::string language = "fr";    // of the text
  std::optional<Date> created{};  // in the properties of a PDF; none: nothing is said
};

class Canvas {
 public:
  Canvas(PaperFormat format, double width, double height, const CanvasOptions& options = {});
  ~Canvas();
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  double width() const;
  double height() const;
  void next_page();
  // The file's bytes; nothing can be drawn after.
  std::string finish();

  // The current path grows until it is filled, stroked or made the clip.
  void add_ring(std::span<const Point> closed_ring);
  void add_line(std::span<const Point> line);
  void add_rectangle(const Rectangle& rectangle, double corner_radius = 0.0);
  void add_circle(Point center, double radius);
  void fill(Color color);  // by the even-odd rule
  void fill_and_stroke(Color color, const Stroke& stroke);
  void stroke(const Stroke& stroke);
  void line(Point from, Point to, const Stroke& stroke);

  // Draws within the current path only, until the value is gone.
  class Clip {
   public:
    explicit Clip(Canvas& canvas);
    ~Clip();
    Clip(const Clip&) = delete;
    Clip& operator=(const Clip&) = delete;

   private:
    Canvas& canvas_;
  };

  // Writes with the top at `at`, returns what it took. `at.x` is the left end, the middle or the right end.
  Extent text(Point at, std::string_view utf8, const TextStyle& style = {});
  Extent measure(std::string_view utf8, const TextStyle& style = {}) const;

 private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace ancrage::report::paper
