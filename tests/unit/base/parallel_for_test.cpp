// SPDX-License-Identifier: Apache-2.0
#include "ancrage/base/parallel_for.hpp"

#include "ancrage/base/error.hpp"

#include <catch2/catch.hpp>

#include <stdexcept>
#include <vector>

using ancrage::parallel_for;

TEST_CASE("every index is worked on once, whatever the number of threads") {
  for (const unsigned threads : {1U, 2U, 7U}) {
    std::vector<int> visits(1000, 0);
    parallel_for(
        visits.size(), {},
        [&](std::size_t begin, std::size_t end) {
          for (std::size_t i = begin; i < end; ++i) ++visits[i];
        },
        threads);
    CHECK(visits == std::vector<int>(1000, 1));
  }
}

TEST_CASE("the fault of the lowest chunk reaches the caller") {
  const auto work = [](std::size_t begin, std::size_t) { throw std::runtime_error(begin == 0 ? "first" : "other"); };
  CHECK_THROWS_WITH(parallel_for(100, {}, work, 2), "first");
}

TEST_CASE("a stop that was asked for ends the loop with an error") {
  std::stop_source stop;
  stop.request_stop();
  CHECK_THROWS_AS(parallel_for(10, stop.get_token(), [](std::size_t, std::size_t) {}), ancrage::Error);
}
