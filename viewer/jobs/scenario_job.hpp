// SPDX-License-Identifier: Apache-2.0
// The criteria's values under the scenario that counts.
#pragma once

#include "viewer/jobs/job.hpp"

namespace ancrage::viewer {

std::unique_ptr<Job> make_scenario_job(const Model& model, const std::function<void()>& wake);

}  // namespace ancrage::viewer
