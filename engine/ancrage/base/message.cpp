// SPDX-License-Identifier: Apache-2.0
#include "ancrage/base/message.hpp"

#include "ancrage/base/plural_message.hpp"

#include <fmt/args.h>
#include <fmt/format.h>

#include <cmath>

namespace ancrage {

std::optional<PluralForms> plural_forms(const Message& message) {
  const std::size_t between = message.pattern.find('\0');
  if (between == std::string::npos || message.arguments.empty()) return std::nullopt;
  PluralForms forms{message.pattern.substr(0, between), message.pattern.substr(between + 1), 0.0};
  if (const auto* whole = std::get_if<std::int64_t>(&message.arguments.front())) {
    forms.count = static_cast<double>(*whole);
  } else if (const auto* decimal = std::get_if<DecimalArgument>(&message.arguments.front())) {
    const double scale = std::pow(10.0, decimal->decimals);
    forms.count = std::round(decimal->value * scale) / scale;
  }
  return forms;
}

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
  const auto forms = plural_forms(message);
  const std::string& pattern = !forms ? message.pattern : forms->count == 1.0 ? forms->one : forms->several;
  try {
    return fmt::vformat(pattern, store);
  } catch (const fmt::format_error&) {
    return pattern;
  }
}

}  // namespace ancrage
