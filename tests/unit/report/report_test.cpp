// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/explanation.hpp"
#include "ancrage/report/health.hpp"
#include "ancrage/report/overlay.hpp"
#include "ancrage/report/ranking.hpp"
#include "ancrage/report/site_report.hpp"
#include "ancrage/report/text_table.hpp"
#include "support/drawn_territory.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <array>

using namespace ancrage;
using namespace ancrage::test;
using assessment::Score;

namespace {

territory::Territory two_communes() {
  auto territory = drawn_territory({"AA..........BB"},
                                   {{.letter = 'A', .people_per_cell = 3000, .gps = 9.0, .gps_60_plus = 1.0},
                                    {.letter = 'B', .people_per_cell = 500, .zone = territory::ZoneStatus::zip}});
  add_place(territory.health_poles, "p", "MSP du Nord", "maison_de_sante", cell_middle(1, 0));
  return territory;
}

}  // namespace

TEST_CASE("table columns stay straight under accents and narrow spaces") {
  report::TextTable table({{"Lieu"}, {"Gens", report::TextTable::Align::right}});
  table.add_row({"Alès", "1 234"});
  table.add_row({"Génolhac", "7"});
  CHECK(table.text() ==
        "Lieu       Gens\n"
        "────────  ─────\n"
        "Alès      1 234\n"
        "Génolhac      7\n");
}

TEST_CASE("the ranking as features has one row a site in the order asked for, missing values empty") {
  const auto territory = two_communes();
  const auto assessment = assessment::assess(territory);
  const auto table = report::ranking_features(territory, assessment, assessment.ranking(Score::need));
  CHECK(table.texts("id") == std::vector<std::string>{"B", "A"});
  CHECK(table.quantities("need_rank")[0] == Quantity(1));
  CHECK(table.quantities("need_gp_aged_60_plus")[0] == Quantity::missing());
  CHECK(table.quantities("need_gp_aged_60_plus")[1].value() == Approx(100.0 / 9));
}

TEST_CASE("an explanation names what a value refers to and marks minutes as estimates") {
  const auto territory = two_communes();
  const auto assessment = assessment::assess(territory);
  const std::string text = report::explanation_text(territory, assessment, 0, Language("en"));
  CHECK_THAT(text, Catch::Contains("MSP du Nord") && Catch::Contains("≈ 4 min") && Catch::Contains("estimated"));
}

TEST_CASE("a site without some values says on which share of the weight its score rests") {
  const auto territory = two_communes();
  const auto assessment = assessment::assess(territory);
  CHECK_THAT(report::explanation_text(territory, assessment, 1, Language("en")),
             Catch::Contains("rests on 80 % of the weight"));
}

TEST_CASE("one inhabitant is not several") {
  assessment::Criterion criterion;
  criterion.unit = message("inhabitants");
  CHECK(report::value_text(criterion, 1.2, Language("en")) == "1 inhabitant");
  CHECK(report::value_text(criterion, 2.0, Language("en")) == "2 inhabitants");
  CHECK(report::value_text(criterion, 0.0, Language("fr")) == "0 habitant");
  CHECK(report::value_text(criterion, 1234.0, Language("fr")) == "1\u202f234 habitants");
}

TEST_CASE("differences between two sites add up to the difference of their scores") {
  const auto territory = two_communes();
  const auto assessment = assessment::assess(territory);
  const auto json = report::versus_json(territory, assessment, 0, 1, Language("en"));
  for (const char* score : {"need", "attractiveness"}) {
    double sum = 0.0;
    for (const auto& criterion : json[score]["criteria"]) sum += criterion["difference"].get<double>();
    CHECK(sum == Approx(json[score]["difference"].get<double>()));
  }
  CHECK_THAT(report::versus_text(territory, assessment, 0, 1, Language("en")), Catch::Contains("B stands before A"));
}

TEST_CASE("a comparison stars the most points of each row") {
  const auto territory = two_communes();
  const auto assessment = assessment::assess(territory);
  const std::string text =
      report::comparison_text(territory, assessment, std::array<std::size_t, 2>{0, 1}, Language("en"));
  CHECK_THAT(text, Catch::Contains("★ 0.0 GP/10,000") && !Catch::Contains("★ 15.0 GP/10,000"));
}

TEST_CASE("the health report lists missing layers, repairs and what the builder met") {
  auto territory = two_communes();
  territory.health.push_back({"communes", "data.gpkg", 2154, 2, {"A"}, {}, {{"gps", 1, 0}}});
  territory.missing_layers = {"roads"};
  territory.diagnostics.push_back({Severity::warning, "communes", message("No zone was found"), {"30329"}});
  CHECK_THAT(report::health_text(territory, Language("en")),
             Catch::Contains("roads") && Catch::Contains("repaired A") && Catch::Contains("30329") &&
                 Catch::Contains("gps: 1 missing"));
  const auto json = report::health_json(territory, Language("en"));
  CHECK(json["layers"][0]["fields"][0]["missing"] == 1);
  CHECK(json["diagnostics"][0]["severity"] == "warning");
}

TEST_CASE("overlay rows of a feature add up to it, with what is uncovered") {
  io::FeatureTable first;
  first.name = "first";
  first.resize(1);
  first.add_text("code", {"X"});
  first.polygons.add_ring(std::vector<geometry::Point>{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}});
  first.polygons.end_part();
  first.polygons.end_feature();
  io::FeatureTable second = first;
  for (auto& point : second.polygons.points) point.x += 4;
  const auto rows = report::area_features(first, second, geometry::overlay_areas(first.polygons, second.polygons), {});
  REQUIRE(rows.size() == 2);
  CHECK(rows.texts("second") == std::vector<std::string>{"X", ""});
  CHECK(rows.quantities("area_m2")[0].value() == Approx(60));
  CHECK(rows.quantities("area_m2")[1].value() == Approx(40));
  CHECK(rows.quantities("share_of_first")[0].value() == Approx(0.6));
}
