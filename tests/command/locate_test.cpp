// SPDX-License-Identifier: Apache-2.0
// `ancrage locate` on plain tables.
#include "command/ancrage_program.hpp"
#include "support/temporary_directory.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace ancrage::test;
using nlohmann::json;

namespace {

// Four places on a line, at 0, 10, 20 and 40, with people at each.
class Line {
 public:
  Line() {
    folder_.write("demand.csv", "id,population\nw,10\nx,1\ny,10\nz,5\n");
    std::string costs = "from,to,cost\n";
    const std::string names = "wxyz";
    const int at[] = {0, 10, 20, 40};
    for (int i = 0; i < 4; ++i) {
      for (int j = 0; j < 4; ++j) {
        costs += std::string(1, names[static_cast<std::size_t>(i)]) + "," + names[static_cast<std::size_t>(j)] + "," +
                 std::to_string(std::abs(at[i] - at[j])) + "\n";
      }
    }
    folder_.write("costs.csv", costs);
  }

  ProgramResult run(std::vector<std::string> options) const {
    options.insert(options.begin(), {"locate", "--costs", "costs.csv", "--demand", "demand.csv"});
    return run_ancrage(options, {.directory = folder_.path()});
  }
  json answer(std::vector<std::string> options) const {
    options.insert(options.end(), {"--format", "json"});
    const ProgramResult result = run(options);
    CAPTURE(result.errors);
    REQUIRE(result.exit_code == 0);
    return json::parse(result.output);
  }
  const TemporaryDirectory& folder() const { return folder_; }

 private:
  TemporaryDirectory folder_;
};

}  // namespace

TEST_CASE("locate answers every model in the agreed JSON", "[locate]") {
  const Line line;
  const json median = line.answer({"--model", "p-median", "-p", "2"});
  CHECK(median["model"] == "p-median");
  CHECK(median["p"] == 2);
  CHECK(median["objective"] == 110.0);  // w and y: 10 for x, 100 for z
  CHECK(median["status"] == "optimal");
  CHECK(median["gap"] == 0.0);
  CHECK(median["open"] == json({"w", "y"}));
  CHECK(median["covered"] == 26.0);
  CHECK(median["assignment"] == json({{"w", "w"}, {"x", "w"}, {"y", "y"}, {"z", "y"}}));

  const json covering = line.answer({"--model", "mclp", "-p", "1", "--radius", "10"});
  CHECK(covering["objective"] == 21.0);
  CHECK(covering["open"] == json({"x"}));
  CHECK(covering["assignment"]["z"] == nullptr);

  CHECK(line.answer({"--model", "p-center", "-p", "2"})["objective"] == 10.0);
  const json cover = line.answer({"--model", "lscp", "--radius", "10"});
  CHECK(cover["objective"] == 2.0);
  CHECK(cover["p"] == 2);
}

TEST_CASE("locate keeps fixed places open and other candidates closed", "[locate]") {
  const Line line;
  CHECK(line.answer({"--model", "p-median", "-p", "2", "--fixed", "z"})["open"] == json({"x", "z"}));
  CHECK(line.answer({"--model", "p-median", "-p", "1", "--candidates", "w,z"})["open"] == json({"w"}));
}

TEST_CASE("locate prints a table and a CSV of who goes where", "[locate]") {
  const Line line;
  const ProgramResult table = line.run({"--lang", "en", "--model", "p-median", "-p", "2"});
  CHECK_THAT(table.output, Catch::Contains("Proven optimum") && Catch::Contains("110.00"));
  const ProgramResult csv = line.run({"--model", "p-median", "-p", "2", "-o", "out.csv"});
  CHECK(csv.exit_code == 0);
  CHECK(line.folder().read("out.csv") ==
        "id,population,place,cost\r\nw,10,w,0\r\nx,1,w,10\r\ny,10,y,0\r\nz,5,y,20\r\n");
}

TEST_CASE("locate says what is wrong with its options and tables", "[locate]") {
  const Line line;
  check_failure(line.run({"-p", "2"}), 2, "--model");
  check_failure(line.run({"--model", "p-median"}), 2, "-p");
  check_failure(line.run({"--model", "mclp", "-p", "2"}), 2, "--radius");
  check_failure(line.run({"--model", "p-median", "-p", "0"}), 2, "-p");
  check_failure(line.run({"--model", "p-median", "-p", "9"}), 5, "4");
  check_failure(line.run({"--model", "lscp", "--radius", "10", "-p", "1"}), 5, "2");
  check_failure(line.run({"--model", "p-median", "-p", "1", "--fixed", "w,z"}), 5, "--fixed");
  check_failure(line.run({"--model", "p-median", "-p", "1", "--fixed", "q"}), 4, "--fixed");
  check_failure(line.run({"--model", "lscp", "--radius", "10", "--candidates", "w,x"}), 5, "(z)");
  check_failure(run_ancrage({"locate", "--costs", "c.csv", "--model", "lscp"}), 2, "--demand");
}

TEST_CASE("locate places doctors in a territory, each number with its own best plan", "[locate]") {
  const ProgramResult result = run_ancrage({"locate", ales, "--doctors", "4", "--time-limit", "8", "--format", "json"});
  REQUIRE(result.exit_code == 0);
  const json plan = json::parse(result.output);
  CHECK(plan["doctors"] == 4);
  CHECK(plan["people_losing"] == 0.0);
  CHECK(plan["order"].size() == 4);
  REQUIRE(plan["frontier"].size() == 4);
  double last = 0.0;
  for (const json& step : plan["frontier"]) {
    CHECK(step["lifted"] == step["objective"]);
    CHECK(step["objective"] >= last);
    CHECK(step["objective"] >= step["greedy"]["lifted"]);
    CHECK(step["bound"] >= step["objective"]);
    last = step["objective"];
  }
  // What the plan promises, the what-if finds too.
  std::vector<std::string> scenario{"whatif", ales, "--format", "json"};
  for (const json& site : plan["plan"]) {
    for (int k = 0; k < site["practitioners"]; ++k) scenario.insert(scenario.end(), {"--add", site["site"]});
  }
  const json effect = json::parse(run_ancrage(scenario).output);
  CHECK(effect["thresholds"][0]["groups"][0]["lifted"].get<double>() == Approx(last));
}

TEST_CASE("locate shortens the mean time and draws its sites", "[locate]") {
  const ProgramResult table =
      run_ancrage({"--lang", "en", "locate", ales, "--doctors", "2", "--objective", "mean-time"});
  CHECK(table.exit_code == 0);
  CHECK_THAT(table.output, Catch::Contains("optimum") && Catch::Contains("Mean time to the nearest practitioner"));
  const ProgramResult map = run_ancrage({"locate", ales, "--doctors", "2", "--objective", "mean-time", "--fixed",
                                         "La Grand-Combe", "--format", "geojson"});
  REQUIRE(map.exit_code == 0);
  const json features = json::parse(map.output)["features"];
  CHECK(features.size() == 2);
  CHECK_THAT(map.output, Catch::Contains("30132"));
}

TEST_CASE("locate says what is wrong with the plan asked for", "[locate]") {
  check_failure(run_ancrage({"locate", ales, "--doctors", "2", "-p", "3"}), 2, "-p");
  check_failure(run_ancrage({"locate", ales, "--doctors", "0"}), 2, "--doctors");
  check_failure(run_ancrage({"locate", ales, "--doctors", "2", "--fixed", "Nîmes"}), 4, "--fixed");
  check_failure(run_ancrage({"locate", ales, "--doctors", "1", "--fixed", "30132,30130"}), 5, "--fixed");
}
