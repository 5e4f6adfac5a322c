// SPDX-License-Identifier: Apache-2.0
// The `ancrage-viewer` program: options to objects, faults to one line and an exit code.
#pragma once

namespace ancrage::viewer {

// Exit codes are those of base/error.hpp.
int run_application(int argc, char** argv);

}  // namespace ancrage::viewer
