// SPDX-License-Identifier: Apache-2.0
// `ancrage access` on plain tables: the published vectors through the program, and wrong input.
#include "ancrage/io/reader.hpp"
#include "ancrage/io/writer.hpp"
#include "command/ancrage_program.hpp"
#include "support/temporary_directory.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <sstream>

using namespace ancrage::test;

namespace {

// Tables of the PySAL access hospital example, in a folder of their own.
class Hospital {
 public:
  Hospital() {
    write("supply.csv", "id,supply\n1,15\n2,20\n3,100\n");
    write("demand.csv", "id,population\n1,100\n2,50\n3,10\n");
    write("times.csv", "from,to,minutes\n1,1,1\n2,2,1\n3,3,1\n1,3,40\n3,1,40\n2,3,40\n3,2,40\n1,2,80\n2,1,80\n");
  }
  void write(const std::string& name, const std::string& content) const {
    ancrage::io::write_text(folder_.path(name), content);
  }
  std::string path(const std::string& name) const { return folder_.path(name); }

  // With the tables above, where `more` does not name others.
  ProgramResult run(std::vector<std::string> more) const {
    const auto names = [&](const std::string& option) {
      return std::find(more.begin(), more.end(), option) != more.end();
    };
    std::vector<std::string> arguments{"access"};
    if (!names("--practitioners") && !names("--supply")) arguments.insert(arguments.end(), {"--supply", "supply.csv"});
    if (!names("--demand")) arguments.insert(arguments.end(), {"--demand", "demand.csv"});
    if (!names("--times")) arguments.insert(arguments.end(), {"--times", "times.csv"});
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_ancrage(arguments, {.directory = folder_.path()});
  }

 private:
  TemporaryDirectory folder_;
};

struct Row {
  std::string id;
  double accessibility;
};

std::vector<Row> rows_of(const std::string& csv) {
  std::istringstream lines(csv);
  std::string line;
  std::getline(lines, line);
  CHECK(line == "id,accessibility\r");
  std::vector<Row> rows;
  while (std::getline(lines, line)) {
    const std::size_t comma = line.find(',');
    rows.push_back({line.substr(0, comma), std::stod(line.substr(comma + 1))});
  }
  return rows;
}

void check_failure_names(const ProgramResult& result, int exit_code, const std::vector<std::string>& words) {
  for (const std::string& word : words) check_failure(result, exit_code, word);
}

}  // namespace

TEST_CASE("the hospital example of PySAL access comes out of the program") {
  const Hospital tables;
  const auto result = tables.run({"--method", "2sfca", "--decay", "gravity:-1", "--max", "60", "--format", "csv"});
  REQUIRE(result.exit_code == 0);
  CHECK(result.errors.empty());
  const auto rows = rows_of(result.output);
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].accessibility == Approx(0.331444117).epsilon(1e-9));
  CHECK(rows[1].accessibility == Approx(0.579828132).epsilon(1e-9));
  CHECK(rows[2].accessibility == Approx(7.286418170).epsilon(1e-9));
}

TEST_CASE("the example of the R package fca comes out of the program") {
  const Hospital tables;
  tables.write("supply.csv", "id,supply\ns1,1\ns2,2\ns3,3\ns4,4\ns5,5\ns6,6\n");
  tables.write("demand.csv", "id,population\np4,4\np3,3\np2,2\np1,1\n");
  std::string times = "from,to,minutes\n";
  for (int i = 0; i < 4; ++i) {
    for (int j = 0; j < 6; ++j) {
      times += "p" + std::to_string(i + 1) + ",s" + std::to_string(j + 1) + "," + std::to_string(6 * i + j + 1) + "\n";
    }
  }
  tables.write("times.csv", times);
  const auto result = tables.run({"--method", "3sfca", "--decay", "gravity:1", "-o", "a.csv"});
  REQUIRE(result.exit_code == 0);
  CHECK(result.output.empty());
  CHECK_THAT(result.errors, Catch::Contains("gravity:1"));  // a weight that grows with the time is told
  const auto rows = rows_of(read_file(tables.path("a.csv")));
  REQUIRE(rows.size() == 4);
  CHECK(rows[0].id == "p4");
  CHECK(rows[0].accessibility == Approx(2.8355005).epsilon(1e-7));
  CHECK(rows[1].accessibility == Approx(2.0921208).epsilon(1e-7));
  CHECK(rows[2].accessibility == Approx(1.3565093).epsilon(1e-7));
  CHECK(rows[3].accessibility == Approx(0.6686168).epsilon(1e-7));
}

TEST_CASE("tables come through pipes too") {
  const Hospital tables;
  const auto result = run_program({"sh", "-c",
                                   "cat times.csv | \"$0\" access --supply supply.csv --demand demand.csv --times "
                                   "/dev/stdin --method gravity --max 60 --format csv | cat",
                                   ancrage_program()},
                                  {.directory = tables.path("")});
  CHECK(result.errors.empty());
  const auto rows = rows_of(result.output);
  REQUIRE(rows.size() == 3);
  CHECK(rows[2].accessibility == Approx(7.286418170).epsilon(1e-9));
}

TEST_CASE("JSON holds places, supplies, totals and thresholds") {
  const Hospital tables;
  tables.write("supply.csv", "id,supply\n1,200\n2,300\nfar,100\n");
  tables.write("times.csv", "from,to,minutes\n1,1,10\n2,2,10\n1,2,15\n");
  const auto result = tables.run({"--format", "json"});
  REQUIRE(result.exit_code == 0);
  const auto json = nlohmann::json::parse(result.output);
  CHECK(json["method"] == "apl");
  CHECK(json["decay"] == "10:1,15:0.3,20:0.1");
  // Supply 1: 200 for 100 people. Supply 2: 300 for 50 people and 0.3 of 100.
  CHECK(json["places"][0]["accessibility"].get<double>() == Approx(2 + 0.3 * 300 / 80));
  CHECK(json["places"][1]["accessibility"].get<double>() == Approx(300.0 / 80));
  CHECK(json["places"][2]["accessibility"].get<double>() == 0.0);
  CHECK(json["totals"]["supply"] == 600.0);
  CHECK(json["totals"]["reached_supply"] == 500.0);
  CHECK(json["totals"]["served"].get<double>() == Approx(500));
  CHECK(json["totals"]["conservation_error"].get<double>() < 1e-12);
  CHECK(json["unreached_supplies"] == std::vector<std::string>{"far"});
  CHECK(json["places_without_access"] == std::vector<std::string>{"3"});
  CHECK(json["thresholds"][0]["people_under"] == 10.0);
  CHECK(json["thresholds"][1]["people_under"] == 160.0);
}

TEST_CASE("the table tells what the numbers add up to, in French unless asked") {
  const Hospital tables;
  tables.write("supply.csv", "id,supply\n1,200\nfar,100\n");
  tables.write("times.csv", "from,to,minutes\n1,1,10\n");
  const auto french = tables.run({});
  REQUIRE(french.exit_code == 0);
  CHECK_THAT(french.output, Catch::Contains("2,00") && Catch::Contains("far") && Catch::Contains("Accessibilité") &&
                                Catch::Contains("Habitants sous 2,5"));
  const auto english = tables.run({"--lang", "en"});
  CHECK_THAT(english.output, Catch::Contains("Nobody reaches these supplies (far)") &&
                                 Catch::Contains("Inhabitants under 2.5: 160 (100.0 %)"));
}

TEST_CASE("CSV stays clean: what else is found goes to standard error") {
  const Hospital tables;
  tables.write("supply.csv", "id,supply\n1,200\nfar,100\n");
  tables.write("times.csv", "from,to,minutes\n1,1,10\n");
  const auto result = tables.run({"--format", "csv"});
  CHECK(rows_of(result.output).size() == 3);
  CHECK_THAT(result.errors, Catch::Contains("far"));
}

TEST_CASE("practitioners count under the rule of APL") {
  const Hospital tables;
  tables.write("practitioners.csv", "id,place,acts,age\na,1,9000,40\nb,1,100,65\nc,1,5000,66\nd,2,,50\n");
  tables.write("times.csv", "from,to,minutes\n1,1,5\n2,2,5\n3,2,30\n1,3,5\n");
  const auto supplies = [&](const std::vector<std::string>& more) {
    std::vector<std::string> arguments{"--practitioners", "practitioners.csv", "--format", "json"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const auto result = tables.run(arguments);
    REQUIRE(result.exit_code == 0);
    std::map<std::string, double> amounts;
    const auto json = nlohmann::json::parse(result.output);
    for (const auto& supply : json["supplies"]) {
      amounts[supply["id"].get<std::string>()] = supply["supply"].get<double>();
    }
    return amounts;
  };
  CHECK(supplies({}) == std::map<std::string, double>{{"1", 9600}, {"2", 5400}});
  CHECK(supplies({"--age-limit", "none"})["1"] == 14600);
  CHECK(supplies({"--age-limit", "62"})["1"] == 6000);
  CHECK(supplies({"--acts-floor", "0", "--acts-cap", "8000", "--acts-unknown", "4000"}) ==
        std::map<std::string, double>{{"1", 8100}, {"2", 4000}});
}

TEST_CASE("the demand counts by what ages consume") {
  const Hospital tables;
  tables.write("demand.csv", "id,young,old\n1,100,0\n2,0,50\n3,10,0\n");
  const auto result = tables.run({"--consumption", "young=2,old=6", "--format", "json"});
  REQUIRE(result.exit_code == 0);
  const auto json = nlohmann::json::parse(result.output);
  // Mean consumption (110 x 2 + 50 x 6) / 160 = 3.25.
  CHECK(json["places"][0]["demand"].get<double>() == Approx(200 / 3.25));
  CHECK(json["places"][1]["demand"].get<double>() == Approx(300 / 3.25));
  CHECK(json["places"][1]["population"] == 50.0);
  CHECK(json["totals"]["demand"].get<double>() == Approx(160));
  const auto national =
      tables.run({"--consumption", "young=2,old=6", "--reference-population", "old=1,young=3", "--format", "json"});
  CHECK(nlohmann::json::parse(national.output)["places"][0]["demand"].get<double>() == Approx(200 / 3.0));
}

TEST_CASE("wrong options exit with 2 and one line") {
  const Hospital tables;
  check_failure_names(run_ancrage({"access"}), 2, {"--supply"});
  check_failure_names(run_ancrage({"access", "--supply", "s.csv", "--times", "t.csv"}), 2, {"--demand"});
  check_failure_names(tables.run({"--supply", "supply.csv", "--practitioners", "p.csv"}), 2, {"--practitioners"});
  check_failure_names(tables.run({"--method", "4sfca"}), 2, {"4sfca"});
  check_failure_names(tables.run({"--decay", "10-1"}), 2, {"--decay 10-1", "gravity:-1"});
  check_failure_names(tables.run({"--decay", "10:1,5:2"}), 2, {"--decay"});
  check_failure_names(tables.run({"--max", "0"}), 2, {"--max"});
  check_failure_names(tables.run({"--max", "loin"}), 2, {"--max"});
  check_failure_names(tables.run({"--age-limit", "vieux"}), 2, {"--age-limit", "vieux"});
  check_failure_names(tables.run({"--acts-floor", "9000"}), 2, {});
  check_failure_names(tables.run({"--thresholds", "2.5,nan"}), 2, {"--thresholds"});
  check_failure_names(tables.run({"--consumption", "young"}), 2, {"--consumption", "young"});
  check_failure_names(tables.run({"--consumption", "young=1,young=2"}), 2, {"--consumption", "young"});
  check_failure_names(tables.run({"--consumption", "population=1", "--reference-population", "old=3"}), 2,
                      {"--reference-population"});
}

TEST_CASE("wrong tables exit with 3 or 4 and one line that names file, row and column") {
  const Hospital tables;
  check_failure_names(tables.run({"--supply", "absent.csv"}), 3, {"absent.csv"});
  tables.write("bad.csv", "from,to,minutes\n1,1,1\n1,9,2\n");
  check_failure_names(tables.run({"--times", "bad.csv"}), 4, {"bad.csv, to", "2", "9"});
  tables.write("bad.csv", "from,to,minutes\n9,1,1\n");
  check_failure_names(tables.run({"--times", "bad.csv"}), 4, {"bad.csv", "from", "9"});
  tables.write("bad.csv", "from,to,minutes\n1,1,1\n2,2,2\n1,1,3\n");
  check_failure_names(tables.run({"--times", "bad.csv"}), 4, {"bad.csv", "3"});
  tables.write("bad.csv", "from,to,minutes\n1,1,-1\n");
  check_failure_names(tables.run({"--times", "bad.csv"}), 4, {"bad.csv", "minutes", "-1"});
  tables.write("bad.csv", "from,to,minutes\n1,1,NaN\n");
  check_failure_names(tables.run({"--times", "bad.csv"}), 4, {"bad.csv", "minutes", "NaN"});
  tables.write("bad.csv", "from,to,minutes\n");
  check_failure_names(tables.run({"--times", "bad.csv"}), 4, {"bad.csv"});
  tables.write("bad.csv", "from,to,minutes\n1,1,0\n");
  check_failure_names(tables.run({"--times", "bad.csv", "--decay", "gravity:-1"}), 4, {"bad.csv", "1 → 1"});
  tables.write("bad.csv", "id,population\n1,2\n1,3\n");
  check_failure_names(tables.run({"--demand", "bad.csv"}), 4, {"bad.csv", "id", "2"});
  tables.write("bad.csv", "id,people\n1,2\n");
  check_failure_names(tables.run({"--demand", "bad.csv"}), 4, {"bad.csv", "population", "people"});
  tables.write("bad.csv", "");
  check_failure_names(tables.run({"--demand", "bad.csv"}), 4, {"bad.csv"});
  check_failure_names(tables.run({"--consumption", "old=2"}), 4, {"demand.csv", "old"});
  check_failure_names(tables.run({"-o", "absent/a.csv"}), 6, {"absent"});
}

TEST_CASE("access of a territory tells each commune, and the whole") {
  const ProgramResult table = run_ancrage({"access", ales});
  REQUIRE(table.exit_code == 0);
  for (const char* word : {"La Grand-Combe", "Gini", "estimé,", "31/12/2019"}) {
    CHECK_THAT(table.output, Catch::Contains(word));
  }
  const auto found = nlohmann::json::parse(run_ancrage({"access", ales, "--format", "json"}).output);
  REQUIRE(found["communes"].size() == 71);
  double people = 0.0;
  double under = 0.0;
  for (const auto& commune : found["communes"]) {
    people += commune["population"].get<double>();
    under += commune["people_under"][0].get<double>();
  }
  CHECK(people == Approx(found["summary"]["population"].get<double>()));
  CHECK(under == Approx(found["thresholds"][0]["people_under"].get<double>()));
}

TEST_CASE("a commune's access is the mean of its cells by people") {
  const TemporaryDirectory folder;
  const std::string communes = folder.path("communes.csv");
  const std::string cells = folder.path("cells.csv");
  REQUIRE(run_ancrage({"access", ales, "-o", communes}).exit_code == 0);
  REQUIRE(run_ancrage({"access", ales, "--by", "cell", "-o", cells}).exit_code == 0);
  const ancrage::io::FeatureTable by_commune = ancrage::io::read_features(communes);
  const ancrage::io::FeatureTable by_cell = ancrage::io::read_features(cells);
  CHECK(by_commune.columns()[0].name == "id");
  CHECK(by_commune.columns()[1].name == "accessibility");
  std::map<std::string, std::pair<double, double>> sums;
  for (std::size_t i = 0; i < by_cell.size(); ++i) {
    const double people = by_cell.quantities("population")[i].value();
    auto& [weighted, all] = sums[by_cell.texts("commune")[i]];
    weighted += people * by_cell.quantities("accessibility")[i].value();
    all += people;
  }
  REQUIRE(sums.size() == by_commune.size());
  for (std::size_t i = 0; i < by_commune.size(); ++i) {
    const auto& [weighted, all] = sums.at(by_commune.texts("id")[i]);
    CHECK(by_commune.quantities("accessibility")[i].value() == Approx(weighted / all));
  }
}

TEST_CASE("access of a territory takes every method, and refuses what it cannot use") {
  for (const std::string method : {"2sfca", "e2sfca", "3sfca", "gravity", "gaussian"}) {
    CHECK(run_ancrage({"access", ales, "--method", method, "--format", "csv"}).exit_code == 0);
  }
  check_failure(run_ancrage({"access", ales, "--supply", "s.csv"}), 2, "--supply");
  check_failure(run_ancrage({"access", ales, "--consumption", "young=1"}), 2, "age_80_plus");
  check_failure(run_ancrage({"access", ales, "--times", "nowhere.csv"}), 3, "nowhere.csv");
  check_failure(run_ancrage({"access", ales, "--format", "gpkg"}), 2, "-o");
}

TEST_CASE("an age limit takes part of the counts away, as an estimate") {
  const auto all = nlohmann::json::parse(run_ancrage({"access", ales, "--format", "json"}).output);
  const auto limited =
      nlohmann::json::parse(run_ancrage({"access", ales, "--age-limit", "65", "--format", "json"}).output);
  // Half of those of 60 and over, spread evenly up to 70.
  CHECK(limited["summary"]["gps"].get<double>() < all["summary"]["gps"].get<double>());
  CHECK(limited["summary"]["gps"].get<double>() > 0.7 * all["summary"]["gps"].get<double>());
  CHECK_THAT(run_ancrage({"access", ales, "--age-limit", "65"}).output, Catch::Contains("65 ans"));
}
