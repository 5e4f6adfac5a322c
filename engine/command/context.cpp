// SPDX-License-Identifier: Apache-2.0
#include "command/context.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/io/writer.hpp"

#include <unistd.h>
#include <csignal>
#include <cstdio>
#include <string>

namespace ancrage::command {

namespace {

volatile std::sig_atomic_t interrupted = 0;

void note_interrupt(int) { interrupted = 1; }

}  // namespace

void write_result(const std::string& path, std::string_view content) {
  if (!path.empty()) {
    io::write_text(path, content);
    return;
  }
  const bool written = std::fwrite(content.data(), 1, content.size(), stdout) == content.size();
  if (!written || std::fflush(stdout) != 0) {
    throw Error(ErrorCode::unwritable_output, message("Standard output takes no more"), {},
                message("write to a file with -o"));
  }
}

Progress terminal_progress(const Language& language) {
  std::signal(SIGINT, note_interrupt);
  std::stop_source stop;
  const bool terminal = isatty(STDERR_FILENO) == 1;
  const auto report = [&language, stop, terminal](const Message& step, double share) mutable {
    if (interrupted != 0) stop.request_stop();
    if (!terminal) return;
    constexpr int width = 30;
    const int filled = static_cast<int>(share * width);
    std::string bar;
    for (int i = 0; i < width; ++i) bar += i < filled ? "█" : "░";
    // Blanks the rest of the line, and the whole bar at the end.
    std::fprintf(stderr, "\r\x1b[K%s %s", bar.c_str(), language.text(step).c_str());
    if (share >= 1) std::fprintf(stderr, "\r\x1b[K");
    std::fflush(stderr);
  };
  Progress progress;
  progress.report = report;
  progress.stop = stop.get_token();
  return progress;
}

}  // namespace ancrage::command
