// SPDX-License-Identifier: Apache-2.0
#include "ancrage/base/error.hpp"

#include <utility>

namespace ancrage {

Error::Error(ErrorCode code, Message what, std::string where, Message remedy)
    : code_(code), message_(std::move(what)), where_(std::move(where)), remedy_(std::move(remedy)) {
  english_ = english_text(message_);
  if (!where_.empty()) english_ += " (" + where_ + ")";
  if (!remedy_.empty()) english_ += ": " + english_text(remedy_);
}

}  // namespace ancrage
