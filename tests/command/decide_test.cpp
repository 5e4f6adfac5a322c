// SPDX-License-Identifier: Apache-2.0
// `ancrage decide`: published tables through the program, and wrong input.
#include "ancrage/io/writer.hpp"
#include "command/ancrage_program.hpp"
#include "support/temporary_directory.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <map>

using namespace ancrage::test;
using nlohmann::json;

namespace {

ProgramResult decide(const std::string& table, std::vector<std::string> more) {
  const TemporaryDirectory folder;
  ancrage::io::write_text(folder.path("table.csv"), table);
  more.insert(more.begin(), {"decide", "--table", "table.csv"});
  return run_ancrage(more, {.directory = folder.path()});
}

std::map<std::string, double> scores_of(const ProgramResult& result) {
  CAPTURE(result.errors);
  REQUIRE(result.exit_code == 0);
  const json document = json::parse(result.output);
  std::map<std::string, double> scores;
  for (const json& row : document["alternatives"]) scores[row["id"]] = row["score"];
  return scores;
}

void check_scores(const ProgramResult& result, const std::map<std::string, double>& expected, double margin) {
  const auto scores = scores_of(result);
  REQUIRE(scores.size() == expected.size());
  for (const auto& [id, score] : expected) CHECK(scores.at(id) == Approx(score).margin(margin));
}

const std::string tzeng = "id,a,b,c\nA1,5,8,4\nA2,7,6,8\nA3,8,8,6\nA4,7,4,6\n";
const std::string cars =
    "car,price,consumption,noise,power,trunk\nB1,15000,4.3,99,42,737\nB2,15290,5.0,116,42,892\n"
    "B3,15350,5.0,114,45,952\nB4,15490,5.3,123,45,1120\n";

}  // namespace

TEST_CASE("the published TOPSIS table comes out of the program") {
  const auto result = decide(tzeng, {"--method", "topsis", "--weights", "a=.3,b=.4,c=.3", "--format", "json"});
  check_scores(result, {{"A1", .5037}, {"A2", .6581}, {"A3", .7482}, {"A4", .3340}}, 5e-5);
  const json document = json::parse(result.output);
  CHECK(document["method"] == "topsis");
  CHECK(document["normalisation"] == "vector");
  CHECK(document["alternatives"][0] ==
        json({{"id", "A3"}, {"score", document["alternatives"][0]["score"]}, {"rank", 1}}));
}

TEST_CASE("the published PROMETHEE II table comes out of the program, one preference for all or one for each") {
  const std::string table = "id,a,b,c,d\nA1,8,7,2,1\nA2,5,3,7,5\nA3,7,5,6,4\nA4,9,9,7,3\nA5,11,10,3,7\nA6,6,9,5,4\n";
  for (const std::string preference : {"linear:1:2", "a=linear:1:2,b=linear:1:2,c=linear:1:2,d=linear:1:2"}) {
    check_scores(decide(table, {"--method", "promethee2", "--weights", "a=40,b=30,c=10,d=20", "--preference",
                                preference, "--format", "json"}),
                 {{"A1", -.26}, {"A2", -.52}, {"A3", -.22}, {"A4", .36}, {"A5", .70}, {"A6", -.06}}, 1e-12);
  }
}

TEST_CASE("the published SPOTIS table comes out of the program") {
  const std::vector<std::string> options{
      "--method",   "spotis",
      "--weights",  "price=.2941,consumption=.2353,noise=.2353,power=.0588,trunk=.1765",
      "--minimise", "price,consumption,noise",
      "--bounds",   "price=14000:16000,consumption=3:8,noise=80:140,power=35:60,trunk=650:1300"};
  auto as_json = options;
  as_json.insert(as_json.end(), {"--format", "json"});
  const auto result = decide(cars, as_json);
  check_scores(result, {{"B1", .4779}, {"B2", .5781}, {"B3", .5558}, {"B4", .5801}}, 1e-4);
  CHECK(json::parse(result.output)["smaller_is_better"] == true);
  auto as_csv = options;
  as_csv.insert(as_csv.end(), {"--format", "csv"});
  CHECK(decide(cars, as_csv).output.starts_with("id,score,rank\r\nB1,0.477"));
}

TEST_CASE("a weighted sum goes through value functions and says on what it rests") {
  const std::string table = "id,minutes,name\na,60,Anduze\nb,75,Alès\nc,,Génolhac\n";
  const auto result =
      decide(table, {"--weights", "minutes=1", "--value", "minutes=50:1,75:.8,90:.5,100:0", "--format", "json"});
  CHECK(result.exit_code == 0);
  CHECK(result.errors.find("name") != std::string::npos);  // left out, and said so
  const json document = json::parse(result.output);
  CHECK(document["alternatives"][0]["score"].get<double>() == Approx(92.0));
  CHECK(document["alternatives"][1]["score"].get<double>() == Approx(80.0));
  CHECK(document["alternatives"][2] == json::parse(R"({"id": "c", "score": null, "rank": null})"));
}

TEST_CASE("without weights all criteria weigh alike") {
  const auto result = decide("id,a,b\nx,0,10\ny,10,6\n", {"--format", "csv"});
  CHECK(result.output == "id,score,rank,weight_share\r\nx,50,1,1\r\ny,50,2,1\r\n");
}

TEST_CASE("decide speaks to people in their language") {
  const auto french = decide(tzeng, {"--method", "topsis"});
  CHECK(french.output.find("Proximité") != std::string::npos);
  const auto english = decide(tzeng, {"--method", "topsis", "--lang", "en"});
  CHECK(english.output.find("TOPSIS: 4 alternatives, 3 criteria") != std::string::npos);
}

TEST_CASE("decide names the option, the file, the column and the row that are wrong") {
  check_failure(decide(tzeng, {"--weights", "a=1,bb=2"}), 2, "bb");
  check_failure(decide(tzeng, {"--weights", "a=0,b=0"}), 4, "poids");
  check_failure(decide(tzeng, {"--weights", "a=-1,b=2"}), 4, "poids");
  check_failure(decide(tzeng, {"--weights", "a=one"}), 2, "a=one");
  check_failure(decide(tzeng, {"--weights", "a=1,a=2"}), 2, "deux poids");
  check_failure(decide(tzeng, {"--minimise", "z"}), 2, "--minimise");
  check_failure(decide(tzeng, {"--bounds", "a=0:10"}), 2, "--bounds");
  check_failure(decide(tzeng, {"--bounds", "a=10:0,b=0:1,c=0:1"}), 4, "a");
  check_failure(decide(tzeng, {"--normalise", "bounds"}), 4, "bornes");
  check_failure(decide(tzeng, {"--method", "electre"}), 2, "spotis");
  check_failure(decide(tzeng, {"--method", "spotis"}), 4, "SPOTIS");
  check_failure(decide(tzeng, {"--preference", "linear:1:2"}), 2, "--preference");
  check_failure(decide(tzeng, {"--method", "promethee2", "--preference", "a=linear:2"}), 2, "a=linear:2");
  check_failure(decide(tzeng, {"--value", "a=0:0,10:2"}), 2, "a=0:0,10:2");
  check_failure(decide("id,a\nx,1\nx,2\n", {}), 4, "table.csv, id");
  check_failure(decide("id,a\nx,1\ny,two\n", {}), 4, "table.csv, a");
  check_failure(decide("id,a,a\nx,1,2\n", {}), 4, "table.csv, a");
  check_failure(decide("id\nx\n", {}), 4, "table.csv");
  check_failure(decide("id,a\n", {}), 4, "table.csv");
  check_failure(decide("id,a,b\nx,1,\ny,2,\n", {}), 4, "table.csv, b");
  check_failure(decide("id,a,b\nx,1,3\ny,2,\n", {"--method", "topsis"}), 4, "y, b");
  check_failure(run_ancrage({"decide", "--table", "nowhere.csv"}), 3, "nowhere.csv");
}
