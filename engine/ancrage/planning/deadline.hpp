// SPDX-License-Identifier: Apache-2.0
// When work has to end.
#pragma once

#include <chrono>

namespace ancrage::planning {

// So many seconds of the clock from its making on; infinity: never.
class Deadline {
 public:
  explicit Deadline(double seconds) : seconds_(seconds), start_(std::chrono::steady_clock::now()) {}
  double left() const {
    return seconds_ - std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }
  bool passed() const { return !(left() > 0); }

 private:
  double seconds_;
  std::chrono::steady_clock::time_point start_;
};

}  // namespace ancrage::planning
