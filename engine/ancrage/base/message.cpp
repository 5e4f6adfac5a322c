// SPDX-License-Identifier: Apache-2.0
#include "ancrage/base/message.hpp"

#include <fmt/args.h>
#include <fmt/format.h>

namespace ancrage {

std::string english_text(const Message& message) {
  fmt::dynamic_format_arg_store<fmt::format_context> store;
  for (const MessageArgument& argument : message.arguments) {
    if (const auto* text = std::get_if<std::string>(&argument)) {
      store.push_back(*text);
    } else if (const auto* whole = std::get_if<std::int64_t>(&argument)) {
      store.push_back(*whole);
    } else {
      const auto& decimal = std::get<DecimalArgument>(argument);
      store.push_back(fmt::format("{:.{}f}", decimal.value, decimal.decimals));
    }
  }
  try {
    return fmt::vformat(message.pattern, store);
  } catch (const fmt::format_error&) {
    return message.pattern;
  }
}

}  // namespace ancrage
