// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/paper/canvas.hpp"

#include "support/errors.hpp"
#include "support/picture.hpp"

#include <catch2/catch.hpp>

#include <array>

using namespace ancrage;
using namespace ancrage::report;
using namespace ancrage::report::paper;

TEST_CASE("a PNG has a pixel a point at 72 dpi, and colours where they were drawn") {
  Canvas canvas(PaperFormat::png, 100, 60, {.dpi = 72});
  canvas.add_rectangle({10, 20, 30, 20});
  canvas.fill(palette::need);
  const test::Picture picture = test::read_png(canvas.finish());
  REQUIRE(picture.width == 100);
  REQUIRE(picture.height == 60);
  REQUIRE(picture.at(10, 20) == palette::need);
  REQUIRE(picture.at(39, 39) == palette::need);
  REQUIRE(picture.at(40, 40) == palette::white);
  REQUIRE(picture.count(palette::need) == 600);
}

TEST_CASE("a clip ends where its scope ends") {
  Canvas canvas(PaperFormat::png, 40, 40, {.dpi = 72});
  canvas.add_rectangle({0, 0, 20, 40});
  {
    const Canvas::Clip clip(canvas);
    canvas.add_rectangle({0, 0, 40, 10});
    canvas.fill(palette::pole);
  }
  canvas.add_rectangle({0, 30, 40, 10});
  canvas.fill(palette::zac);
  const test::Picture picture = test::read_png(canvas.finish());
  REQUIRE(picture.count(palette::pole) == 200);
  REQUIRE(picture.count(palette::zac) == 400);
}

TEST_CASE("text wraps within its width, and measuring says what drawing takes") {
  Canvas canvas(PaperFormat::pdf, 200, 200);
  const std::string words = "Une phrase assez longue pour tenir sur deux lignes au moins";
  const Extent one = canvas.measure(words, {.size = 10});
  const Extent wrapped = canvas.measure(words, {.size = 10, .width = 100});
  REQUIRE(one.width > 200);
  REQUIRE(wrapped.width <= 100.5);
  REQUIRE(wrapped.height > 1.5 * one.height);
  const Extent drawn = canvas.text({10, 10}, words, {.size = 10, .width = 100});
  REQUIRE(drawn.height == wrapped.height);
}

TEST_CASE("the same drawing has the same bytes, and a PDF has a date only when given one") {
  const auto draw = [](PaperFormat format, std::optional<Date> created) {
    Canvas canvas(format, 100, 100, {.dpi = 72, .title = "Génolhac", .created = created});
    canvas.text({10, 10}, "Génolhac", {.size = 12, .bold = true});
    return canvas.finish();
  };
  for (const PaperFormat format : {PaperFormat::pdf, PaperFormat::svg, PaperFormat::png}) {
    const bool same = draw(format, {}) == draw(format, {});
    REQUIRE(same);
  }
  REQUIRE(draw(PaperFormat::pdf, {}).find("/CreationDate") == std::string::npos);
  const std::string dated = draw(PaperFormat::pdf, parse_date("2026-01-01", ""));
  REQUIRE(dated.find("/CreationDate (20260101") != std::string::npos);
}

TEST_CASE("a picture of too many pixels is refused") {
  const auto fault = test::fault_of([] { Canvas(PaperFormat::png, 10000, 100, {.dpi = 600}); });
  REQUIRE(fault);
  REQUIRE(fault->code == ErrorCode::usage);
}
