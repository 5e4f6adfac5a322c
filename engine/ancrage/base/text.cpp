// SPDX-License-Identifier: Apache-2.0
#include "ancrage/base/text.hpp"

#include "ancrage/base/error.hpp"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <numeric>
#include <utility>

namespace ancrage {
namespace {

constexpr std::size_t shortest_part = 3;  // letters from which a text found inside an entry counts as near

icu::UnicodeString decoded(std::string_view utf8) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
}

// What opens ligatures and the like. One per thread: it takes milliseconds to make and may not be shared.
const icu::Transliterator& latin_to_ascii() {
  thread_local const std::unique_ptr<icu::Transliterator> made = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> result(
        icu::Transliterator::createInstance("Latin-ASCII; Lower; NFC", UTRANS_FORWARD, status));
    if (U_FAILURE(status)) {
      throw Error(ErrorCode::internal,
                  message("ICU has no transliteration to plain letters: {0}", u_errorName(status)));
    }
    return result;
  }();
  return *made;
}

// NFD without the nonspacing marks, in lower case.
icu::UnicodeString without_accents(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString apart = icu::Normalizer2::getNFDInstance(status)->normalize(text, status);
  if (U_FAILURE(status))
    throw Error(ErrorCode::internal, message("ICU could not decompose a text: {0}", u_errorName(status)));
  icu::UnicodeString result;
  for (std::int32_t at = 0; at < apart.length(); at = apart.moveIndex32(at, 1)) {
    const UChar32 letter = apart.char32At(at);
    if (u_charType(letter) != U_NON_SPACING_MARK) result.append(u_tolower(letter));
  }
  return result;
}

// ASCII and punctuation: nothing that Latin-ASCII could turn into other letters.
bool is_plain(const icu::UnicodeString& text) {
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const UChar32 letter = text.char32At(at);
    if (letter >= 0x80 && !u_ispunct(letter) && !u_isspace(letter)) return false;
  }
  return true;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string plain_letters(std::string_view utf8) {
  std::string result;
  if (is_ascii(utf8)) {
    result.resize(utf8.size());
    std::transform(utf8.begin(), utf8.end(), result.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return result;
  }
  icu::UnicodeString text = without_accents(decoded(utf8));
  if (!is_plain(text)) latin_to_ascii().transliterate(text);
  text.toUTF8String(result);
  return result;
}

std::string_view written_out(std::string_view word) {
  if (word == "st") return "saint";
  if (word == "ste") return "sainte";
  if (word == "sts") return "saints";
  if (word == "stes") return "saintes";
  return word;
}

// Letters and digits joined by single spaces.
std::string words_only(const std::string& plain) {
  const icu::UnicodeString text = decoded(plain);
  std::string result;
  std::string word;
  const auto close_word = [&] {
    if (word.empty()) return;
    if (!result.empty()) result += ' ';
    result += written_out(word);
    word.clear();
  };
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const UChar32 letter = text.char32At(at);
    if (u_isalnum(letter) != 0) {
      icu::UnicodeString(letter).toUTF8String(word);
    } else {
      close_word();
    }
  }
  close_word();
  return result;
}

std::u32string code_points(std::string_view utf8) {
  const icu::UnicodeString text = decoded(utf8);
  std::u32string result;
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    result.push_back(static_cast<char32_t>(text.char32At(at)));
  }
  return result;
}

// Insertions, deletions, substitutions (Wagner and Fischer 1974); length(a) x length(b).
std::size_t edit_distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t substituted = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({substituted, row[j] + 1, diagonal + 1});
    }
  }
  return row.back();
}

}  // namespace

std::string search_key(std::string_view utf8) { return words_only(plain_letters(utf8)); }

std::size_t display_width(std::string_view utf8) {
  const icu::UnicodeString text = decoded(utf8);
  std::size_t width = 0;
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const UChar32 letter = text.char32At(at);
    const int category = u_charType(letter);
    const bool takes_none = category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK ||
                            (category == U_FORMAT_CHAR && letter != 0x00AD) || category == U_CONTROL_CHAR;
    if (takes_none) continue;
    const int east_asian = u_getIntPropertyValue(letter, UCHAR_EAST_ASIAN_WIDTH);
    width += east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
  }
  return width;
}

std::vector<std::string> nearest_texts(std::string_view wanted, const std::vector<std::string>& entries,
                                       std::size_t most) {
  const std::string wanted_key = search_key(wanted);
  const std::u32string wanted_letters = code_points(wanted_key);
  struct Candidate {
    bool elsewhere;  // the wanted text is no part of the entry
    std::size_t distance;
    std::size_t index;
    auto operator<=>(const Candidate&) const = default;
  };
  std::vector<Candidate> candidates;
  candidates.reserve(entries.size());
  for (std::size_t index = 0; index < entries.size(); ++index) {
    const std::string key = search_key(entries[index]);
    const bool inside = wanted_letters.size() >= shortest_part && key.find(wanted_key) != std::string::npos;
    candidates.push_back({!inside, edit_distance(wanted_letters, code_points(key)), index});
  }
  const auto end = candidates.begin() + static_cast<std::ptrdiff_t>(std::min(most, candidates.size()));
  std::partial_sort(candidates.begin(), end, candidates.end());
  std::vector<std::string> nearest;
  for (auto candidate = candidates.begin(); candidate != end; ++candidate) nearest.push_back(entries[candidate->index]);
  return nearest;
}

}  // namespace ancrage
