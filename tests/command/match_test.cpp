// SPDX-License-Identifier: Apache-2.0
// `ancrage match` on plain tables: the published example through the program, and wrong input.
#include "ancrage/io/writer.hpp"
#include "command/ancrage_program.hpp"
#include "support/temporary_directory.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <map>

using namespace ancrage::test;
using nlohmann::json;

namespace {

// The example of METHODS.md section 5, in a folder of its own.
class Market {
 public:
  Market() {
    write("residents.csv", "id,preferences\nA,C\nS,C>M\nD,C>M>G\nJ,C>G>M\nL,M>C>G\n");
    write("hospitals.csv", "id,capacity,preferences\nM,2,D>L>S>J\nC,2,D>A>S>L>J\nG,2,D>J>L\n");
  }
  void write(const std::string& name, const std::string& content) const {
    ancrage::io::write_text(folder_.path(name), content);
  }
  const TemporaryDirectory& folder() const { return folder_; }

  ProgramResult run(std::vector<std::string> more = {}, const std::string& residents = "residents.csv",
                    const std::string& hospitals = "hospitals.csv") const {
    more.insert(more.begin(), {"match", "--residents", residents, "--hospitals", hospitals});
    return run_ancrage(more, {.directory = folder_.path()});
  }
  ProgramResult run_residents(const std::string& content) const {
    write("other.csv", content);
    return run({}, "other.csv");
  }
  ProgramResult run_hospitals(const std::string& content) const {
    write("other.csv", content);
    return run({}, "residents.csv", "other.csv");
  }

 private:
  TemporaryDirectory folder_;
};

std::map<std::string, json> by_resident(const ProgramResult& result) {
  REQUIRE(result.exit_code == 0);
  const json document = json::parse(result.output);
  REQUIRE(document.size() == 1);
  std::map<std::string, json> rows;
  for (const json& row : document["matching"]) {
    REQUIRE(row.size() == 4);
    rows[row["resident"]] = row;
  }
  return rows;
}

void check_failure_names(const ProgramResult& result, int exit_code, const std::vector<std::string>& words) {
  for (const std::string& word : words) check_failure(result, exit_code, word);
}

}  // namespace

TEST_CASE("the published example of hospitals and residents comes out of the program") {
  const Market market;
  for (const std::string side : {"residents", "hospitals"}) {
    const auto result = market.run({"--optimal-for", side, "--format", "json"});
    CHECK(result.errors.empty());
    auto rows = by_resident(result);
    REQUIRE(rows.size() == 5);
    const std::map<std::string, std::string> expected{{"A", "C"}, {"S", "M"}, {"D", "C"}, {"J", "G"}, {"L", "M"}};
    for (const auto& [resident, hospital] : expected) CHECK(rows[resident]["hospital"] == hospital);
    CHECK(rows["A"]["rank"] == 1);
    CHECK(rows["J"]["rank"] == 2);
    CHECK(rows["A"]["refusals"].empty());
    CHECK(rows["S"]["refusals"] == json::parse(R"([{"hospital": "C", "reason": "full", "preferred": ["D", "A"]}])"));
  }
}

TEST_CASE("the two sides' best matchings differ where there is a choice, and the assignment may block") {
  const Market market;
  market.write("residents.csv", "preferences,id,capacity\nx>y,a,1\ny>x,b,\n");
  market.write("hospitals.csv", "id,capacity,preferences\nx,1,b>a\ny,1,a>b\n");
  CHECK(by_resident(market.run({"--format", "json"}))["a"]["hospital"] == "x");
  auto hospitals = by_resident(market.run({"--format", "json", "--optimal-for", "hospitals"}));
  CHECK(hospitals["a"]["hospital"] == "y");
  CHECK(hospitals["a"]["refusals"] == json::parse(R"([{"hospital": "x", "reason": "full", "preferred": ["b"]}])"));

  // Stable leaves c out, who only wants x; the assignment places all three.
  market.write("residents.csv", "id,preferences\na,x>y\nb,y>x\nc,x\n");
  market.write("hospitals.csv", "id,capacity,preferences\nx,1,a>b>c\ny,2,a>b\n");
  auto stable = by_resident(market.run({"--format", "json"}));
  CHECK(stable["c"]["hospital"].is_null());
  CHECK(stable["c"]["rank"].is_null());
  auto assigned = by_resident(market.run({"--format", "json", "--method", "assignment"}));
  CHECK(assigned["c"]["hospital"] == "x");
  CHECK(assigned["a"]["hospital"] == "y");
  CHECK(assigned["a"]["refusals"] == json::parse(R"([{"hospital": "x", "reason": "blocking", "preferred": []}])"));
}

TEST_CASE("the table of a matching is French unless asked, with the assignment beside it") {
  const Market market;
  market.write("hospitals.csv", "id,capacity,preferences\nM,1,D>L>S>J\nC,2,D>A>S>L>J\nG,0,D>J>L\n");
  const auto french = market.run();
  REQUIRE(french.exit_code == 0);
  CHECK(french.errors.empty());
  CHECK_THAT(french.output, Catch::Contains("complet") && Catch::Contains("Rang") && Catch::Contains("sans place"));
  const auto english = market.run({"--lang", "en"});
  CHECK_THAT(english.output, Catch::Contains("C: full, preferred: D, A") && Catch::Contains("G: has no place") &&
                                 Catch::Contains("There are 3 places for 5 residents") &&
                                 Catch::Contains("Residents stay without a place (S, J)"));
}

TEST_CASE("CSV of a matching holds ids only, what else is found goes to standard error") {
  const Market market;
  market.write("hospitals.csv", "id,capacity,preferences\nM,1,D>L>S>J\nC,2,D>A>S>L>J\nG,0,D>J>L\n");
  const auto result = market.run({"--format", "csv"});
  REQUIRE(result.exit_code == 0);
  CHECK(result.output == "resident,hospital,rank,better\r\nA,C,1,\r\nS,,,C>M\r\nD,C,1,\r\nJ,,,C>G>M\r\nL,M,1,\r\n");
  CHECK_THAT(result.errors, Catch::Contains("S, J"));
  CHECK(market.run({"-o", "m.csv"}).output.empty());
  CHECK(market.folder().read("m.csv") == result.output);
}

TEST_CASE("wrong options of match exit with 2 and one line") {
  const Market market;
  check_failure_names(run_ancrage({"match"}), 2, {"--residents"});
  check_failure_names(run_ancrage({"match", "--residents", "r.csv"}), 2, {"--hospitals"});
  check_failure_names(market.run({"--optimal-for", "patients"}), 2, {"patients"});
  check_failure_names(market.run({"--method", "boston"}), 2, {"boston"});
  check_failure_names(market.run({"--format", "gpkg"}), 2, {"gpkg"});
}

TEST_CASE("wrong tables of match exit with 3 or 4 and one line that names file, row and column") {
  const Market market;
  check_failure_names(market.run({}, "absent.csv"), 3, {"absent.csv"});
  check_failure_names(market.run_residents(""), 4, {"other.csv"});
  check_failure_names(market.run_residents("id,preferences\n"), 4, {"other.csv"});
  check_failure_names(market.run_residents("id;preferences\nA;C\n"), 4, {"other.csv", "id"});
  check_failure_names(market.run_residents("id,wishes\nA,C\n"), 4, {"other.csv", "preferences", "wishes"});
  check_failure_names(market.run_residents("id,preferences\nA,C\nA,M\n"), 4, {"other.csv, id", "2", "A"});
  check_failure_names(market.run_residents("id,preferences\n,C\n"), 4, {"other.csv, id", "1"});
  check_failure_names(market.run_residents("id,preferences\nA,C>Q\n"), 4, {"other.csv, preferences", "1", "Q"});
  check_failure_names(market.run_residents("id,preferences\nA,C>M>C\n"), 4, {"other.csv, preferences", "1", "C"});
  check_failure_names(market.run_residents("id,preferences\nA,C>>M\n"), 4, {"other.csv, preferences", "1"});
  check_failure_names(market.run_residents("id,preferences\nA,C>\n"), 4, {"other.csv, preferences", "1"});
  check_failure_names(market.run_residents("id,capacity,preferences\nA,2,C\n"), 4, {"other.csv, capacity", "2"});
  check_failure_names(market.run_hospitals("id,preferences\nM,A\n"), 4, {"other.csv", "capacity"});
  for (const std::string capacity : {"-1", "", "many", "1.5", "NaN", "99999999999", "4294967295"}) {
    check_failure_names(market.run_hospitals("id,capacity,preferences\nM," + capacity + ",A\n"), 4,
                        {"other.csv, capacity", "1"});
  }
  check_failure_names(market.run_hospitals("id,capacity,preferences\nM,2\n"), 4, {"other.csv", "1"});
}

TEST_CASE("a byte-order mark, blanks around ids and empty lists are no trouble") {
  const Market market;
  market.write("residents.csv", "\xEF\xBB\xBFid,preferences\n A ,C\nS, C > M \nD,C>M>G\nJ,C>G>M\nL,\n");
  auto rows = by_resident(market.run({"--format", "json"}));
  CHECK(rows["S"]["hospital"] == "M");
  CHECK(rows["L"]["hospital"].is_null());
}
