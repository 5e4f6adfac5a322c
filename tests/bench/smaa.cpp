// SPDX-License-Identifier: Apache-2.0
// SMAA-2 of 1,000 alternatives by 12 criteria under 10,000 weightings: Ancrage on one and on all processors, and a
// NumPy script that is given the same weightings (and need not draw them).
#include "bench/support/session.hpp"

#include "ancrage/decision/smaa.hpp"
#include "support/program.hpp"
#include "support/temporary_directory.hpp"

#include <fmt/format.h>

#include <fstream>
#include <random>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

using namespace ancrage;
using namespace ancrage::bench;
using namespace ancrage::decision;

namespace {

constexpr double limit_seconds = 1.0;
constexpr std::size_t block = 64;               // weightings that smaa() draws together
const std::string python = "/usr/bin/python3";  // that of the Debian packages

const std::string script = R"(
import resource, sys, time
import numpy
alternatives, criteria, samples, runs = map(int, sys.argv[1:])
utilities = numpy.fromfile("utilities").reshape(alternatives, criteria)
weights = numpy.fromfile("weights").reshape(samples, criteria)
for run in range(runs):
    start = time.perf_counter()
    scores = weights @ utilities.T
    order = numpy.argsort(-scores, axis=1, kind="stable")
    ranks = numpy.empty_like(order)
    numpy.put_along_axis(ranks, order, numpy.arange(alternatives)[None, :], axis=1)
    cells = numpy.arange(alternatives)[None, :] * alternatives + ranks
    counts = numpy.bincount(cells.ravel(), minlength=alternatives**2)
    first = order[:, 0]
    central = numpy.zeros((alternatives, criteria))
    numpy.add.at(central, first, weights)
    print(time.perf_counter() - start)
print(numpy.__version__, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
counts.astype(numpy.uint32).tofile("counts")
)";

template <class Number>
void write_numbers(const std::string& path, const std::vector<Number>& numbers) {
  std::ofstream file(path, std::ios::binary);
  file.write(reinterpret_cast<const char*>(numbers.data()),
             static_cast<std::streamsize>(numbers.size() * sizeof(Number)));
}

std::vector<std::uint32_t> read_counts(const std::string& path, std::size_t size) {
  std::vector<std::uint32_t> counts(size);
  std::ifstream file(path, std::ios::binary);
  file.read(reinterpret_cast<char*>(counts.data()), static_cast<std::streamsize>(size * sizeof(std::uint32_t)));
  if (!file) throw std::runtime_error("the NumPy script wrote no counts");
  return counts;
}

DecisionTable random_table(std::size_t alternatives, std::size_t criteria, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::uniform_real_distribution<double> uniform(0.0, 1.0);
  DecisionTable table;
  for (std::size_t i = 0; i < alternatives; ++i) table.ids.push_back(fmt::format("a{:06}", i));
  for (std::size_t k = 0; k < criteria; ++k) table.criteria.push_back(fmt::format("c{}", k));
  for (std::size_t i = 0; i < alternatives * criteria; ++i) table.values.emplace_back(uniform(random));
  table.directions.assign(criteria, Direction::maximise);
  return table;
}

// Weighting by weighting, as smaa() draws them.
std::vector<double> drawn_weights(const WeightSpace& space, std::uint64_t seed, std::size_t samples) {
  const std::size_t criteria = space.criteria();
  std::vector<double> weights(samples * criteria);
  std::vector<double> drawn(block * criteria);
  for (std::size_t s = 0; s < samples; ++s) {
    if (s % block == 0) space.draw_block(seed, s / block, block, drawn);
    for (std::size_t k = 0; k < criteria; ++k) weights[s * criteria + k] = drawn[k * block + s % block];
  }
  return weights;
}

void run(Session& session) {
  const std::size_t alternatives = session.options().tiny ? 20 : 1000;
  const std::size_t criteria = 12;
  const std::size_t samples = session.options().tiny ? 200 : 10'000;
  const std::uint64_t seed = session.options().seed;
  session.describe(fmt::format("{} alternatives, {} criteria, {} weightings; the share of every rank, central weights",
                               alternatives, criteria, samples));
  const DecisionTable table = random_table(alternatives, criteria, seed);
  const WeightSpace space(table.criteria, {});
  Smaa one;
  Smaa all;
  session.measure("Ancrage, one thread",
                  [&] { one = smaa(table, space, {.samples = samples, .seed = seed, .threads = 1}); });
  const Times ours =
      session.measure("Ancrage, all processors", [&] { all = smaa(table, space, {.samples = samples, .seed = seed}); });
  session.same("one thread and all, every count", one.counts == all.counts);
  session.at_most("SMAA-2", ours.median(), limit_seconds);

  if (test::run_program({python, "-c", "import numpy"}).exit_code != 0) {
    session.skip("NumPy", "python3-numpy is not installed");
    return;
  }
  const test::TemporaryDirectory folder;
  std::vector<double> utilities;
  for (const Quantity& value : table.values) utilities.push_back(value.value());
  write_numbers(folder.path("utilities"), utilities);
  write_numbers(folder.path("weights"), drawn_weights(space, seed, samples));
  const auto said = test::run_program({python, "-c", script, std::to_string(alternatives), std::to_string(criteria),
                                       std::to_string(samples), std::to_string(session.options().runs)},
                                      {.directory = folder.path()});
  if (said.exit_code != 0) throw std::runtime_error("NumPy: " + said.errors);
  Times numpy;
  std::istringstream lines(said.output);
  for (std::size_t i = 0; i < session.options().runs; ++i) lines >> numpy.seconds.emplace_back();
  std::string version;
  lines >> version >> numpy.peak_memory_mib;
  session.version("NumPy " + version);
  session.same("NumPy, every count", read_counts(folder.path("counts"), all.counts.size()) == all.counts);
  session.add("NumPy, weightings given", numpy);
}

}  // namespace

int main(int argc, char** argv) { return main_of("smaa", argc, argv, run); }
