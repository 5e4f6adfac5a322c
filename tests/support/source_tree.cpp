// SPDX-License-Identifier: Apache-2.0
#include "support/source_tree.hpp"

namespace ancrage::test {

std::string in_source_tree(const std::string& path) { return ANCRAGE_SOURCE_DIR "/" + path; }

}  // namespace ancrage::test
