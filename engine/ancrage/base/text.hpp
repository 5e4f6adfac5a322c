// SPDX-License-Identifier: Apache-2.0
// Text as people search and compare it. Everything here is thread-safe; malformed UTF-8 counts as U+FFFD.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ancrage {

// Key for searching: lower case, without accents, ligatures opened (œ -> oe), whatever is neither letter nor digit as
// single spaces, the words "st", "ste", "sts", "stes" written out as saint, sainte, saints, saintes:
// "Saint-Jean-du-Gard" and "st jean du gard" agree. ICU transliteration (NFD, Latin-ASCII, Lower); a thread's first
// text with accents costs some milliseconds, the others microseconds.
std::string search_key(std::string_view utf8);

// Number of columns a text takes on a terminal or in a table: none for combining marks and controls, two for East Asian
// wide letters, one for all others.
std::size_t display_width(std::string_view utf8);

// At most `most` entries, best first: those that contain `wanted` (of three letters or more), then the others; within
// each by edit distance; all by search keys, equal ones in the order given.
std::vector<std::string> nearest_texts(std::string_view wanted, const std::vector<std::string>& entries,
                                       std::size_t most = 3);

}  // namespace ancrage
