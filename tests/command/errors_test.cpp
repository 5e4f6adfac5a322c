// SPDX-License-Identifier: Apache-2.0
// Wrong input: one line on standard error, nothing on standard output, the documented exit code, nothing lost.
#include "ancrage/io/writer.hpp"
#include "command/ancrage_program.hpp"
#include "support/temporary_directory.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>

using namespace ancrage::test;

TEST_CASE("wrong use exits with 2") {
  check_failure(run_ancrage({}), 2, "ancrage");
  check_failure(run_ancrage({"rank"}), 2, "territory");
  check_failure(run_ancrage({"rank", ales, "--colour"}), 2, "--colour");
  check_failure(run_ancrage({"rank", ales, "--format", "xls"}), 2, "xls");
  check_failure(run_ancrage({"rank", ales, "--format", "gpkg"}), 2, "-o");
  check_failure(run_ancrage({"rank", ales, "--weights", "accessibility"}), 2, "accessibility");
  check_failure(run_ancrage({"rank", ales, "--weights", "accessibilty=3"}), 2, "accessibility");
  check_failure(run_ancrage({"--lang", "de", "rank", ales}), 2, "de");
}

TEST_CASE("input that cannot be read exits with 3") {
  const TemporaryDirectory folder;
  check_failure(run_ancrage({"rank", folder.path("nulle part")}), 3, "nulle part");
  check_failure(run_ancrage({"check", folder.path()}), 3, "territory.toml");
  check_failure(run_ancrage({"overlay", folder.path("a.gpkg"), folder.path("b.gpkg")}), 3, "a.gpkg");
  check_failure(run_ancrage({"overlay", "https://example.org/a.gpkg", "b.gpkg"}), 3, "https://example.org/a.gpkg");
}

TEST_CASE("wrong input exits with 4") {
  check_failure(run_ancrage({"explain", ales, "Atlantide"}), 4, "Atlantide");
  check_failure(run_ancrage({"rank", ales, "--weights", "accessibility=-1"}), 4, "0");
  const TemporaryDirectory folder;
  ancrage::io::write_text(folder.path("territory.toml"), "[territory]\nname = \"x\"\n");
  check_failure(run_ancrage({"check", folder.path()}), 4, "communes");
}

TEST_CASE("output that cannot be written exits with 6 and leaves nothing behind") {
  const TemporaryDirectory folder;
  check_failure(run_ancrage({"rank", ales, "-o", folder.path("absent/a.csv"), "--format", "csv"}), 6, "absent");
  CHECK(std::filesystem::is_empty(folder.path()));
  const auto full = run_ancrage({"rank", ales}, {.output_file = "/dev/full"});
  CHECK(full.exit_code == 6);
}

TEST_CASE("an output that exists is replaced only by a whole one") {
  const TemporaryDirectory folder;
  const std::string file = folder.path("ranking.csv");
  ancrage::io::write_text(file, "mine\n");
  CHECK(run_ancrage({"explain", ales, "Atlantide", "-o", file}).exit_code == 4);
  CHECK(read_file(file) == "mine\n");
  CHECK(run_ancrage({"rank", ales, "--format", "csv", "-o", file}).exit_code == 0);
  CHECK_THAT(read_file(file), Catch::StartsWith("id,name,"));
}

TEST_CASE("help and version go to standard output") {
  const auto help = run_ancrage({"--help"});
  CHECK(help.exit_code == 0);
  CHECK_THAT(help.output, Catch::Contains("rank") && Catch::Contains("explain"));
  CHECK(run_ancrage({"rank", "--help"}).exit_code == 0);
  CHECK_THAT(run_ancrage({"--version"}).output, Catch::StartsWith("ancrage "));
}
