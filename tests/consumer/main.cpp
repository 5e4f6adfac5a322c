// SPDX-License-Identifier: Apache-2.0
#include <ancrage/assessment/assessment.hpp>
#include <ancrage/base/language.hpp>
#include <ancrage/base/text.hpp>
#include <ancrage/io/reader.hpp>

#include <iostream>

int main() {
  std::cout << ancrage::search_key("St-Jean-du-Gard") << '\n' << ancrage::Language("fr").number(1234.5, 1) << '\n';
  // Reaches GDAL and the assessment through the library: the link line must bring them.
  ancrage::territory::Territory empty;
  try {
    ancrage::assessment::find_site(empty, "Alès");
    return 1;
  } catch (const ancrage::Error& error) {
    if (error.code() != ancrage::ErrorCode::wrong_input) return 1;
  }
  std::cout << ancrage::assessment::score_count << '\n';
}
