// SPDX-License-Identifier: Apache-2.0
// Long work of the viewer. Between two frames every job looks at the state, starts or gives up work so that it fits what
// is wanted there, and hands over what has come of it as actions. One file a job.
#pragma once

#include "viewer/actions/action.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace ancrage::viewer {

class Job {
 public:
  Job() = default;
  virtual ~Job() = default;
  Job(const Job&) = delete;
  Job& operator=(const Job&) = delete;

  virtual void follow(const State& state) = 0;
  virtual Actions collect() = 0;
  virtual bool running() const = 0;
  // Waits until collect() has something to give, for pictures and tests.
  virtual void wait() = 0;
};

// All jobs. `wake` is called from their threads when a frame would show something new; it outlives the jobs. What is
// kept from run to run goes into `state_directory`; nothing is kept when it is empty.
std::vector<std::unique_ptr<Job>> make_jobs(const Model& model, const std::string& state_directory,
                                            const std::function<void()>& wake);

}  // namespace ancrage::viewer
