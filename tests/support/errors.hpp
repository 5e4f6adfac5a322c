// SPDX-License-Identifier: Apache-2.0
// What a call that must fail throws, for checking its code and what it says.
#pragma once

#include "ancrage/base/error.hpp"

#include <optional>
#include <string>

namespace ancrage::test {

struct Fault {
  ErrorCode code;
  std::string text;
};

// The ancrage::Error that `call` throws; nothing when it does not throw one.
template <class Call>
std::optional<Fault> fault_of(Call&& call) {
  try {
    call();
  } catch (const Error& error) {
    return Fault{error.code(), error.what()};
  }
  return std::nullopt;
}

}  // namespace ancrage::test
