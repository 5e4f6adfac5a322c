// SPDX-License-Identifier: Apache-2.0
// Loops over 0..count on several threads that give the same result on any number of them.
//
//   parallel_for(sites.size(), [&](std::size_t site) { scores[site] = score_of(site); }, {.stop = progress.stop});
//
// Each thread takes one contiguous range, so iterations should cost about the same. The body must write only what
// belongs to its own index. If bodies throw, the exception of the lowest index reaches the caller, whatever the number
// of threads: ranges above a failed one are given up, ranges below it are finished first.
#pragma once

#include "ancrage/base/error.hpp"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

namespace ancrage {

struct ParallelOptions {
  std::size_t threads = 0;           // 0: as many as the machine has
  std::size_t least_per_thread = 1;  // fewer iterations than this are not worth a thread
  std::stop_token stop{};            // when asked for, the loop ends early with Error(interrupted)
};

namespace parallel_detail {

// One range: runs until done, stopped, or a lower range has failed.
template <class Body>
void run_range(std::size_t begin, std::size_t end, Body& body, const std::stop_token& stop,
               const std::atomic<std::size_t>& lowest_failed, std::size_t range) {
  for (std::size_t index = begin; index < end; ++index) {
    if (stop.stop_requested()) throw Error(ErrorCode::interrupted, message("Interrupted"));
    if (lowest_failed.load(std::memory_order_relaxed) < range) return;
    body(index);
  }
}

}  // namespace parallel_detail

// `make_body()` is called once in each thread and returns what is called with every index of its range: the place for
// scratch memory and for contexts that threads may not share.
template <class MakeBody>
void parallel_for_each_with(std::size_t count, MakeBody&& make_body, const ParallelOptions& options = {}) {
  if (count == 0) return;
  const std::size_t machine = std::max<std::size_t>(1, std::thread::hardware_concurrency());
  const std::size_t worth = std::max<std::size_t>(1, count / std::max<std::size_t>(1, options.least_per_thread));
  const std::size_t threads = std::min({options.threads == 0 ? machine : options.threads, worth, count});

  std::atomic<std::size_t> lowest_failed = threads;
  std::vector<std::exception_ptr> failures(threads);
  const auto run = [&](std::size_t range) {
    try {
      auto body = make_body();
      // count / threads each, the remainder one by one to the first ranges.
      const std::size_t share = count / threads;
      const std::size_t longer = count % threads;
      const std::size_t begin = range * share + std::min(range, longer);
      const std::size_t end = begin + share + (range < longer ? 1 : 0);
      parallel_detail::run_range(begin, end, body, options.stop, lowest_failed, range);
    } catch (...) {
      failures[range] = std::current_exception();
      std::size_t known = lowest_failed.load();
      while (range < known && !lowest_failed.compare_exchange_weak(known, range)) {
      }
    }
  };
  {
    std::vector<std::jthread> others;
    others.reserve(threads - 1);
    for (std::size_t range = 1; range < threads; ++range) others.emplace_back(run, range);
    run(0);
  }
  if (lowest_failed < threads) std::rethrow_exception(failures[lowest_failed]);
}

template <class Body>
void parallel_for(std::size_t count, Body&& body, const ParallelOptions& options = {}) {
  parallel_for_each_with(
      count, [&body] { return [&body](std::size_t index) { body(index); }; }, options);
}

}  // namespace ancrage
