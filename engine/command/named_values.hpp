// SPDX-License-Identifier: Apache-2.0
// Options that say something about criteria by name: a=2, a=0:10.
#pragma once

#include "ancrage/base/message.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ancrage::command {

// The whole text as a finite number with a decimal point; nothing when it is none.
std::optional<double> number_of(std::string_view text);

// The parts between separators, also empty ones; one for an empty text.
std::vector<std::string_view> parts_of(std::string_view text, char separator);

// Splits "name=value" at the first "=". Throws Error(usage) naming the option and how to write it.
std::pair<std::string, std::string_view> named_value(std::string_view text, const std::string& option,
                                                     const Message& form);

// Where the name is among them. Throws Error(usage) naming the option and the nearest names.
std::size_t criterion_position(std::string_view name, std::span<const std::string> names, const std::string& option);

// "low:high". Throws Error(usage) naming the option, the whole text and how to write it.
std::pair<double, double> number_range(std::string_view value, const std::string& text, const std::string& option,
                                       const Message& form);

}  // namespace ancrage::command
