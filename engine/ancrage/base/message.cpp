// SPDX-License-Identifier: Apache-2.0
#include "ancrage/base/message.hpp"

#include "ancrage/base/plural_message.hpp"

#include <fmt/args.h>
#include <fmt/format.h>

#include <cmath>

namespace ancrage {

std::string joined_forms(std::string_view one, std::string_view several) {
  std::string pattern(several);
  pattern += '\0';
  return pattern.append(one);
}

PluralForms plural_forms(const Message& message) {
  const std::size_t between = message.pattern.find('\0');
  if (between == std::string::npos) return {message.pattern, message.pattern};
  return {message.pattern.substr(between + 1), message.pattern.substr(0, between)};
}

std::optional<double> counted_number(const Message& message) {
  if (message.arguments.empty()) return std::nullopt;
  if (const auto* whole = std::get_if<std::int64_t>(&message.arguments.front())) return static_cast<double>(*whole);
  const auto* decimal = std::get_if<DecimalArgument>(&message.arguments.front());
  if (decimal == nullptr) return std::nullopt;
  const double scale = std::pow(10.0, decimal->decimals);
  return std::round(decimal->value * scale) / scale;
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
  const PluralForms forms = plural_forms(message);
  const std::string& pattern = counted_number(message) == 1.0 ? forms.one : forms.several;
  try {
    return fmt::vformat(pattern, store);
  } catch (const fmt::format_error&) {
    return pattern;
  }
}

}  // namespace ancrage
