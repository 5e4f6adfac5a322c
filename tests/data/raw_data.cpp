// SPDX-License-Identifier: Apache-2.0
#include "data/raw_data.hpp"

#include "support/source_tree.hpp"

#include <cstdlib>
#include <filesystem>
#include <stdexcept>

namespace ancrage::test {

std::string raw_data_directory() {
  namespace fs = std::filesystem;
  const char* named = std::getenv("ANCRAGE_SHARED");
  const fs::path shared = named != nullptr && *named != '\0' ? fs::path(named) : fs::path(in_source_tree("../shared"));
  const fs::path directory = (shared / "geodata").lexically_normal();
  if (fs::is_directory(directory)) return directory.string();
  throw std::runtime_error("skipped: the raw open data is not at " + directory.string() +
                           "; set ANCRAGE_SHARED to the folder that holds geodata/");
}

}  // namespace ancrage::test
