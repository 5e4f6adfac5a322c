// SPDX-License-Identifier: Apache-2.0
// A loop over 0..count on several threads. The work must write to places of its own index only, so the result is the
// same on any number of threads.
#pragma once

#include <cstddef>
#include <functional>
#include <stop_token>

namespace ancrage {

// Calls work(begin, end) on chunks that together cover 0..count, each index once; per-thread scratch lives inside work.
// Chunks are handed out as threads come free, in increasing order. threads = 0: one per processor. The exception of the
// lowest chunk that failed is thrown again after all threads ended; a requested stop throws Error(interrupted).
void parallel_for(std::size_t count, std::stop_token stop, const std::function<void(std::size_t, std::size_t)>& work,
                  unsigned threads = 0);

}  // namespace ancrage
