// SPDX-License-Identifier: Apache-2.0
// Files to take away, written in the order of asking: the state is copied when the work starts, so the interview goes
// on meanwhile.
#pragma once

#include "viewer/jobs/job.hpp"

namespace ancrage::viewer {

std::unique_ptr<Job> make_takeaway_job(const Model& model, const std::function<void()>& wake);

}  // namespace ancrage::viewer
