// SPDX-License-Identifier: Apache-2.0
#include "command/named_values.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace ancrage::command {

std::optional<double> number_of(std::string_view text) {
  double value = 0.0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::vector<std::string_view> parts_of(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

std::pair<std::string, std::string_view> named_value(std::string_view text, const std::string& option,
                                                     const Message& form) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos || equals == 0 || equals + 1 == text.size()) {
    throw Error(ErrorCode::usage, message("“{0}” is not understood", text), option, form);
  }
  return {std::string(text.substr(0, equals)), text.substr(equals + 1)};
}

std::size_t criterion_position(std::string_view name, std::span<const std::string> names, const std::string& option) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  throw Error(
      ErrorCode::usage, message("There is no criterion “{0}”", name), option,
      message("nearest: {0}", fmt::format("{}", fmt::join(nearest_texts(name, {names.begin(), names.end()}), ", "))));
}

std::pair<double, double> number_range(std::string_view value, const std::string& text, const std::string& option,
                                       const Message& form) {
  const auto parts = parts_of(value, ':');
  const auto low = number_of(parts.front());
  const auto high = number_of(parts.back());
  if (parts.size() != 2 || !low || !high) {
    throw Error(ErrorCode::usage, message("“{0}” is not understood", text), option, form);
  }
  return {*low, *high};
}

}  // namespace ancrage::command
