// SPDX-License-Identifier: Apache-2.0
// A sentence for a person that is not yet in any language: the English pattern, which is also the key of the
// translation catalogues, and the values that fill its {0}, {1}, … in order. Errors, diagnostics, labels and provenance
// are messages; only the program that shows one turns it into text (`Language::text`), so the engine holds no locale.
//
//   message("{0} sites are missing the field “{1}”", 3, "name")
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace ancrage {

// Text stays as it is; whole numbers and decimal numbers are written as the reader's language writes them.
struct DecimalArgument {
  double value = 0.0;
  int decimals = 0;
  bool operator==(const DecimalArgument&) const = default;
};
using MessageArgument = std::variant<std::string, std::int64_t, DecimalArgument>;

struct Message {
  std::string pattern;
  std::vector<MessageArgument> arguments;
  bool empty() const { return pattern.empty(); }
  bool operator==(const Message&) const = default;
};

inline MessageArgument message_argument(DecimalArgument value) { return value; }
inline MessageArgument message_argument(std::string_view value) { return std::string(value); }
inline MessageArgument message_argument(std::integral auto value) { return static_cast<std::int64_t>(value); }

// The one way to make a message; the catalogue test finds the patterns by this name.
template <class... Arguments>
Message message(std::string_view pattern, Arguments&&... arguments) {
  return {std::string(pattern), {message_argument(std::forward<Arguments>(arguments))...}};
}

// Marks a pattern that is kept in a table and becomes a message later, so that the catalogue test finds it:
//   constexpr std::array labels{translatable("Nearest health pole"), …};   message(labels[i])
constexpr const char* translatable(const char* pattern) { return pattern; }

// The message in English, for logs and `what()`; never throws on a malformed pattern, it returns the pattern.
std::string english_text(const Message& message);

}  // namespace ancrage
