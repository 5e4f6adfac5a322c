// SPDX-License-Identifier: Apache-2.0
#include "ancrage/assessment/profile.hpp"

#include "support/errors.hpp"
#include "support/source_tree.hpp"
#include "support/temporary_directory.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

using namespace ancrage;
using namespace ancrage::assessment;
using namespace ancrage::test;

namespace {

Profile read(const std::string& text) {
  const TemporaryDirectory folder;
  return read_profile(folder.write("mine.toml", text));
}

void check_fault(const std::string& text, const std::vector<std::string>& words) {
  CAPTURE(text);
  const auto fault = fault_of([&] { read(text); });
  REQUIRE(fault);
  CHECK(fault->code == ErrorCode::wrong_input);
  for (const std::string& word : words) CHECK_THAT(fault->text, Catch::Contains(word));
}

const Limit& limit_of(const Profile& profile, LimitKind kind) {
  for (const Limit& limit : profile.limits) {
    if (limit.kind == kind) return limit;
  }
  throw std::out_of_range("no such limit");
}

}  // namespace

TEST_CASE("a profile holds weights by score, limits and a second destination") {
  const Profile profile = read(R"(
name = "Couple"
note = "Deux métiers"
[weights.attractiveness]
college_minutes = 30
pharmacy_minutes = 0
[limits]
within = [{ place = "Alès", minutes = 30 }, { place = "Ailleurs", lon = 3.9, lat = 43.6, minutes = 62.5 }]
group_practice = 0
college = 15
zones = ["zip", "zac"]
[partner]
place = "Nîmes"
minutes = 45
)");
  CHECK(profile.name == "Couple");
  CHECK(profile.note == "Deux métiers");
  CHECK_FALSE(profile.weights[0]);
  REQUIRE(profile.weights[1]);
  REQUIRE(profile.weights[1]->size() == 2);
  CHECK((*profile.weights[1])[0].criterion == "college_minutes");
  CHECK((*profile.weights[1])[0].weight == 30.0);
  REQUIRE(profile.limits.size() == 6);
  CHECK(limit_of(profile, LimitKind::within).place == "Alès");
  CHECK(profile.limits[1].lon_lat == LonLat{3.9, 43.6});
  CHECK(profile.limits[1].minutes == 62.5);
  CHECK(limit_of(profile, LimitKind::group_practice).minutes == 0.0);
  CHECK(limit_of(profile, LimitKind::zone).zac);
  CHECK(limit_of(profile, LimitKind::partner).place == "Nîmes");
  CHECK_THAT(limit_of(profile, LimitKind::college).origin, Catch::Contains("mine.toml:10"));
}

TEST_CASE("a profile without a name has that of its file, and everything may be left out") {
  const Profile profile = read("");
  CHECK(profile.name == "mine");
  CHECK(profile.limits.empty());
}

TEST_CASE("a typo in a profile names the key, its line and the nearest one") {
  check_fault("nom = \"x\"", {"mine.toml:1", "“nom”"});
  check_fault("[limits]\ncolege = 15", {"mine.toml:2", "“colege”", "nearest: college"});
  check_fault("[weights.attractivness]\ncollege_minutes = 1", {"“attractivness”", "nearest: attractiveness"});
  check_fault("[weights.need]\naccesibility = 3", {"mine.toml:2", "“accesibility”", "nearest: accessibility"});
  check_fault("[partner]\nplace = \"Nîmes\"\nminute = 45", {"“minute”", "minutes"});
  check_fault("[limits]\nwithin = [{ lieu = \"Alès\", minutes = 30 }]", {"“lieu”", "place"});
  check_fault("name = \"x", {"Syntax error"});
}

TEST_CASE("weights that cannot rank are refused") {
  check_fault("[weights.need]\naccessibility = -3", {"mine.toml:2", "“accessibility”", "negative"});
  check_fault("[weights.need]\naccessibility = 0\npeople_lifted = 0", {"“need”", "above 0"});
  check_fault("[weights.need]", {"“need”", "above 0"});
  check_fault("[weights.need]\naccessibility = \"3\"", {"“accessibility”", "number"});
  check_fault("weights = 3", {"“weights”", "table"});
}

TEST_CASE("limits that mean nothing are refused") {
  check_fault("[limits]\ncollege = -1", {"mine.toml:2", "“college”", "240"});
  check_fault("[limits]\ncollege = 1000", {"“college”", "240"});
  check_fault("[limits]\nsalaried = true", {"“salaried”", "number"});
  check_fault("[limits]\nwithin = [{ place = \"Alès\" }]", {"“minutes”", "missing"});
  check_fault("[limits]\nwithin = [{ place = \" \", minutes = 30 }]", {"A place is missing"});
  check_fault("[limits]\nwithin = { place = \"Alès\", minutes = 30 }", {"“within”", "list of tables", "[{ place"});
  check_fault("[limits]\nwithin = [{ place = \"X\", lon = 3.9, minutes = 30 }]", {"“lat”", "missing"});
  check_fault("[limits]\nwithin = [{ place = \"X\", lon = 390, lat = 43, minutes = 30 }]", {"bounds"});
  check_fault("[limits]\nzones = [\"zic\"]", {"“zic”", "zip"});
  check_fault("[limits]\nzones = [\"zac\"]", {"“zones”", "“zip”"});
  check_fault("[limits]\nzones = [\"zip\", \"zip\"]", {"“zip”", "twice"});
  check_fault("[limits]\nzones = \"zip\"", {"“zones”", "list"});
}

TEST_CASE("one place limited twice is refused, however it is written") {
  check_fault("[limits]\nwithin = [{ place = \"Alès\", minutes = 30 },\n{ place = \"ALES\", minutes = 20 }]",
              {"mine.toml:3", "“ALES”", "twice"});
  check_fault("[limits]\ncollege = 10\ncollege = 15", {"Syntax error"});
}

TEST_CASE("a profile is found by path, and a shipped one by its name without accents and case") {
  const std::string ales = in_source_tree("geodata/ales");
  const TemporaryDirectory folder;
  const std::string own = folder.write("le mien.toml", "");
  CHECK(find_profile(ales, own) == own);
  for (const std::string name : {"interne", "Interne", "Famille", "PROJET MSP", "projet-msp", "Planificateur"}) {
    CAPTURE(name);
    CHECK(read_profile(find_profile(ales, name)).name.size() > 4);
  }
  const auto fault = fault_of([&] { find_profile(ales, "intern"); });
  REQUIRE(fault);
  CHECK(fault->code == ErrorCode::unreadable_input);
  CHECK_THAT(fault->text, Catch::Contains("“intern”") && Catch::Contains("interne") && Catch::Contains("famille"));
}

TEST_CASE("a territory's own profiles come before those that ship") {
  const TemporaryDirectory folder;
  std::filesystem::create_directory(folder.path("profiles"));
  const std::string own = folder.write("profiles/interne.toml", "name = \"Le nôtre\"");
  CHECK(find_profile(folder.path(), "interne") == own);
  CHECK(profile_files(folder.path()).size() == 5);
}

TEST_CASE("a limit of the options stands in for one on the same subject") {
  std::vector<Limit> limits = read("[limits]\ncollege = 15\nwithin = [{ place = \"Alès\", minutes = 30 }]").limits;
  set_limit(limits, parse_limit("college=10"));
  set_limit(limits, parse_place_limit(LimitKind::within, "ales=20"));
  set_limit(limits, parse_place_limit(LimitKind::within, "Anduze=20"));
  REQUIRE(limits.size() == 3);
  for (const Limit& limit : limits) CHECK(limit.minutes == (limit.kind == LimitKind::college ? 10.0 : 20.0));
}
