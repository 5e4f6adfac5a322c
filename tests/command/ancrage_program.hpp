// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/program.hpp"

#include <string>
#include <vector>

namespace ancrage::test {

inline const std::string ales = ANCRAGE_SOURCE_DIR "/geodata/ales";

inline ProgramResult run_ancrage(std::vector<std::string> arguments, const ProgramOptions& options = {}) {
  arguments.insert(arguments.begin(), ANCRAGE_PROGRAM);
  return run_program(arguments, options);
}

}  // namespace ancrage::test
