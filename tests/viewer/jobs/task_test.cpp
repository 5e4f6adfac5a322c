// SPDX-License-Identifier: Apache-2.0
#include "viewer/jobs/task.hpp"

#include <catch2/catch.hpp>

#include <future>

using namespace ancrage;
using namespace ancrage::viewer;

TEST_CASE("a task hands over its result once, and wakes whoever waits for it") {
  std::atomic<int> woken = 0;
  Task<int> task([&] { ++woken; });
  REQUIRE_FALSE(task.running());
  REQUIRE_FALSE(task.take());
  task.start([](const Progress& progress) {
    progress(message("counting"), 0.5);
    return 42;
  });
  task.wait();
  const auto outcome = task.take();
  REQUIRE(std::get<int>(*outcome) == 42);
  REQUIRE_FALSE(task.take());
  REQUIRE_FALSE(task.running());
  REQUIRE(woken >= 2);
}

TEST_CASE("what a task throws is handed over as an error") {
  Task<int> task;
  task.start([](const Progress&) -> int { throw Error(ErrorCode::wrong_input, message("too much")); });
  task.wait();
  REQUIRE(std::get<Error>(*task.take()).code() == ErrorCode::wrong_input);
  task.start([](const Progress&) -> int { throw std::runtime_error("lost"); });
  task.wait();
  REQUIRE(std::get<Error>(*task.take()).code() == ErrorCode::internal);
}

TEST_CASE("a task that is replaced is asked to stop, and only the new one's result arrives") {
  std::promise<void> started;
  std::atomic<bool> stopped = false;
  Task<int> task;
  task.start([&](const Progress& progress) {
    started.set_value();
    while (!progress.stop.stop_requested()) std::this_thread::yield();
    stopped = true;
    return 1;
  });
  started.get_future().wait();
  task.start([](const Progress&) { return 2; });
  task.wait();
  REQUIRE(std::get<int>(*task.take()) == 2);
  while (!stopped) std::this_thread::yield();
  REQUIRE_FALSE(task.take());
}

TEST_CASE("progress can be read from outside while a task runs") {
  std::promise<void> go;
  std::promise<void> reported;
  Task<int> task;
  task.start([&](const Progress& progress) {
    progress(message("half"), 0.5);
    reported.set_value();
    go.get_future().wait();
    return 0;
  });
  reported.get_future().wait();
  REQUIRE(task.share() == 0.5);
  REQUIRE(task.step() == message("half"));
  REQUIRE_FALSE(task.take());
  go.set_value();
  task.wait();
  REQUIRE(task.take());
}
