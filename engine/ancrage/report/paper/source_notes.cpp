// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/paper/source_notes.hpp"

#include <algorithm>

namespace ancrage::report::paper {

std::string SourceNotes::marks(std::string_view provenance) {
  std::vector<std::size_t> numbers;
  for (std::size_t s = 0; s < territory_.sources.size(); ++s) {
    const auto& source = territory_.sources[s];
    std::string whole = source.producer + ", " + source.dataset;
    if (!source.vintage.empty()) whole += ", " + source.vintage;
    if (provenance.find(whole) == std::string_view::npos) continue;
    auto found = std::find(used_.begin(), used_.end(), s);
    if (found == used_.end()) found = used_.insert(used_.end(), s);
    numbers.push_back(static_cast<std::size_t>(found - used_.begin()) + 1);
  }
  std::sort(numbers.begin(), numbers.end());
  std::string result;
  for (const std::size_t number : numbers) result += (result.empty() ? "" : ", ") + std::to_string(number);
  return result;
}

std::string SourceNotes::text() const {
  std::string result;
  for (std::size_t i = 0; i < used_.size(); ++i) {
    const auto& source = territory_.sources[used_[i]];
    // The number stays with its source when lines break.
    result +=
        (result.empty() ? "" : "  ·  ") + std::to_string(i + 1) + "\u00A0" + source.producer + ", " + source.dataset;
    if (!source.vintage.empty()) result += ", " + source.vintage;
  }
  return result;
}

}  // namespace ancrage::report::paper
