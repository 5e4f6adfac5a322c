// SPDX-License-Identifier: Apache-2.0
#include "viewer/programs.hpp"

namespace ancrage::test {

std::string viewer_program() { return ANCRAGE_VIEWER; }
std::string engine_program() { return ANCRAGE_PROGRAM; }

}  // namespace ancrage::test
