// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/program.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace ancrage::test {

inline const std::string ales = ANCRAGE_SOURCE_DIR "/geodata/ales";

inline ProgramResult run_ancrage(std::vector<std::string> arguments, const ProgramOptions& options = {}) {
  arguments.insert(arguments.begin(), ANCRAGE_PROGRAM);
  return run_program(arguments, options);
}

// Wrong input: the exit code, nothing on standard output, one line on standard error that holds the word.
inline void check_failure(const ProgramResult& result, int exit_code, const std::string& word) {
  CAPTURE(result.errors);
  CHECK(result.exit_code == exit_code);
  CHECK(result.output.empty());
  CHECK(std::count(result.errors.begin(), result.errors.end(), '\n') == 1);
  CHECK_THAT(result.errors, Catch::StartsWith("ancrage: ") && Catch::Contains(word));
}

}  // namespace ancrage::test
