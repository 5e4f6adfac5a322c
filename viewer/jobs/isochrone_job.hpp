// SPDX-License-Identifier: Apache-2.0
// Isochrones of the places that the state asks for, along the territory's roads, and what two of them share.
#pragma once

#include "viewer/jobs/job.hpp"

namespace ancrage::viewer {

std::unique_ptr<Job> make_isochrone_job(const Model& model, const std::function<void()>& wake);

}  // namespace ancrage::viewer
