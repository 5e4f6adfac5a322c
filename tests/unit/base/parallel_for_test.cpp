// SPDX-License-Identifier: Apache-2.0
#include "ancrage/base/parallel_for.hpp"

#include <atomic>
#include <catch2/catch.hpp>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

using ancrage::Error;
using ancrage::ErrorCode;
using ancrage::parallel_for;
using ancrage::parallel_for_each_with;

TEST_CASE("every index is visited once on any number of threads") {
  for (const std::size_t threads : {0U, 1U, 2U, 3U, 7U, 64U}) {
    for (const std::size_t count : {0U, 1U, 2U, 5U, 100U, 1001U}) {
      std::vector<int> visits(count, 0);
      parallel_for(count, [&](std::size_t index) { ++visits[index]; }, {.threads = threads});
      INFO(threads << " threads, " << count << " iterations");
      CHECK(visits == std::vector<int>(count, 1));
    }
  }
}

TEST_CASE("of several exceptions the one of the lowest index arrives, whatever the number of threads") {
  for (const std::size_t threads : {1U, 2U, 5U, 16U}) {
    std::string arrived;
    try {
      parallel_for(100,
                   [&](std::size_t index) {
                     if (index == 37 || index == 38 || index == 99) throw std::runtime_error(std::to_string(index));
                   },
                   {.threads = threads});
    } catch (const std::runtime_error& error) {
      arrived = error.what();
    }
    INFO(threads << " threads");
    CHECK(arrived == "37");
  }
}

TEST_CASE("a stop ends the loop as an interruption") {
  std::stop_source source;
  std::atomic<int> done = 0;
  try {
    parallel_for(1'000'000,
                 [&](std::size_t) {
                   if (++done == 10) source.request_stop();
                 },
                 {.threads = 2, .stop = source.get_token()});
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::interrupted);
  }
  CHECK(done < 1'000'000);
}

TEST_CASE("each thread has its own body, and small loops stay on one thread") {
  std::atomic<int> bodies = 0;
  const auto make = [&] {
    ++bodies;
    return [scratch = std::vector<int>(4)](std::size_t) mutable { scratch[0] = 1; };
  };
  parallel_for_each_with(100, make, {.threads = 4});
  CHECK(bodies == 4);
  bodies = 0;
  parallel_for_each_with(100, make, {.threads = 4, .least_per_thread = 60});
  CHECK(bodies == 1);
}

TEST_CASE("an exception while a body is made arrives too") {
  const auto make = []() -> std::function<void(std::size_t)> { throw std::logic_error("no scratch"); };
  CHECK_THROWS_AS(parallel_for_each_with(10, make, {.threads = 3}), std::logic_error);
}
