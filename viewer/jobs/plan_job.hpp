// SPDX-License-Identifier: Apache-2.0
// The next practitioners, when the planner's view asks for them.
#pragma once

#include "viewer/jobs/job.hpp"

namespace ancrage::viewer {

std::unique_ptr<Job> make_plan_job(const Model& model, const std::function<void()>& wake);

}  // namespace ancrage::viewer
