// SPDX-License-Identifier: Apache-2.0
// Sources as numbered notes: each that a page rests on has one number, said beside the value and below the page.
#pragma once

#include "ancrage/base/language.hpp"
#include "ancrage/territory/territory.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ancrage::report::paper {

class SourceNotes {
 public:
  // Keeps a reference.
  explicit SourceNotes(const territory::Territory& territory) : territory_(territory) {}
  // "1, 3": the numbers of the sources that a provenance (Territory::provenance) names, new ones where needed.
  std::string marks(std::string_view provenance);
  // "1 CartoSanté …, data set, 31/12/2019 · 3 …".
  std::string text() const;

 private:
  const territory::Territory& territory_;
  std::vector<std::size_t> used_;  // rows of its sources, by number
};

}  // namespace ancrage::report::paper
