// SPDX-License-Identifier: Apache-2.0
// What may be missing, as values of JSON: null then.
#pragma once

#include "ancrage/base/quantity.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace ancrage::report {

// null unless it is a number: withheld, absent, unreachable.
nlohmann::ordered_json number_json(const Quantity& value);
// null when empty.
nlohmann::ordered_json text_or_null(const std::string& text);

}  // namespace ancrage::report
