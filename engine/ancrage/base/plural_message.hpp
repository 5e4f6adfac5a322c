// SPDX-License-Identifier: Apache-2.0
// A sentence about a number that may be one: a message with a form for one and a form for several, from which the
// reader's language chooses (ngettext; French says 0 and 1,5 like 1). Both forms are one entry of the catalogues.
//
//   plural_message("{0} commune has no count", "{0} communes have no count", 3)
//   plural_message("{1} leads by {0} point", "{1} leads by {0} points", DecimalArgument{0.8, 1}, "Alès")
//
// A Message keeps the two forms in its pattern, with a NUL between them, as the catalogues' files do.
#pragma once

#include "ancrage/base/message.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace ancrage {

// The number is the first argument, {0} in both forms; the others follow.
template <class Count, class... Arguments>
Message plural_message(std::string_view one, std::string_view several, Count count, Arguments&&... arguments) {
  std::string pattern(one);
  pattern += '\0';
  pattern += several;
  return {std::move(pattern), {message_argument(count), message_argument(std::forward<Arguments>(arguments))...}};
}

struct PluralForms {
  std::string one;
  std::string several;
  double count = 0.0;  // as it is shown, rounded
};
// Nothing for a message with one form.
std::optional<PluralForms> plural_forms(const Message& message);

}  // namespace ancrage
