// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/program.hpp"
#include "support/source_tree.hpp"

#include <string>
#include <vector>

namespace ancrage::test {

inline const std::string ales = in_source_tree("geodata/ales");  // the embedded territory

std::string ancrage_program();  // its path

ProgramResult run_ancrage(std::vector<std::string> arguments, const ProgramOptions& options = {});

// Wrong input: the exit code, nothing on standard output, one line on standard error that holds the word.
void check_failure(const ProgramResult& result, int exit_code, const std::string& word);

}  // namespace ancrage::test
