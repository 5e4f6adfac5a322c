// SPDX-License-Identifier: Apache-2.0
#include "ancrage/base/progress.hpp"

#include "ancrage/base/error.hpp"

namespace ancrage {

void throw_if_stopped(const Progress& progress) {
  if (progress.stop.stop_requested()) throw Error(ErrorCode::interrupted, message("Interrupted"));
}

}  // namespace ancrage
