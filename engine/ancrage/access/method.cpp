// SPDX-License-Identifier: Apache-2.0
#include "ancrage/access/method.hpp"

#include "ancrage/base/error.hpp"

#include <cmath>
#include <string>

namespace ancrage::access {

const Method& find_method(std::string_view key) {
  std::string keys;
  for (const Method& method : methods) {
    if (method.key == key) return method;
    keys += (keys.empty() ? "" : ", ") + std::string(method.key);
  }
  throw Error(ErrorCode::usage, message("There is no method “{0}”", key), {}, message("choose one of {0}", keys));
}

Decay method_decay(const Method& method, std::string_view wanted, double max_minutes) {
  if (wanted.empty() && method.key == "2sfca" && std::isfinite(max_minutes) && max_minutes > 0) {
    return Decay::binary(max_minutes);
  }
  return parse_decay(wanted.empty() ? method.decay : wanted).within(max_minutes);
}

}  // namespace ancrage::access
