// SPDX-License-Identifier: Apache-2.0
// What the card says of the selected place beyond its scores.
#pragma once

#include "viewer/jobs/job.hpp"

namespace ancrage::viewer {

std::unique_ptr<Job> make_site_card_job(const Model& model, const std::function<void()>& wake);

}  // namespace ancrage::viewer
