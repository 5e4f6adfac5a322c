// SPDX-License-Identifier: Apache-2.0
#include "ancrage/access/scenario.hpp"

#include "support/errors.hpp"
#include "support/temporary_directory.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <optional>
#include <string>
#include <vector>

using namespace ancrage;
using namespace ancrage::access;
using namespace ancrage::test;

namespace {

void check_fault(const std::optional<Fault>& fault, ErrorCode code, const std::vector<std::string>& words) {
  REQUIRE(fault);
  CHECK(fault->code == code);
  for (const std::string& word : words) CHECK_THAT(fault->text, Catch::Contains(word));
}

}  // namespace

TEST_CASE("changes are read as options write them") {
  const Change add = parse_change(ChangeKind::add, "30132:2700");
  CHECK(add.place == "30132");
  CHECK(add.acts == 2700.0);
  CHECK_FALSE(add.gps);
  CHECK_FALSE(parse_change(ChangeKind::add, "La Grand-Combe").acts);
  const Change open = parse_change(ChangeKind::open, "Génolhac:3");
  CHECK(open.place == "Génolhac");
  CHECK(open.gps == 3.0);
  CHECK_FALSE(open.acts);
  const Change retire = parse_change(ChangeKind::retire, "65@2030");
  CHECK(retire.age == 65.0);
  CHECK(retire.year == 2030);
  const Change move = parse_change(ChangeKind::move, " Alès > Génolhac :5400");
  CHECK(move.place == "Alès");
  CHECK(move.to == "Génolhac");
  CHECK(move.acts == 5400.0);
}

TEST_CASE("a change that is not understood names the option and the form") {
  const auto fault = [](ChangeKind kind, const char* text) { return fault_of([&] { parse_change(kind, text); }); };
  check_fault(fault(ChangeKind::add, "30132:many"), ErrorCode::usage, {"--add 30132:many", "“many”"});
  check_fault(fault(ChangeKind::add, "30132:-5"), ErrorCode::usage, {"“-5”"});
  check_fault(fault(ChangeKind::add, "30132:nan"), ErrorCode::usage, {"“nan”"});
  check_fault(fault(ChangeKind::add, "30132:inf"), ErrorCode::usage, {"“inf”"});
  check_fault(fault(ChangeKind::add, ""), ErrorCode::usage, {"--add", "A place is missing"});
  check_fault(fault(ChangeKind::add, ":5400"), ErrorCode::usage, {"A place is missing"});
  check_fault(fault(ChangeKind::move, "30007"), ErrorCode::usage, {"“>”", "--move 30007>30130"});
  check_fault(fault(ChangeKind::move, ">30007"), ErrorCode::usage, {"A place is missing"});
  check_fault(fault(ChangeKind::retire, "65"), ErrorCode::usage, {"“@”", "65@2030"});
  check_fault(fault(ChangeKind::retire, "650@2030"), ErrorCode::usage, {"age"});
  check_fault(fault(ChangeKind::retire, "65@30"), ErrorCode::usage, {"1900"});
  check_fault(fault(ChangeKind::retire, "65@2030.5"), ErrorCode::usage, {"1900"});
}

TEST_CASE("a scenario is read from its file, changes in the order in which they happen") {
  const TemporaryDirectory folder;
  const Scenario scenario = read_scenario(folder.write("s.toml", R"(
name = "Une maison de santé à Génolhac"
note = "Le départ de deux médecins."
time_factor = 1.15
decay = "binary:20"
[[open]]
place = "Génolhac"
gps = 3
[[add]]
place = "30132"
gps = 2
acts = 5000
[[add]]
place = "Alès"
[[move]]
from = "Alès"
to = "30130"
[[close]]
pole = "300017191"
[[remove]]
place = "Anduze"
gps = 0.5
[[retire]]
age = 65
year = 2030
)"));
  CHECK(scenario.name == "Une maison de santé à Génolhac");
  CHECK(scenario.note == "Le départ de deux médecins.");
  CHECK(scenario.time_factor == 1.15);
  CHECK(scenario.decay->text() == "binary:20");
  CHECK(scenario.changes_times());
  std::string order;
  for (const Change& change : scenario.changes) order += std::string(change_key(change.kind)) + " ";
  CHECK(order == "retire remove close move add add open ");
  CHECK(scenario.changes[0].year == 2030);
  CHECK(scenario.changes[1].gps == 0.5);
  CHECK(scenario.changes[2].place == "300017191");
  CHECK(scenario.changes[3].to == "30130");
  CHECK(scenario.changes[4].place == "30132");
  CHECK(scenario.changes[4].acts == 5000.0);
  CHECK(scenario.changes[5].place == "Alès");
  CHECK(scenario.changes[6].gps == 3.0);
}

TEST_CASE("a scenario without a name has that of its file") {
  const TemporaryDirectory folder;
  const Scenario scenario = read_scenario(folder.write("départs.toml", ""));
  CHECK(scenario.name == "départs");
  CHECK(scenario.empty());
}

TEST_CASE("a wrong scenario file names line, key and the nearest key") {
  const TemporaryDirectory folder;
  const auto fault = [&](const std::string& text) {
    return fault_of([&] { read_scenario(folder.write("s.toml", text)); });
  };
  check_fault(fault_of([&] { read_scenario(folder.path("none.toml")); }), ErrorCode::unreadable_input, {"none.toml"});
  check_fault(fault_of([&] { read_scenario(folder.path()); }), ErrorCode::unreadable_input, {"No such scenario"});
  check_fault(fault("[[add]\n"), ErrorCode::wrong_input, {"s.toml:1"});
  check_fault(fault("\n[[retrie]]\nage = 65\n"), ErrorCode::wrong_input, {"“retrie”", "nearest: retire"});
  check_fault(fault("[[add]]\nplase = \"30132\"\n"), ErrorCode::wrong_input, {"s.toml:2", "“plase”", "nearest: place"});
  check_fault(fault("[[add]]\ngps = 1\n"), ErrorCode::wrong_input, {"“place” is missing"});
  check_fault(fault("[[add]]\nplace = \" \"\n"), ErrorCode::wrong_input, {"A place is missing"});
  check_fault(fault("[[add]]\nplace = 30132\n"), ErrorCode::wrong_input, {"s.toml:2", "text in quotes"});
  check_fault(fault("[[add]]\nplace = \"a\"\ngps = 0\n"), ErrorCode::wrong_input, {"s.toml:3", "above 0"});
  check_fault(fault("[[add]]\nplace = \"a\"\nacts = nan\n"), ErrorCode::wrong_input, {"s.toml:3", "number"});
  check_fault(fault("[add]\nplace = \"a\"\n"), ErrorCode::wrong_input, {"must be a list", "[[add]]"});
  check_fault(fault("[[retire]]\nage = 65\n"), ErrorCode::wrong_input, {"“year” is missing"});
  check_fault(fault("[[retire]]\nage = 65\nyear = 20301\n"), ErrorCode::wrong_input, {"s.toml:3"});
  check_fault(fault("time_factor = 0\n"), ErrorCode::wrong_input, {"s.toml:1", "factor"});
  check_fault(fault("decay = \"steep\"\n"), ErrorCode::wrong_input, {"s.toml:1", "steep"});
}

TEST_CASE("a time factor that stops or multiplies all traffic is refused") {
  for (const double factor : {0.0, -1.0, 10.5, std::nan("")}) {
    Scenario scenario{.time_factor = factor};
    check_fault(fault_of([&] { settle(scenario); }), ErrorCode::usage, {"--time-factor"});
  }
}
