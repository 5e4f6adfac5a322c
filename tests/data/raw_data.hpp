// SPDX-License-Identifier: Apache-2.0
// The raw open data that the territory builder reads. It is no part of this repository; where it is not there, the
// tests that need it are reported as skipped.
#pragma once

#include <string>

namespace ancrage::test {

// `geodata` of the folder named by the environment variable ANCRAGE_SHARED, or of `shared` beside the source tree.
// Where there is none it ends the test with a line that ctest takes for "skipped".
std::string raw_data_directory();

}  // namespace ancrage::test
