// SPDX-License-Identifier: Apache-2.0
#include "ancrage/territory/aids.hpp"

#include "support/drawn_territory.hpp"
#include "support/errors.hpp"
#include "support/source_tree.hpp"
#include "support/temporary_directory.hpp"

#include <catch2/catch.hpp>

#include <fstream>

using namespace ancrage;
using namespace ancrage::territory;

namespace {

const std::string shipped = test::in_source_tree("geodata/aids.toml");

// Sites: 0 in a ZIP, 1 in a ZAC and a priority sector, 2 in neither, 3 where the zoning is not matched.
Territory drawn() {
  auto territory = test::drawn_territory({"ABCD"}, {{'A', 100, 0.0, 0.0, ZoneStatus::zip},
                                                    {'B', 100, 0.0, 0.0, ZoneStatus::zac},
                                                    {'C', 100, 0.0, 0.0, ZoneStatus::none},
                                                    {'D', 100, 0.0, 0.0, ZoneStatus::unmatched}});
  territory.communes.rural_class = {"FRR", "C - Classée en ZRR", "", ""};
  test::add_sector(territory, "QP1", {1400, 400}, 200);
  return territory;
}

std::vector<std::string> ids(const std::vector<Aid>& aids, const std::vector<AidAtSite>& found, AidStatus status) {
  std::vector<std::string> result;
  for (const AidAtSite& entry : found) {
    if (entry.status == status) result.push_back(aids[entry.aid].id);
  }
  return result;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("the aids of 2025-12-31 and those of 2026-01-01 differ, and nothing ended is open") {
  const Territory territory = drawn();
  const auto aids = read_aids(shipped);
  const auto before = aids_at(territory, aids, 0, parse_date("2025-12-31", ""));
  const auto after = aids_at(territory, aids, 0, parse_date("2026-01-01", ""));
  REQUIRE(ids(aids, before, AidStatus::applies) ==
          Ids{"referring-doctor-payment", "frr-profit-tax", "caim", "older-contracts"});
  REQUIRE(ids(aids, before, AidStatus::not_yet) == Ids{"cnam-first-installation-zip", "cnam-secondary-practice-zip"});
  REQUIRE(ids(aids, after, AidStatus::applies) == Ids{"cnam-first-installation-zip", "cnam-secondary-practice-zip",
                                                      "referring-doctor-payment", "frr-profit-tax"});
  REQUIRE(ids(aids, after, AidStatus::ended) == Ids{"caim", "older-contracts"});
}

TEST_CASE("aids follow the zones: ZAC, priority sector by the site's point, none, not matched") {
  const Territory territory = drawn();
  const auto aids = read_aids(shipped);
  const Date date = parse_date("2026-06-01", "");
  REQUIRE(ids(aids, aids_at(territory, aids, 1, date), AidStatus::applies) ==
          Ids{"cnam-first-installation-zac", "referring-doctor-payment"});
  const auto in_sector = aids_at(territory, aids, 1, date);
  REQUIRE(in_sector[1].zone == "qpv");
  // An older rural zoning says nothing of the present one.
  REQUIRE(ids(aids, in_sector, AidStatus::unknown) == Ids{"frr-profit-tax"});
  REQUIRE(ids(aids, aids_at(territory, aids, 2, date), AidStatus::applies).empty());
  REQUIRE(ids(aids, aids_at(territory, aids, 3, date), AidStatus::applies).empty());
  REQUIRE(ids(aids, aids_at(territory, aids, 3, date), AidStatus::unknown).size() == 5);
}

TEST_CASE("the shipped rules state amounts where known, a source each, and both languages") {
  const auto aids = read_aids(shipped);
  REQUIRE(aids.size() == 7);
  REQUIRE(aids[0].amount_eur == 10000);
  REQUIRE(aids[1].amount_eur == 5000);
  REQUIRE(aids[2].amount_eur == 3000);
  for (const Aid& aid : aids) {
    CAPTURE(aid.id);
    REQUIRE_FALSE(aid.source.empty());
    REQUIRE(in_language(aid.title, "fr") != in_language(aid.title, "en"));
    REQUIRE_FALSE(in_language(aid.conditions, "en").empty());
    REQUIRE(in_language(aid.title, "de") == in_language(aid.title, "fr"));
    // Of contracts that have ended no amount is stated.
    REQUIRE((aid.to.has_value() ? !aid.amount_eur.has_value() : true));
  }
}

TEST_CASE("a territory's own rules come before the program's") {
  const test::TemporaryDirectory folder;
  REQUIRE(aids_file(folder.path()).ends_with("geodata/aids.toml"));
  std::ofstream(folder.path("aids.toml"))
      << "[[aid]]\nid = \"x\"\ntitle.fr = \"X\"\nzones = [\"zip\"]\nsource = \"S\"\n";
  REQUIRE(aids_file(folder.path()) == folder.path("aids.toml"));
  REQUIRE(read_aids(aids_file(folder.path())).size() == 1);
}

TEST_CASE("a wrong rule is named with its line and what to do") {
  const test::TemporaryDirectory folder;
  const std::string path = folder.path("aids.toml");
  const auto faulty = [&](const std::string& text) {
    std::ofstream(path) << text;
    return test::fault_of([&] { read_aids(path); });
  };
  const std::string start = "[[aid]]\nid = \"x\"\ntitle.fr = \"X\"\nsource = \"S\"\n";
  for (const auto& [text, word] : {std::pair<std::string, std::string>{start + "zones = [\"zrr\"]\n", "aids.toml:5"},
                                   {start, "zones"},
                                   {start + "zones = []\n", "zones"},
                                   {start + "zones = [\"zip\"]\nfrom = \"2026-01-01\"\n", "from"},
                                   {start + "zones = [\"zip\"]\nfrom = 2026-01-02\nto = 2026-01-01\n", "ends before"},
                                   {start + "zones = [\"zip\"]\namount_eur = -1\n", "negative"},
                                   {start + "zones = [\"zip\"]\namount = 3\n", "amount_eur"},
                                   {"[[aid]]\nid = \"x\"\nzones = [\"zip\"]\nsource = \"S\"\n", "title"},
                                   {start + "zones = [\"zip\"]\n" + start + "zones = [\"zip\"]\n", "twice"},
                                   {"aid = 3\n", "list of tables"}}) {
    CAPTURE(text);
    const auto fault = faulty(text);
    REQUIRE(fault);
    CAPTURE(fault->text);
    REQUIRE(fault->code == ErrorCode::wrong_input);
    REQUIRE(fault->text.find(word) != std::string::npos);
  }
  REQUIRE(test::fault_of([&] { read_aids(folder.path("none.toml")); })->code == ErrorCode::unreadable_input);
}
