// SPDX-License-Identifier: Apache-2.0
// Runs a program as a user would and keeps what it said.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace ancrage::test {

struct ProgramResult {
  int exit_code = -1;  // 128 + signal when a signal ended it
  std::string output;
  std::string errors;
  double peak_memory_mib = 0.0;  // resident
};

struct ProgramOptions {
  std::string directory{};                                       // to run in; empty: here
  std::vector<std::pair<std::string, std::string>> variables{};  // added to the environment
  std::string output_file{};                                     // where standard output goes, for example /dev/full
};

ProgramResult run_program(const std::vector<std::string>& command, const ProgramOptions& options = {});

std::string read_file(const std::string& path);

}  // namespace ancrage::test
