// SPDX-License-Identifier: Apache-2.0
// Work in the background: started, watched, cancelled and collected from one thread, which never waits for it.
//
//   Task<geometry::PolygonSet> task(wake);
//   task.start([&](const Progress& progress) { return slow(progress); });
//   … in a later frame …
//   if (auto outcome = task.take()) …
//
// What the work reads must outlive the task, or belong to the work. A work that is replaced or cancelled is asked to
// stop and left to end by itself; only the destructor waits.
#pragma once

#include "ancrage/base/error.hpp"
#include "ancrage/base/progress.hpp"

#include <algorithm>
#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <variant>
#include <vector>

namespace ancrage::viewer {

template <class Result>
class Task {
 public:
  using Outcome = std::variant<Result, Error>;

  // `wake` is called from the working thread when it is done or has got on; may be empty.
  explicit Task(std::function<void()> wake = {}) : wake_(std::move(wake)) {}
  ~Task() { cancel(); }
  Task(const Task&) = delete;
  Task& operator=(const Task&) = delete;

  // In place of what is under way.
  void start(std::function<Result(const Progress&)> work) {
    cancel();
    current_ = std::make_shared<Shared>();
    thread_ = std::jthread([shared = current_, work = std::move(work), wake = wake_](const std::stop_token& stop) {
      run(*shared, work, stop, wake);
    });
  }

  void cancel() {
    sweep();
    if (!current_) return;
    thread_.request_stop();
    stopping_.emplace_back(std::move(thread_), std::move(current_));
  }

  bool running() const { return current_ != nullptr; }
  // Of the work under way, 0..1, and its step.
  double share() const { return current_ ? current_->share.load() : 0.0; }
  Message step() const {
    if (!current_) return {};
    const std::lock_guard lock(current_->guard);
    return current_->step;
  }

  // What the work came to, once; nothing while it is under way.
  std::optional<Outcome> take() {
    sweep();
    if (!current_ || !current_->done.load()) return std::nullopt;
    thread_.join();
    std::optional<Outcome> outcome = std::move(current_->outcome);
    current_.reset();
    return outcome;
  }

  // For pictures and tests: waits until take() has something to give.
  void wait() const {
    if (current_) current_->done.wait(false);
  }

 private:
  struct Shared {
    std::atomic<bool> done = false;
    std::atomic<double> share = 0.0;
    mutable std::mutex guard;
    Message step;
    std::optional<Outcome> outcome;
  };

  static void run(Shared& shared, const std::function<Result(const Progress&)>& work, const std::stop_token& stop,
                  const std::function<void()>& wake) {
    const Progress progress{[&](const Message& step, double share) {
                              {
                                const std::lock_guard lock(shared.guard);
                                shared.step = step;
                              }
                              shared.share = share;
                              if (wake) wake();
                            },
                            stop};
    try {
      shared.outcome.emplace(std::in_place_index<0>, work(progress));
    } catch (const Error& error) {
      shared.outcome.emplace(std::in_place_index<1>, error);
    } catch (const std::exception& error) {
      shared.outcome.emplace(std::in_place_index<1>,
                             Error(ErrorCode::internal, message("Unexpected fault: {0}", error.what())));
    }
    shared.done = true;
    shared.done.notify_all();
    if (wake) wake();
  }

  // Joins what was cancelled and has ended since.
  void sweep() {
    std::erase_if(stopping_, [](const auto& old) { return old.second->done.load(); });
  }

  std::function<void()> wake_;
  std::shared_ptr<Shared> current_;
  std::jthread thread_;
  std::vector<std::pair<std::jthread, std::shared_ptr<Shared>>> stopping_;
};

}  // namespace ancrage::viewer
