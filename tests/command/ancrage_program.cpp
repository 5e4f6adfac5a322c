// SPDX-License-Identifier: Apache-2.0
#include "command/ancrage_program.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

namespace ancrage::test {

std::string ancrage_program() { return ANCRAGE_PROGRAM; }

ProgramResult run_ancrage(std::vector<std::string> arguments, const ProgramOptions& options) {
  arguments.insert(arguments.begin(), ancrage_program());
  return run_program(arguments, options);
}

void check_failure(const ProgramResult& result, int exit_code, const std::string& word) {
  CAPTURE(result.errors);
  CHECK(result.exit_code == exit_code);
  CHECK(result.output.empty());
  CHECK(std::count(result.errors.begin(), result.errors.end(), '\n') == 1);
  CHECK_THAT(result.errors, Catch::StartsWith("ancrage: ") && Catch::Contains(word));
}

}  // namespace ancrage::test
