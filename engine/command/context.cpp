// SPDX-License-Identifier: Apache-2.0
#include "command/context.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/io/writer.hpp"

#include <pthread.h>
#include <unistd.h>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>

namespace ancrage::command {

namespace {

// From here on Ctrl-C asks for a stop, and a second one ends the program at once. A thread of its own waits for the
// signal, since little may be done inside a signal handler.
std::stop_source stop_on_interrupt() {
  sigset_t interrupts;
  sigemptyset(&interrupts);
  sigaddset(&interrupts, SIGINT);
  pthread_sigmask(SIG_BLOCK, &interrupts, nullptr);
  std::stop_source stop;
  std::thread([stop, interrupts]() mutable {
    int received = 0;
    sigwait(&interrupts, &received);
    stop.request_stop();
    sigwait(&interrupts, &received);
    std::_Exit(static_cast<int>(ErrorCode::interrupted));
  }).detach();
  return stop;
}

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
  Progress progress;
  progress.stop = stop_on_interrupt().get_token();
  if (isatty(STDERR_FILENO) == 0) return progress;
  progress.report = [&language](const Message& step, double share) {
    constexpr int width = 30;
    const int filled = static_cast<int>(share * width);
    std::string bar;
    for (int i = 0; i < width; ++i) bar += i < filled ? "█" : "░";
    // Blanks the rest of the line, and the whole bar at the end.
    std::fprintf(stderr, "\r\x1b[K%s %s", bar.c_str(), language.text(step).c_str());
    if (share >= 1) std::fprintf(stderr, "\r\x1b[K");
    std::fflush(stderr);
  };
  return progress;
}

}  // namespace ancrage::command
