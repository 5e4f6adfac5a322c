// SPDX-License-Identifier: Apache-2.0
// How sure the order of the compared sites is, as soon as the view shows it.
#pragma once

#include "viewer/jobs/job.hpp"

namespace ancrage::viewer {

std::unique_ptr<Job> make_sureness_job(const Model& model, const std::function<void()>& wake);

}  // namespace ancrage::viewer
