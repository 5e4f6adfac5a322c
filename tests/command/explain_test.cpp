// SPDX-License-Identifier: Apache-2.0
#include "command/ancrage_program.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <cmath>

using namespace ancrage::test;
using nlohmann::json;

TEST_CASE("a site is explained by id and by name without accents alike") {
  const auto by_id = run_ancrage({"explain", ales, "30132"});
  const auto by_name = run_ancrage({"explain", ales, "la grand combe"});
  REQUIRE(by_id.exit_code == 0);
  CHECK(by_id.output == by_name.output);
  CHECK_THAT(by_id.output, Catch::Contains("La Grand-Combe") && Catch::Contains("ZIP"));
}

TEST_CASE("the differences between two sites add up to the difference of their scores") {
  const json explained =
      json::parse(run_ancrage({"explain", ales, "30132", "--versus", "30007", "--format", "json"}).output);
  for (const char* score : {"need", "attractiveness"}) {
    double sum = 0.0;
    for (const json& criterion : explained["versus"][score]["criteria"]) sum += criterion["difference"].get<double>();
    CHECK(sum == Approx(explained["versus"][score]["difference"].get<double>()).margin(1e-9));
  }
  CHECK(explained["versus"]["site"] == "30132");
  CHECK(explained["versus"]["other"] == "30007");
}

TEST_CASE("two to four sites are compared, no fewer, no more, no one twice") {
  const auto compared = run_ancrage({"compare", ales, "30132", "genolhac", "ales"});
  CHECK(compared.exit_code == 0);
  CHECK_THAT(compared.output, Catch::Contains("Génolhac") && Catch::Contains("Alès") && Catch::Contains("★"));
  CHECK(run_ancrage({"compare", ales, "30132"}).exit_code == 2);
  CHECK(run_ancrage({"compare", ales, "30132", "la grand combe"}).exit_code == 2);
  CHECK(run_ancrage({"compare", ales, "30132", "30007", "30010", "30130", "30269"}).exit_code == 2);
}

TEST_CASE("the health report names sources, repairs and what was not matched") {
  const auto text = run_ancrage({"check", ales});
  REQUIRE(text.exit_code == 0);
  const json report = json::parse(run_ancrage({"check", ales, "--format", "json"}).output);
  CHECK(report["usable"] == true);
  bool names_unmatched = false;
  for (const json& diagnostic : report["diagnostics"]) {
    for (const json& name : diagnostic["names"]) {
      names_unmatched |= name.get<std::string>().find("30329") != std::string::npos;
    }
  }
  CHECK(names_unmatched);
  for (const json& layer : report["layers"]) {
    if (layer["layer"] == "sources" || layer["layer"] == "build_report") continue;
    CAPTURE(layer["layer"]);
    CHECK(layer["features"].get<int>() > 0);
    REQUIRE_FALSE(layer["provenance"].empty());
    CHECK_FALSE(layer["provenance"][0]["vintage"].get<std::string>().empty());
    CHECK_FALSE(layer["provenance"][0]["licence"].get<std::string>().empty());
  }
}

TEST_CASE("a site and what it is set against are explained in sentences, French and English") {
  const std::string french = run_ancrage({"explain", ales, "30132", "--versus", "30010"}).output;
  CHECK_THAT(french, Catch::Contains("compte le plus") && Catch::Contains("retient le plus") &&
                         Catch::Contains("devance") && Catch::Contains("En faveur d’Anduze, surtout"));
  const std::string english = run_ancrage({"--lang", "en", "explain", ales, "30132", "--versus", "30010"}).output;
  CHECK_THAT(english, Catch::Contains("counts most") && Catch::Contains("holds it back most") &&
                          Catch::Contains("stands before") && Catch::Contains("would"));
  const std::string compared = run_ancrage({"compare", ales, "30132", "30010"}).output;
  CHECK_THAT(compared, Catch::Contains("La Grand-Combe devance Anduze de "));
}

TEST_CASE("the weight that explain names lets the other site pass when it is given") {
  std::size_t tried = 0;
  for (const std::string other : {"30010", "30007", "30132"}) {
    const json explained =
        json::parse(run_ancrage({"explain", ales, "30130", "--versus", other, "--format", "json"}).output);
    for (const std::string score : {"need", "attractiveness"}) {
      const double before = explained["versus"][score]["difference"];
      for (const json& change : explained["versus"][score]["weight_changes"]) {
        const double from = change["from"];
        const double to = change["to"];
        const double share = to + (to > from ? 1e-5 : -1e-5);
        double others = 0.0;
        for (const json& criterion : explained["sites"][0][score]["criteria"]) {
          if (criterion["id"] != change["id"]) others += criterion["weight"].get<double>();
        }
        if (!(share > 0 && share < 1)) continue;
        ++tried;
        const std::string weight =
            score + "." + change["id"].get<std::string>() + "=" + std::to_string(share / (1 - share) * others);
        const json again = json::parse(
            run_ancrage({"explain", ales, "30130", "--versus", other, "--format", "json", "--weights", weight}).output);
        CAPTURE(other, weight, before);
        CHECK(again["versus"][score]["difference"].get<double>() * before < 0);
      }
    }
  }
  CHECK(tried > 0);
}
