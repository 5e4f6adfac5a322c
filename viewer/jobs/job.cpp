// SPDX-License-Identifier: Apache-2.0
#include "viewer/jobs/job.hpp"

#include "viewer/jobs/autosave_job.hpp"
#include "viewer/jobs/isochrone_job.hpp"
#include "viewer/jobs/plan_job.hpp"
#include "viewer/jobs/scenario_job.hpp"
#include "viewer/jobs/site_card_job.hpp"
#include "viewer/jobs/sureness_job.hpp"
#include "viewer/jobs/takeaway_job.hpp"

namespace ancrage::viewer {

std::vector<std::unique_ptr<Job>> make_jobs(const Model& model, const std::string& state_directory,
                                            const std::function<void()>& wake) {
  std::vector<std::unique_ptr<Job>> jobs;
  jobs.push_back(make_isochrone_job(model, wake));
  jobs.push_back(make_scenario_job(model, wake));
  jobs.push_back(make_plan_job(model, wake));
  jobs.push_back(make_site_card_job(model, wake));
  jobs.push_back(make_sureness_job(model, wake));
  jobs.push_back(make_takeaway_job(model, wake));
  if (!state_directory.empty()) jobs.push_back(make_autosave_job(model, state_directory, wake));
  return jobs;
}

}  // namespace ancrage::viewer
