// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace ancrage::bench {

// Several lines: version and commit, processor and memory, load, compiler and flags, libraries.
std::string machine_description();

// Highest resident memory of this process since the last reset, MiB; 0 where the kernel does not tell.
double peak_memory_mib();
void reset_peak_memory();

}  // namespace ancrage::bench
