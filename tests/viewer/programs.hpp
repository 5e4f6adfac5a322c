// SPDX-License-Identifier: Apache-2.0
// Where the programs of this build lie.
#pragma once

#include <string>

namespace ancrage::test {

std::string viewer_program();
std::string engine_program();

}  // namespace ancrage::test
