// SPDX-License-Identifier: Apache-2.0
// JSON of raw files, with faults as our errors.
#pragma once

#include "ancrage/base/error.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace ancrage::territory::build {

using Json = nlohmann::json;

// Throws wrong_input naming the source.
inline Json parsed_json(const std::string& text, const std::string& source) {
  Json json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!json.is_discarded()) return json;
  throw Error(ErrorCode::wrong_input, message("The file is not valid JSON"), source, message("Check that it is whole"));
}

// A text member of an object; throws wrong_input naming it when it is not there.
inline std::string text_of(const Json& object, const char* key, const std::string& source) {
  if (object.is_object()) {
    if (const auto value = object.find(key); value != object.end() && value->is_string())
      return value->get<std::string>();
  }
  throw Error(ErrorCode::wrong_input, message("The text “{0}” is missing", key), source,
              message("Check that the file is the one that was published"));
}

}  // namespace ancrage::territory::build
