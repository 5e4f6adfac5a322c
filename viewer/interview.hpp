// SPDX-License-Identifier: Apache-2.0
// What has been decided in an interview, apart from how it is looked at: all that undo takes back, that is saved, and
// that the results follow from. A value: copied, compared, written to a file.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace ancrage::viewer {

inline constexpr std::size_t most_compared = 4;

struct Interview {
  std::vector<double> weights;              // one per criterion of the assessment, in its order; any scale per score
  std::vector<std::size_t> compared;        // sites side by side, at most most_compared, in the order of choosing
  std::map<std::string, std::string> notes;  // by site id

  bool operator==(const Interview&) const = default;
};

}  // namespace ancrage::viewer
