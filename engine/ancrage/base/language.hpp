// SPDX-License-Identifier: Apache-2.0
// Turns messages and numbers into text for a reader: French by default, English on request. Catalogues (messages/*.po)
// are compiled into the library; numbers follow ICU (decimal comma, narrow no-break space between thousands in French),
// halves rounded away from zero, and nothing that rounds to zero has a sign. The process's locale is neither read nor
// changed.
#pragma once

#include "ancrage/base/error.hpp"
#include "ancrage/base/message.hpp"
#include "ancrage/base/quantity.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace ancrage {

// Immutable; safe to share between threads. Construction costs less than a millisecond, a message less than a
// microsecond: make one per program.
class Language {
 public:
  // "en" or the name of a catalogue ("fr"); throws Error(usage) on anything else.
  explicit Language(std::string_view tag = "fr");
  ~Language();
  Language(Language&&) noexcept;
  Language& operator=(Language&&) noexcept;

  const std::string& tag() const;
  // Whole-number arguments get thousands separators (pass years and codes as text), decimal ones their decimals too. A
  // pattern without translation, or one that its arguments do not fit, comes out as it is.
  std::string text(const Message& message) const;
  // A message without arguments.
  std::string text(std::string_view pattern) const;
  // A NaN is a missing number. Units are the caller's.
  std::string number(double value, int decimals = 0) const;
  // The number, "n.d." (missing; "n/a" in English) or "NS" (withheld).
  std::string number(const Quantity& value, int decimals = 0) const;
  // One line: what (where): what to do. The word "error" and the program's name are the caller's.
  std::string text(const Error& error) const;

 private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
};

// The tag that a command line asks for with --lang TAG or --lang=TAG, "fr" without: programs need it before they parse
// their options, as their help is translated too.
std::string language_option(int argc, const char* const* argv);

}  // namespace ancrage
