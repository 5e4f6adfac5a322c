// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/json_values.hpp"

#include <nlohmann/json.hpp>

namespace ancrage::report {

using nlohmann::ordered_json;

ordered_json number_json(const Quantity& value) {
  return value.is_number() ? ordered_json(value.value()) : ordered_json(nullptr);
}

ordered_json text_or_null(const std::string& text) { return text.empty() ? ordered_json(nullptr) : ordered_json(text); }

}  // namespace ancrage::report
