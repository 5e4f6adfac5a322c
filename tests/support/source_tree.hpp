// SPDX-License-Identifier: Apache-2.0
// Where the checkout lies. Known to one object only, so that the others are the same in every checkout and a compiler
// cache finds them again.
#pragma once

#include <string>

namespace ancrage::test {

// "geodata/ales" -> its absolute path.
std::string in_source_tree(const std::string& path);

}  // namespace ancrage::test
