// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/paper/canvas.hpp"

#include "ancrage/base/error.hpp"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <cairo.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace ancrage::report::paper {

namespace {

constexpr double most_pixels = 16'000.0;  // of a side
constexpr double line_spacing = 1.18;

template <auto Free>
struct Deleter {
  template <class T>
  void operator()(T* pointer) const {
    Free(pointer);
  }
};
using SurfacePointer = std::unique_ptr<cairo_surface_t, Deleter<cairo_surface_destroy>>;
using ContextPointer = std::unique_ptr<cairo_t, Deleter<cairo_destroy>>;
using FontOptionsPointer = std::unique_ptr<cairo_font_options_t, Deleter<cairo_font_options_destroy>>;
using FontPointer = std::unique_ptr<PangoFontDescription, Deleter<pango_font_description_free>>;
using AttributesPointer = std::unique_ptr<PangoAttrList, Deleter<pango_attr_list_unref>>;
using LayoutPointer = std::unique_ptr<PangoLayout, Deleter<g_object_unref>>;
using PangoContextPointer = std::unique_ptr<PangoContext, Deleter<g_object_unref>>;

void check(cairo_status_t status) {
  if (status == CAIRO_STATUS_SUCCESS) return;
  throw Error(ErrorCode::internal, message("The drawing failed: {0}", cairo_status_to_string(status)));
}

cairo_status_t append(void* closure, const unsigned char* data, unsigned int length) {
  try {
    auto& bytes = *static_cast<std::string*>(closure);
    bytes.insert(bytes.end(), data, data + length);
    return CAIRO_STATUS_SUCCESS;
  } catch (...) {
    return CAIRO_STATUS_NO_MEMORY;
  }
}

int pixels(double points, double dpi) {
  const double size = std::round(points * dpi / points_per_inch);
  if (!(size >= 1 && size <= most_pixels)) {
    throw Error(ErrorCode::usage, message("A picture of {0} pixels a side cannot be made", DecimalArgument{size, 0}),
                "--size, --dpi", message("keep each side between 1 and {0} pixels", DecimalArgument{most_pixels, 0}));
  }
  return static_cast<int>(size);
}

// A PDF without a date has none; Cairo would write the clock's.
void describe_pdf(cairo_surface_t* surface, const CanvasOptions& options) {
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, options.title.c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Ancrage");
  const std::string created = options.created ? iso_text(*options.created) : std::string();
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, created.c_str());
}

// Cairo numbers the surfaces of a process: numbered here by the file, so that the same drawing has the same bytes.
void number_surfaces_anew(std::string& svg) {
  constexpr std::string_view word = "surface";
  std::vector<std::string> known;
  std::string result;
  std::size_t copied = 0;
  for (std::size_t at = svg.find(word); at != std::string::npos; at = svg.find(word, at + word.size())) {
    const std::size_t digits = at + word.size();
    const std::size_t end = std::min(svg.find_first_not_of("0123456789", digits), svg.size());
    if (end == digits) continue;
    const std::string number = svg.substr(digits, end - digits);
    const auto found = std::find(known.begin(), known.end(), number);
    const auto index = found - known.begin();
    if (found == known.end()) known.push_back(number);
    result.append(svg, copied, digits - copied).append(std::to_string(index + 1));
    copied = end;
  }
  svg = result.append(svg, copied);
}

}  // namespace

struct Canvas::Implementation {
  PaperFormat format;
  double width;
  double height;
  std::string bytes{};
  SurfacePointer surface{};
  ContextPointer context{};
  PangoContextPointer text_context{};

  SurfacePointer make_surface(const CanvasOptions& options) {
    if (format == PaperFormat::png) {
      return SurfacePointer(
          cairo_image_surface_create(CAIRO_FORMAT_RGB24, pixels(width, options.dpi), pixels(height, options.dpi)));
    }
    if (format == PaperFormat::svg) {
      SurfacePointer svg(cairo_svg_surface_create_for_stream(append, &bytes, width, height));
      cairo_svg_surface_set_document_unit(svg.get(), CAIRO_SVG_UNIT_PT);
      return svg;
    }
    SurfacePointer pdf(cairo_pdf_surface_create_for_stream(append, &bytes, width, height));
    describe_pdf(pdf.get(), options);
    return pdf;
  }

  void whiten() {
    if (format == PaperFormat::pdf) return;
    cairo_set_source_rgb(context.get(), 1, 1, 1);
    cairo_paint(context.get());
  }

  LayoutPointer layout(std::string_view utf8, const TextStyle& style) const {
    LayoutPointer result(pango_layout_new(text_context.get()));
    const FontPointer font(pango_font_description_new());
    pango_font_description_set_family_static(font.get(), "Inter, DejaVu Sans");
    pango_font_description_set_absolute_size(font.get(), style.size * PANGO_SCALE);
    pango_font_description_set_weight(font.get(), style.bold ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_style(font.get(), style.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    pango_layout_set_font_description(result.get(), font.get());
    const AttributesPointer attributes(pango_attr_list_new());
    pango_attr_list_insert(attributes.get(), pango_attr_font_features_new("tnum=1"));
    pango_attr_list_insert(attributes.get(), pango_attr_insert_hyphens_new(FALSE));
    pango_layout_set_attributes(result.get(), attributes.get());
    pango_layout_set_line_spacing(result.get(), static_cast<float>(line_spacing));
    if (style.width > 0) {
      pango_layout_set_width(result.get(), static_cast<int>(std::lround(style.width * PANGO_SCALE)));
      pango_layout_set_wrap(result.get(), PANGO_WRAP_WORD_CHAR);
      pango_layout_set_alignment(result.get(), style.align == Align::left     ? PANGO_ALIGN_LEFT
                                               : style.align == Align::center ? PANGO_ALIGN_CENTER
                                                                              : PANGO_ALIGN_RIGHT);
    }
    pango_layout_set_text(result.get(), utf8.data(), static_cast<int>(utf8.size()));
    return result;
  }

  static Extent extent(PangoLayout* layout) {
    PangoRectangle logical;
    pango_layout_get_extents(layout, nullptr, &logical);
    return {static_cast<double>(logical.width) / PANGO_SCALE, static_cast<double>(logical.height) / PANGO_SCALE};
  }

  void source(Color color) const {
    cairo_set_source_rgba(context.get(), color.red / 255.0, color.green / 255.0, color.blue / 255.0,
                          color.alpha / 255.0);
  }

  void set_stroke(const Stroke& stroke) const {
    source(stroke.color);
    cairo_set_line_width(context.get(), stroke.width);
    cairo_set_dash(context.get(), stroke.dashes.data(), static_cast<int>(stroke.dashes.size()), 0);
  }
};

Canvas::Canvas(PaperFormat format, double width, double height, const CanvasOptions& options)
    : implementation_(std::make_unique<Implementation>(Implementation{format, width, height})) {
  Implementation& me = *implementation_;
  me.surface = me.make_surface(options);
  check(cairo_surface_status(me.surface.get()));
  me.context.reset(cairo_create(me.surface.get()));
  if (format == PaperFormat::png)
    cairo_scale(me.context.get(), options.dpi / points_per_inch, options.dpi / points_per_inch);
  cairo_set_fill_rule(me.context.get(), CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_line_join(me.context.get(), CAIRO_LINE_JOIN_ROUND);
  me.text_context.reset(pango_cairo_create_context(me.context.get()));
  const FontOptionsPointer font_options(cairo_font_options_create());
  cairo_font_options_set_hint_style(font_options.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(font_options.get(), CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(font_options.get(), CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options(me.text_context.get(), font_options.get());
  pango_cairo_context_set_resolution(me.text_context.get(), points_per_inch);
  pango_context_set_round_glyph_positions(me.text_context.get(), FALSE);
  pango_context_set_language(me.text_context.get(), pango_language_from_string(options.language.c_str()));
  me.whiten();
}

Canvas::~Canvas() = default;

double Canvas::width() const { return implementation_->width; }
double Canvas::height() const { return implementation_->height; }

void Canvas::next_page() {
  cairo_show_page(implementation_->context.get());
  implementation_->whiten();
}

std::string Canvas::finish() {
  Implementation& me = *implementation_;
  check(cairo_status(me.context.get()));
  if (me.format == PaperFormat::png) {
    check(cairo_surface_write_to_png_stream(me.surface.get(), append, &me.bytes));
  }
  cairo_surface_finish(me.surface.get());
  check(cairo_surface_status(me.surface.get()));
  if (me.format == PaperFormat::svg) number_surfaces_anew(me.bytes);
  return std::move(me.bytes);
}

void Canvas::add_line(std::span<const Point> line) {
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (i == 0) {
      cairo_move_to(implementation_->context.get(), line[i].x, line[i].y);
    } else {
      cairo_line_to(implementation_->context.get(), line[i].x, line[i].y);
    }
  }
}

void Canvas::add_ring(std::span<const Point> closed_ring) {
  if (closed_ring.size() < 3) return;
  const bool repeated = closed_ring.front() == closed_ring.back();
  add_line(closed_ring.first(closed_ring.size() - (repeated ? 1 : 0)));
  cairo_close_path(implementation_->context.get());
}

void Canvas::add_rectangle(const Rectangle& r, double radius) {
  cairo_t* context = implementation_->context.get();
  if (radius <= 0) {
    cairo_rectangle(context, r.x, r.y, r.width, r.height);
    return;
  }
  constexpr double quarter = std::numbers::pi / 2;
  const std::array<Point, 4> centers{{{r.right() - radius, r.y + radius},
                                      {r.right() - radius, r.bottom() - radius},
                                      {r.x + radius, r.bottom() - radius},
                                      {r.x + radius, r.y + radius}}};
  cairo_new_sub_path(context);
  for (std::size_t i = 0; i < centers.size(); ++i) {
    const double start = quarter * (static_cast<double>(i) - 1);
    cairo_arc(context, centers[i].x, centers[i].y, radius, start, start + quarter);
  }
  cairo_close_path(context);
}

void Canvas::add_circle(Point center, double radius) {
  cairo_new_sub_path(implementation_->context.get());
  cairo_arc(implementation_->context.get(), center.x, center.y, radius, 0, 2 * std::numbers::pi);
  cairo_close_path(implementation_->context.get());
}

void Canvas::fill(Color color) {
  implementation_->source(color);
  cairo_fill(implementation_->context.get());
}

void Canvas::fill_and_stroke(Color color, const Stroke& stroke) {
  implementation_->source(color);
  cairo_fill_preserve(implementation_->context.get());
  this->stroke(stroke);
}

void Canvas::stroke(const Stroke& stroke) {
  implementation_->set_stroke(stroke);
  cairo_stroke(implementation_->context.get());
}

void Canvas::line(Point from, Point to, const Stroke& stroke) {
  add_line(std::array{from, to});
  this->stroke(stroke);
}

Canvas::Clip::Clip(Canvas& canvas) : canvas_(canvas) {
  cairo_save(canvas.implementation_->context.get());
  cairo_clip(canvas.implementation_->context.get());
}

Canvas::Clip::~Clip() { cairo_restore(canvas_.implementation_->context.get()); }

Extent Canvas::text(Point at, std::string_view utf8, const TextStyle& style) {
  const Implementation& me = *implementation_;
  cairo_t* context = me.context.get();
  const LayoutPointer layout = me.layout(utf8, style);
  const Extent extent = Implementation::extent(layout.get());
  double left = at.x;
  const double room = style.width > 0 ? style.width : extent.width;
  if (style.align == Align::center) left -= room / 2;
  if (style.align == Align::right) left -= room;
  cairo_move_to(context, left, at.y);
  if (style.halo > 0) {
    pango_cairo_layout_path(context, layout.get());
    stroke({palette::white, 2 * style.halo});
    cairo_move_to(context, left, at.y);
  }
  me.source(style.color);
  pango_cairo_show_layout(context, layout.get());
  cairo_new_path(context);
  return extent;
}

Extent Canvas::measure(std::string_view utf8, const TextStyle& style) const {
  return Implementation::extent(implementation_->layout(utf8, style).get());
}

}  // namespace ancrage::report::paper
