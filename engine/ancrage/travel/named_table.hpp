// SPDX-License-Identifier: Apache-2.0
// Plain CSV tables that name places: read strictly, numbers given to names in the order in which they occur.
#pragma once

#include "ancrage/io/feature_table.hpp"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ancrage::travel {

// The columns of a comma-separated file with a header as text columns; blanks around cells are dropped. Throws
// unreadable_input; wrong_input when a row has too few or too many cells, when a wanted column is missing, or when a
// cell of a wanted column that is no number column ("minutes", "x", "y", "lon", "lat") is empty.
io::FeatureTable read_named_table(const std::string& path, std::initializer_list<std::string_view> wanted);

class NameIndex {
 public:
  // The number of the name, which is added to `names` when it is new.
  std::uint32_t number(const std::string& name, std::vector<std::string>& names);
  std::optional<std::uint32_t> find(const std::string& name) const;

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

}  // namespace ancrage::travel
