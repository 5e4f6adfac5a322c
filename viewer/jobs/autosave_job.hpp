// SPDX-License-Identifier: Apache-2.0
// The interview and the settings, written to their files a moment after each change, whole or not at all: what was
// decided is there again after the program was killed.
#pragma once

#include "viewer/jobs/job.hpp"

#include <string>

namespace ancrage::viewer {

// Into this folder, which is made when needed; nothing is written while nothing changes. The destructor writes what has
// not been written yet.
std::unique_ptr<Job> make_autosave_job(const Model& model, const std::string& directory,
                                       const std::function<void()>& wake);

// Its files in such a folder.
std::string autosave_path(const std::string& directory, const Model& model);
std::string settings_path(const std::string& directory);

}  // namespace ancrage::viewer
