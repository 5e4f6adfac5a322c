// SPDX-License-Identifier: Apache-2.0
// What every sub-command gets: the reader's language, where results go, how progress is shown.
#pragma once

#include "ancrage/base/language.hpp"
#include "ancrage/base/progress.hpp"

#include <string>
#include <string_view>

namespace ancrage::command {

struct Context {
  const Language& language;
  std::string program_directory;  // folder of the running program, for finding ancrage-viewer beside it

  // The message in the reader's language: option descriptions and output.
  template <class... Arguments>
  std::string text(std::string_view pattern, Arguments&&... arguments) const {
    return language.text(ancrage::message(pattern, std::forward<Arguments>(arguments)...));
  }
};

// Writes a result to standard output, or whole to `path` when that is not empty. Throws unwritable_output.
void write_result(const std::string& path, std::string_view content);

// A progress bar on standard error when that is a terminal, silence otherwise; stops on Ctrl-C.
Progress terminal_progress(const Language& language);

}  // namespace ancrage::command
