// SPDX-License-Identifier: Apache-2.0
// Turns messages and numbers into text for a reader: French by default, English on request. Catalogues (messages/*.po)
// are compiled into the library; numbers follow ICU (decimal comma, narrow no-break space between thousands in French).
#pragma once

#include "ancrage/base/error.hpp"
#include "ancrage/base/message.hpp"
#include "ancrage/base/quantity.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace ancrage {

// Immutable; safe to share between threads. Construction costs some milliseconds: make one per program.
class Language {
 public:
  // "fr" or "en"; throws Error(usage) on anything else.
  explicit Language(std::string_view tag = "fr");
  ~Language();
  Language(Language&&) noexcept;
  Language& operator=(Language&&) noexcept;

  const std::string& tag() const;
  std::string text(const Message& message) const;
  // A message without arguments.
  std::string text(std::string_view pattern) const;
  std::string number(double value, int decimals = 0) const;
  // The number, "n.d." (missing) or "NS" (withheld).
  std::string number(const Quantity& value, int decimals = 0) const;
  // One line: what, where, what to do.
  std::string text(const Error& error) const;

 private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace ancrage
