// SPDX-License-Identifier: Apache-2.0
// A thing on the map that can be pointed at: the index of a commune, site or health pole of the territory.
#pragma once

#include <cstddef>

namespace ancrage::viewer {

struct Feature {
  enum class Kind { none, commune, site, pole };
  Kind kind = Kind::none;
  std::size_t index = 0;

  explicit operator bool() const { return kind != Kind::none; }
  bool operator==(const Feature&) const = default;
};

}  // namespace ancrage::viewer
