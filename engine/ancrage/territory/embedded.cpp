// SPDX-License-Identifier: Apache-2.0
#include "ancrage/territory/embedded.hpp"

#include "ancrage/base/error.hpp"

#include <filesystem>
#include <system_error>

namespace ancrage::territory {

std::string embedded_territory_directory() {
  namespace fs = std::filesystem;
  std::error_code failed;
  const fs::path program = fs::read_symlink("/proc/self/exe", failed);
  const auto holds_territory = [&](const fs::path& directory) {
    return fs::is_regular_file(directory / "territory.toml", failed);
  };
  const fs::path installed = program.parent_path().parent_path() / "share/ancrage/geodata/ales";
  if (holds_territory(installed)) return installed.string();
  for (fs::path above = program.parent_path(); above.has_relative_path(); above = above.parent_path()) {
    const fs::path in_sources = above / "geodata/ales";
    if (holds_territory(in_sources)) return in_sources.string();
  }
  throw Error(ErrorCode::unreadable_input, message("The embedded territory was not found"), installed.string(),
              message("name a territory directory"));
}

std::string embedded_file(std::string_view name) {
  return (std::filesystem::path(embedded_territory_directory()).parent_path() / name).string();
}

}  // namespace ancrage::territory
