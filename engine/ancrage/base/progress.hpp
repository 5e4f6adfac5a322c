// SPDX-License-Identifier: Apache-2.0
// How long work reports on itself and is stopped.
#pragma once

#include "ancrage/base/message.hpp"

#include <functional>
#include <stop_token>

namespace ancrage {

struct Progress {
  // Called from the calling thread only, with the step under way and the share done in 0..1.
  std::function<void(const Message& step, double share)> report = nullptr;
  std::stop_token stop{};

  void operator()(const Message& step, double share) const {
    if (report) report(step, share);
  }
};

// Throws Error(interrupted) once a stop is asked for.
void throw_if_stopped(const Progress& progress);

}  // namespace ancrage
