// SPDX-License-Identifier: Apache-2.0
// A sentence about a number that may be one: a message with a form for one and a form for several, from which the
// reader's language chooses (ngettext; French says 0 and 1,5 like 1). Both forms are one entry of the catalogues, whose
// key is the second: what is kept without the first, as in older packages, still finds its translation.
//
//   plural_message("{0} commune has no count", "{0} communes have no count", 3)
//   plural_message("{1} leads by {0} point", "{1} leads by {0} points", DecimalArgument{0.8, 1}, "Alès")
//
// A Message keeps both forms in its pattern: several, a NUL, one.
#pragma once

#include "ancrage/base/message.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace ancrage {

// The pattern of such a message.
std::string joined_forms(std::string_view one, std::string_view several);

// The number is the first argument, {0} in both forms; the others follow.
template <class Count, class... Arguments>
Message plural_message(std::string_view one, std::string_view several, Count count, Arguments&&... arguments) {
  return {joined_forms(one, several),
          {message_argument(count), message_argument(std::forward<Arguments>(arguments))...}};
}

struct PluralForms {
  std::string one;
  std::string several;
};
// Both the same in a message with one form.
PluralForms plural_forms(const Message& message);
// The number that a message counts, as it is shown, rounded: its first argument; nothing when that is text.
std::optional<double> counted_number(const Message& message);

}  // namespace ancrage
