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
