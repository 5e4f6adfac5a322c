// SPDX-License-Identifier: Apache-2.0
// Every output of a territory says what its minutes are, and from which network.
#include "command/ancrage_program.hpp"
#include "support/temporary_directory.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace ancrage::test;

namespace {

void check_words(const std::string& text) {
  CHECK_THAT(text, Catch::Contains("Temps voiture estimé, circulation fluide (routes"));
  CHECK_THAT(text, Catch::Contains("Travel Mapping"));
}

// Of all that a command writes: the result, or beside a table without words standard error.
void check_told(const std::vector<std::string>& arguments) {
  CAPTURE(arguments);
  const auto result = run_ancrage(arguments);
  REQUIRE(result.exit_code == 0);
  check_words(result.output + result.errors);
}

}  // namespace

TEST_CASE("rankings, explanations and comparisons say what the minutes are, in every format") {
  for (const char* format : {"table", "csv", "json", "geojson"}) {
    check_told({"rank", ales, "--format", format});
  }
  check_told({"rank", ales, "--method", "topsis"});
  for (const char* format : {"table", "json"}) check_told({"explain", ales, "30132", "--format", format});
  for (const char* format : {"table", "csv", "json"})
    check_told({"compare", ales, "30132", "30007", "--format", format});
  for (const char* format : {"text", "json"}) {
    check_told({"describe", ales, "--format", format});
    check_told({"describe", ales, "30132", "--format", format});
  }
}

TEST_CASE("what depends on weights or facts says what the minutes are, in every format") {
  for (const char* format : {"table", "csv", "json"}) {
    check_told({"robust", ales, "--samples", "100", "--format", format});
    check_told({"robust", ales, "--facts", "--format", format});
  }
}

TEST_CASE("access, what-if and isochrones say what the minutes are, in every format") {
  for (const char* format : {"table", "csv", "json", "geojson"}) {
    check_told({"access", ales, "--format", format});
    check_told({"whatif", ales, "--add", "30132", "--format", format});
    check_told({"whatif", ales, "--year", "2030", "--format", format});
  }
  check_told({"isochrone", ales, "30132", "--format", "geojson"});
  check_told({"times", ales});
}

TEST_CASE("matchings and plans say what the minutes are, in every format") {
  const std::string applicants = in_source_tree("geodata/ales/candidats.csv");
  for (const char* format : {"table", "csv", "json"}) {
    check_told({"match", ales, "--applicants", applicants, "--open", "20", "--format", format});
    check_told({"locate", ales, "--doctors", "1", "--format", format});
  }
  check_told({"locate", ales, "--doctors", "1", "--format", "geojson"});
}

TEST_CASE("maps and sheets say on the paper what the minutes are") {
  const TemporaryDirectory folder;
  for (const std::vector<std::string>& command :
       {std::vector<std::string>{"map", ales}, {"map", ales, "--site", "30132"}, {"sheet", ales, "30132", "30007"}}) {
    CAPTURE(command);
    std::vector<std::string> arguments = command;
    arguments.insert(arguments.end(), {"-o", folder.path("paper.pdf")});
    REQUIRE(run_ancrage(arguments).exit_code == 0);
    const auto pages = run_program({"pdftotext", "-raw", folder.path("paper.pdf"), "-"});
    REQUIRE(pages.exit_code == 0);
    std::size_t begin = 0;
    for (std::size_t end; (end = pages.output.find('\f', begin)) != std::string::npos; begin = end + 1) {
      check_words(pages.output.substr(begin, end - begin));
    }
    CHECK(begin > 0);
  }
}
