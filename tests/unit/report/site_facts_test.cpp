// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/site_facts.hpp"

#include "ancrage/report/site_aids.hpp"
#include "support/drawn_territory.hpp"
#include "support/source_tree.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

using namespace ancrage;
using namespace ancrage::report;

TEST_CASE("people and practitioners around a site are counted by age, and no one twice") {
  auto territory = test::drawn_territory({"AB"}, {{'A', 1000, 2.0, 1.0}, {'B', 300, 1.0, 0.0}});
  test::add_place(territory.facilities, "p", "Pharmacie du Pont", "pharmacy", test::cell_middle(1, 0), "B");
  const SiteFacts facts = site_facts(territory, std::array<std::size_t, 1>{0}).front();
  const Reach& widest = facts.reach.back();
  REQUIRE(widest.people == Approx(1300));
  double ages = widest.age_unknown;
  for (const double people : widest.by_age) ages += people;
  REQUIRE(ages == Approx(widest.people));
  REQUIRE(widest.by_age[3] + widest.by_age[4] == Approx(0.2 * widest.people));
  REQUIRE(widest.gps == Approx(3));
  REQUIRE(widest.gps_60_plus == Approx(1));
  for (std::size_t r = 1; r < facts.reach.size(); ++r) REQUIRE(facts.reach[r].people >= facts.reach[r - 1].people);

  const auto pharmacy = std::find_if(facts.nearest.begin(), facts.nearest.end(),
                                     [](const NearestPlace& place) { return place.kind == "pharmacy"; });
  REQUIRE(pharmacy != facts.nearest.end());
  REQUIRE(pharmacy->name == "Pharmacie du Pont");
  REQUIRE(pharmacy->minutes.value() > 0);
  REQUIRE(std::none_of(facts.nearest.begin(), facts.nearest.end(),
                       [](const NearestPlace& place) { return place.kind == "laboratory"; }));
}

TEST_CASE("age groups follow each other without a gap") {
  const Language language("fr");
  REQUIRE(language.text(age_group_label(0)) == "moins de 18 ans");
  REQUIRE(language.text(age_group_label(1)) == "18 à 39 ans");
  REQUIRE(language.text(age_group_label(4)) == "80 ans et plus");
}

TEST_CASE("aids in words name the day, the amount, the source, and who confirms") {
  const auto territory = test::drawn_territory({"A"}, {{'A', 100, 0.0, 0.0, territory::ZoneStatus::zip}});
  const auto aids = territory::read_aids(test::in_source_tree("geodata/aids.toml"));
  const Language french("fr");
  const std::string before = aids_text(territory, aids, 0, parse_date("2025-12-31", ""), french);
  const std::string after = aids_text(territory, aids, 0, parse_date("2026-01-01", ""), french);
  REQUIRE(before != after);
  REQUIRE(after.find("1er janvier 2026 (à confirmer par la CPAM / l’ARS)") != std::string::npos);
  REQUIRE(after.find("10\u202F000\u00A0€") != std::string::npos);
  REQUIRE(after.find("Source\u202F: Assurance maladie (CNAM)") != std::string::npos);
  // What has ended stands below its own heading, after what applies.
  REQUIRE(after.find("CAIM") > after.find("terminé"));
  REQUIRE(before.find("CAIM") < before.find("pas encore en vigueur"));
  const auto json = aids_json(territory, aids, 0, parse_date("2026-01-01", ""), french);
  REQUIRE(json["date"] == "2026-01-01");
  REQUIRE(json["aids"][0]["status"] == "applies");
  REQUIRE(json["aids"][0]["amount_eur"] == 10000);
}
