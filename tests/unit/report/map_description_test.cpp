// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/map_description.hpp"

#include "ancrage/report/place_words.hpp"
#include "support/drawn_territory.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace ancrage;
using namespace ancrage::report;
using territory::ZoneStatus;

TEST_CASE("the eight winds go clockwise from north") {
  REQUIRE(wind({0, 0}, {0, 10}) == 0);
  REQUIRE(wind({0, 0}, {10, 10}) == 1);
  REQUIRE(wind({0, 0}, {10, 0}) == 2);
  REQUIRE(wind({0, 0}, {0, -10}) == 4);
  REQUIRE(wind({0, 0}, {-10, 0}) == 6);
  REQUIRE(wind({0, 0}, {-10, 10}) == 7);
}

TEST_CASE("French bends the article of a place") {
  const Language french("fr");
  REQUIRE(direction_text(0, "Alès", french) == "au nord d’Alès");
  REQUIRE(direction_text(2, "Le Vigan", french) == "à l’est du Vigan");
  REQUIRE(direction_text(5, "Les Mages", french) == "au sud-ouest des Mages");
  REQUIRE(direction_text(7, "Nîmes", french) == "au nord-ouest de Nîmes");
  REQUIRE(direction_text(7, "Nîmes", Language("en")) == "to the north-west of Nîmes");
  REQUIRE(capitalised("à l’est") == "À l’est");
  REQUIRE(enumeration({"a", "b", "c"}, french) == "a, b et c");
  REQUIRE(enumeration({}, french).empty());
}

TEST_CASE("practice and facilities are counted in members alone, the most numerous kind first") {
  auto territory = test::drawn_territory(
      {"AAB", "AAR"}, {{'A', 900, 3.0, 2.0}, {'B', 200}, {'R', 400, 5.0, 5.0, ZoneStatus::none, false}});
  test::add_place(territory.facilities, "1", "One", "college", {500, 500}, "A");
  test::add_place(territory.facilities, "2", "Two", "pharmacy", {500, 500}, "A");
  test::add_place(territory.facilities, "3", "Three", "pharmacy", {2500, 1500}, "B");
  test::add_place(territory.facilities, "4", "Four", "pharmacy", {2500, 500}, "R");
  const auto assessment = assessment::assess(territory);
  const Classification classes = classify(ColorKey::population, territory, assessment);
  const MapDescription map = describe_map(territory, assessment, classes);
  REQUIRE(map.gps == 3);
  REQUIRE(map.gps_60_plus == 2);
  REQUIRE(map.without_gp == 1);
  REQUIRE(map.facilities.size() == 2);
  REQUIRE(map.facilities[0].kind == "pharmacy");
  REQUIRE(map.facilities[0].count == 2);
  const auto english = map_sentences(map, territory, assessment, classes, Language("en"));
  const auto says = [&](const char* sentence) {
    return std::find(english.begin(), english.end(), sentence) != english.end();
  };
  REQUIRE(says("General practitioners: 3, 2 of them of 60 and over; communes without: 1."));
  REQUIRE(says("Facilities: Pharmacy (2) and Lower secondary school (1)."));
}

TEST_CASE("priority communes under the threshold are counted in their direction from the largest commune") {
  // Z is north of the large L, E east of it; only Z is a ZIP, and nobody practises anywhere but in E.
  const auto territory = test::drawn_territory(
      {".Z.", ".L.", "..E"},
      {{'Z', 200, 0.0, 0.0, ZoneStatus::zip}, {'L', 900, 0.0, 0.0, ZoneStatus::zac}, {'E', 300, 1.0}});
  auto assessment = assessment::assess(territory);
  assessment.commune_accessibility = {1.4, 3.0, 5.0};
  const Classification classes = classify(ColorKey::accessibility, territory, assessment);
  const MapDescription map = describe_map(territory, assessment, classes);
  REQUIRE(map.members == 3);
  REQUIRE(map.zip == 1);
  REQUIRE(map.zac == 1);
  REQUIRE(map.under_threshold == 1);
  REQUIRE(territory.communes.name[map.reference] == "L");
  REQUIRE(map.directions.size() == 2);
  REQUIRE(wind_keys[map.directions[0].wind] == "north");
  REQUIRE(map.directions[0].zip_under_threshold.size() == 1);
  REQUIRE(wind_keys[map.directions[1].wind] == "south_east");
  REQUIRE(map.directions[1].zip_under_threshold.empty());

  const auto french = map_sentences(map, territory, assessment, classes, Language("fr"));
  const auto north =
      std::find_if(french.begin(), french.end(), [](const std::string& s) { return s.rfind("Au nord de L", 0) == 0; });
  REQUIRE(north != french.end());
  REQUIRE(north->find("une commune prioritaire sous 2,5 consultations\u202F: Z (1,4)") != std::string::npos);
  const auto english = map_sentences(map, territory, assessment, classes, Language("en"));
  REQUIRE(english.size() == french.size());
  REQUIRE(std::any_of(english.begin(), english.end(),
                      [](const std::string& s) { return s.rfind("To the north of L: one commune", 0) == 0; }));
}
