// SPDX-License-Identifier: Apache-2.0
#include "ancrage/base/parallel_for.hpp"

#include "ancrage/base/error.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>
#include <vector>

namespace ancrage {

void parallel_for(std::size_t count, std::stop_token stop, const std::function<void(std::size_t, std::size_t)>& work,
                  unsigned threads) {
  if (count == 0) return;
  if (threads == 0) threads = std::max(1U, std::thread::hardware_concurrency());
  // Enough chunks to even out uneven work, few enough that scratch memory is reused.
  const std::size_t chunk_count = std::min<std::size_t>(count, std::size_t{threads} * 8);
  std::vector<std::exception_ptr> faults(chunk_count);
  std::atomic<std::size_t> next_chunk{0};
  const auto take_chunks = [&] {
    for (std::size_t chunk = next_chunk++; chunk < chunk_count && !stop.stop_requested(); chunk = next_chunk++) {
      try {
        work(count * chunk / chunk_count, count * (chunk + 1) / chunk_count);
      } catch (...) {
        faults[chunk] = std::current_exception();
      }
    }
  };
  {
    std::vector<std::jthread> helpers;
    for (unsigned i = 1; i < std::min<std::size_t>(threads, chunk_count); ++i) helpers.emplace_back(take_chunks);
    take_chunks();
  }
  for (const std::exception_ptr& fault : faults) {
    if (fault) std::rethrow_exception(fault);
  }
  if (stop.stop_requested()) throw Error(ErrorCode::interrupted, message("Interrupted"));
}

}  // namespace ancrage
