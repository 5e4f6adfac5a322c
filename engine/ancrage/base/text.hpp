// SPDX-License-Identifier: Apache-2.0
// Text as people search and compare it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ancrage {

// Key for searching: lower case, without accents, ligatures opened (œ -> oe), punctuation and hyphens as single spaces,
// the words "st", "ste", "sts" written out as saint, sainte, saints: "Saint-Jean-du-Gard" and "st jean du gard" agree.
// ICU transliteration (NFD, Latin-ASCII, Lower). Thread-safe. Malformed UTF-8 becomes U+FFFD first.
std::string search_key(std::string_view utf8);

// Number of columns a text takes on a terminal or in a table (code points less combining marks).
std::size_t display_width(std::string_view utf8);

// The entries nearest to `wanted` by edit distance of their search keys, best first, at most `most`.
std::vector<std::string> nearest_texts(std::string_view wanted, const std::vector<std::string>& entries,
                                       std::size_t most = 3);

}  // namespace ancrage
