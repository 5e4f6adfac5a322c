// SPDX-License-Identifier: Apache-2.0
#include "ancrage/decision/smaa.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/base/parallel_for.hpp"
#include "ancrage/decision/draw_ranking.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <memory>
#include <mutex>
#include <numeric>
#include <utility>

namespace ancrage::decision {

namespace {

// Weightings drawn together: few enough that their scores stay near the processor, many enough that a row of counts is
// used often while it is near. The numbers drawn depend on it.
constexpr std::size_t block_draws = 64;
// Blocks between two reports of progress.
constexpr std::size_t blocks_a_report = 256;
// Weights are added up as whole numbers of this step, so that no order of adding plays a part.
constexpr double weight_step = 0x1p-30;

// What one thread adds up; sums of whole numbers, which may be added in any order.
struct Tally {
  std::vector<std::uint32_t> counts;        // alternatives x ranks
  std::vector<std::uint64_t> first_weight;  // alternatives x criteria, in steps
};

// One thread's scratch for a block.
struct Scratch {
  std::vector<double> weights;
  std::vector<double> scores;
  std::vector<std::uint32_t> ranks;  // draws x ranked alternatives
  ScoreSorter sorter;
};

class Simulation {
 public:
  Simulation(const DecisionTable& utilities, const WeightSpace& space, const SmaaOptions& options)
      : columns_(utilities), space_(space), options_(options), alternatives_(utilities.rows()) {}

  std::size_t blocks() const { return (options_.samples + block_draws - 1) / block_draws; }

  // Blocks begin..end; may run on several threads at once.
  void run(std::size_t begin, std::size_t end) {
    std::unique_ptr<Tally> tally = take();
    Scratch scratch;
    for (std::size_t block = begin; block < end; ++block) run_block(block, scratch, *tally);
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(tally));
  }

  // What all threads added up.
  Tally total() {
    Tally sum = std::move(*take());
    for (const auto& tally : idle_) {
      std::transform(sum.counts.begin(), sum.counts.end(), tally->counts.begin(), sum.counts.begin(), std::plus<>());
      std::transform(sum.first_weight.begin(), sum.first_weight.end(), tally->first_weight.begin(),
                     sum.first_weight.begin(), std::plus<>());
    }
    return sum;
  }

  // 1 when the alternative is first under the weighting, else 0.
  double is_first(std::size_t alternative, std::span<const double> weighting) const {
    std::vector<double> scores(columns_.ranked());
    columns_.scores(weighting, 1, 1, scores);
    ScoreSorter sorter;
    return columns_.alternative()[sorter.sort(scores).front()] == alternative ? 1.0 : 0.0;
  }

 private:
  std::unique_ptr<Tally> take() {
    {
      const std::lock_guard lock(mutex_);
      if (!idle_.empty()) {
        std::unique_ptr<Tally> tally = std::move(idle_.back());
        idle_.pop_back();
        return tally;
      }
    }
    return std::make_unique<Tally>(Tally{std::vector<std::uint32_t>(alternatives_ * alternatives_, 0),
                                         std::vector<std::uint64_t>(alternatives_ * columns_.criteria(), 0)});
  }

  void run_block(std::size_t block, Scratch& scratch, Tally& tally) const {
    const std::size_t draws = std::min(block_draws, options_.samples - block * block_draws);
    const std::size_t ranked = columns_.ranked();
    const std::size_t criteria = columns_.criteria();
    if (ranked == 0) return;
    scratch.weights.resize(block_draws * criteria);
    scratch.scores.resize(draws * ranked);
    scratch.ranks.resize(draws * ranked);
    // The last block draws as many as the others: a longer simulation begins like a shorter one.
    space_.draw_block(options_.seed, block, block_draws, scratch.weights);
    columns_.scores(scratch.weights, block_draws, draws, scratch.scores);
    for (std::size_t d = 0; d < draws; ++d) {
      const auto order = scratch.sorter.sort(std::span(scratch.scores).subspan(d * ranked, ranked));
      std::uint32_t* const ranks = scratch.ranks.data() + d * ranked;
      for (std::uint32_t rank = 0; rank < ranked; ++rank) ranks[order[rank]] = rank;
      std::uint64_t* const sums = tally.first_weight.data() + columns_.alternative()[order.front()] * criteria;
      for (std::size_t k = 0; k < criteria; ++k) {
        sums[k] += static_cast<std::uint64_t>(std::llround(scratch.weights[k * block_draws + d] / weight_step));
      }
    }
    for (std::size_t i = 0; i < ranked; ++i) {
      std::uint32_t* const counts = tally.counts.data() + columns_.alternative()[i] * alternatives_;
      for (std::size_t d = 0; d < draws; ++d) ++counts[scratch.ranks[d * ranked + i]];
    }
  }

  ScoreColumns columns_;
  const WeightSpace& space_;
  const SmaaOptions& options_;
  std::size_t alternatives_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Tally>> idle_;
};

void set_central_weights(Smaa& result, const Tally& tally, const Simulation& simulation) {
  const std::size_t criteria = result.criteria;
  result.central_weight.assign(result.alternatives * criteria, std::nan(""));
  result.confidence.assign(result.alternatives, Quantity::missing());
  for (std::size_t i = 0; i < result.alternatives; ++i) {
    if (result.counts[i * result.alternatives] == 0) continue;
    const auto sums = std::span(tally.first_weight).subspan(i * criteria, criteria);
    const double whole = static_cast<double>(std::accumulate(sums.begin(), sums.end(), std::uint64_t{0}));
    const auto central = std::span(result.central_weight).subspan(i * criteria, criteria);
    for (std::size_t k = 0; k < criteria; ++k) central[k] = static_cast<double>(sums[k]) / whole;
    result.confidence[i] = simulation.is_first(i, central);
  }
}

}  // namespace

Smaa smaa(const DecisionTable& utilities, const WeightSpace& space, const SmaaOptions& options,
          const Progress& progress) {
  check_table(utilities);
  constexpr std::size_t most_samples = std::size_t{1} << 31U;
  if (options.samples == 0 || options.samples > most_samples) {
    throw Error(ErrorCode::wrong_input, message("A simulation takes 1 to {0} samples", most_samples));
  }
  Simulation simulation(utilities, space, options);
  const std::size_t blocks = simulation.blocks();
  for (std::size_t begin = 0; begin < blocks; begin += blocks_a_report) {
    progress(message("Drawing weightings"), static_cast<double>(begin) / static_cast<double>(blocks));
    const std::size_t count = std::min(blocks_a_report, blocks - begin);
    const auto work = [&](std::size_t first, std::size_t last) { simulation.run(begin + first, begin + last); };
    parallel_for(count, progress.stop, work, options.threads);
  }
  progress(message("Drawing weightings"), 1.0);
  Tally total = simulation.total();
  Smaa result{utilities.rows(), utilities.columns(), options.samples, std::move(total.counts), {}, {}};
  set_central_weights(result, total, simulation);
  return result;
}

}  // namespace ancrage::decision
