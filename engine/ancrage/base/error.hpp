// SPDX-License-Identifier: Apache-2.0
// The one exception of the engine: what is wrong, where, and what to do about it. Faults that do not stop the work are
// diagnostics (base/diagnostics.hpp), never exceptions.
#pragma once

#include "ancrage/base/message.hpp"

#include <exception>
#include <string>

namespace ancrage {

// The numbers are the exit codes of the `ancrage` program and part of its contract.
enum class ErrorCode {
  internal = 1,
  usage = 2,
  unreadable_input = 3,
  wrong_input = 4,
  infeasible = 5,
  unwritable_output = 6,
  interrupted = 130,
};

class Error : public std::exception {
 public:
  // `where` names file, layer, feature and column as far as known ("ales.gpkg, communes, 30007, population").
  Error(ErrorCode code, Message what, std::string where = {}, Message remedy = {});

  ErrorCode code() const { return code_; }
  const Message& message() const { return message_; }
  const std::string& where() const { return where_; }
  const Message& remedy() const { return remedy_; }
  // One line in English: "what (where): remedy".
  const char* what() const noexcept override { return english_.c_str(); }

 private:
  ErrorCode code_;
  Message message_;
  std::string where_;
  Message remedy_;
  std::string english_;
};

}  // namespace ancrage
