// SPDX-License-Identifier: Apache-2.0
// Doctors to places, 2,000 of them to 400 places with room for one to ten: the assignment of the least sum of ranks
// against SciPy's linear_sum_assignment on the same costs, a column for each room; once with lists of forty places,
// once with lists of all. The stable matching beside it, which SciPy does not have: checked for what blocks it.
#include "bench/support/session.hpp"

#include "ancrage/matching/optimal_assignment.hpp"
#include "ancrage/matching/stable_matching.hpp"
#include "bench/support/machine.hpp"
#include "support/program.hpp"
#include "support/temporary_directory.hpp"

#include <fmt/format.h>

#include <cmath>
#include <fstream>
#include <numeric>
#include <random>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

using namespace ancrage;
using namespace ancrage::bench;
using matching::none;

namespace {

// Debian's own, where python3-scipy is.
constexpr const char* python = "/usr/bin/python3";

// Reads costs as raw doubles, row by row; prints one line: placed, cost, seconds of each run.
constexpr const char* script = R"(import sys, time
import numpy
from scipy.optimize import linear_sum_assignment
path, rows, columns, absent, runs = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4]), int(sys.argv[5])
costs = numpy.fromfile(path, dtype=numpy.float64).reshape(rows, columns)
seconds = []
for _ in range(runs):
    start = time.perf_counter()
    taken = linear_sum_assignment(costs)
    seconds.append(time.perf_counter() - start)
found = costs[taken]
there = found < absent
print(int(there.sum()), repr(float(found[there].sum())), *map(repr, seconds))
)";

struct Market {
  std::vector<std::vector<std::uint32_t>> lists;   // of doctors
  std::vector<std::vector<std::uint32_t>> orders;  // of places, all doctors
  std::vector<std::uint32_t> capacity;
  std::size_t rooms() const { return std::accumulate(capacity.begin(), capacity.end(), std::size_t{0}); }
};

std::vector<std::uint32_t> shuffled(std::mt19937_64& random, std::size_t size) {
  std::vector<std::uint32_t> all(size);
  std::iota(all.begin(), all.end(), 0u);
  for (std::size_t i = size; i > 1; --i) std::swap(all[i - 1], all[random() % i]);
  return all;
}

Market random_market(std::uint64_t seed, std::size_t doctors, std::size_t places, std::size_t choices) {
  std::mt19937_64 random(seed);
  Market market;
  for (std::size_t d = 0; d < doctors; ++d) {
    market.lists.push_back(shuffled(random, places));
    market.lists.back().resize(std::min(choices, places));
  }
  for (std::size_t p = 0; p < places; ++p) {
    market.orders.push_back(shuffled(random, doctors));
    market.capacity.push_back(static_cast<std::uint32_t>(1 + random() % 10));
  }
  return market;
}

matching::CostRows rank_costs(const Market& market) {
  matching::CostRows rows;
  for (const auto& list : market.lists) {
    for (std::size_t k = 0; k < list.size(); ++k) rows.add(list[k], static_cast<double>(k + 1));
    rows.end_row();
  }
  return rows;
}

// Above all sums of ranks, so that as many as can be are placed.
double absent_cost(const Market& market) {
  return static_cast<double>(market.lists.size() * (market.orders.size() + 1));
}

void write_dense(const Market& market, const std::string& path) {
  std::vector<std::size_t> first_room;
  std::size_t rooms = 0;
  for (const std::uint32_t capacity : market.capacity) {
    first_room.push_back(rooms);
    rooms += capacity;
  }
  std::ofstream file(path, std::ios::binary);
  for (const auto& list : market.lists) {
    std::vector<double> row(rooms, absent_cost(market));
    for (std::size_t k = 0; k < list.size(); ++k) {
      for (std::size_t room = 0; room < market.capacity[list[k]]; ++room) {
        row[first_room[list[k]] + room] = static_cast<double>(k + 1);
      }
    }
    file.write(reinterpret_cast<const char*>(row.data()), static_cast<std::streamsize>(row.size() * sizeof(double)));
  }
}

struct PeerAnswer {
  std::size_t placed = 0;
  double cost = 0.0;
  Times times;
};

PeerAnswer scipy(const Market& market, std::size_t runs) {
  const test::TemporaryDirectory folder;
  const std::string costs = folder.path("costs");
  write_dense(market, costs);
  const auto said =
      test::run_program({python, folder.write("assign.py", script), costs, std::to_string(market.lists.size()),
                         std::to_string(market.rooms()), fmt::format("{}", absent_cost(market)), std::to_string(runs)});
  if (said.exit_code != 0) throw std::runtime_error("SciPy: " + said.errors);
  PeerAnswer answer;
  std::istringstream words(said.output);
  words >> answer.placed >> answer.cost;
  for (double seconds = 0.0; words >> seconds;) answer.times.seconds.push_back(seconds);
  answer.times.peak_memory_mib = said.peak_memory_mib;
  return answer;
}

void check_capacities(Session& session, const Market& market, const matching::Assignment& assignment) {
  std::vector<std::uint32_t> taken(market.capacity.size(), 0);
  double cost = 0.0;
  for (std::size_t d = 0; d < market.lists.size(); ++d) {
    if (assignment.entry[d] == none) continue;
    ++taken[market.lists[d][assignment.entry[d]]];
    cost += assignment.entry[d] + 1.0;
  }
  bool kept = cost == assignment.cost;
  for (std::size_t p = 0; p < taken.size(); ++p) kept = kept && taken[p] <= market.capacity[p];
  session.same("capacities kept, the cost that of the entries", kept);
}

void assignments(Session& session, const Market& market, const std::string& what, bool with_scipy) {
  const matching::CostRows rows = rank_costs(market);
  matching::Assignment ours;
  const Times times = session.measure("Ancrage: assignment, " + what,
                                      [&] { ours = matching::optimal_assignment(rows, market.capacity); });
  check_capacities(session, market, ours);
  if (!with_scipy) return;
  const PeerAnswer peer = scipy(market, session.options().runs);
  session.same(fmt::format("SciPy: {} placed, sum of ranks {:.0f}, {}", peer.placed, peer.cost, what),
               peer.placed == ours.placed && peer.cost == ours.cost,
               fmt::format("Ancrage: {} placed, {:.0f}", ours.placed, ours.cost));
  session.add("SciPy: linear_sum_assignment, " + what, peer.times);
  session.at_least("SciPy / Ancrage, " + what, peer.times.median() / times.median(), 1.0);
}

void stable(Session& session, const Market& market) {
  matching::PreferenceLists doctors;
  matching::PreferenceLists places;
  for (const auto& list : market.lists) doctors.add(list);
  for (const auto& order : market.orders) places.add(order);
  const matching::HospitalResidents instance(doctors, places, market.capacity);
  for (const auto& [side, name] :
       {std::pair{matching::Side::residents, "doctors"}, std::pair{matching::Side::hospitals, "places"}}) {
    matching::Matching found;
    session.measure(fmt::format("Ancrage: stable matching, best for {}", name),
                    [&, side = side] { found = matching::stable_matching(instance, side); });
    session.same(fmt::format("nothing blocks the stable matching best for {}", name),
                 matching::blocking_pairs(instance, found).empty());
  }
}

void run(Session& session) {
  const bool tiny = session.options().tiny;
  const std::size_t doctors = tiny ? 30 : 2000;
  const std::size_t places = tiny ? 8 : 400;
  const std::size_t choices = tiny ? 4 : 40;
  const Market some = random_market(session.options().seed, doctors, places, choices);
  const Market all = random_market(session.options().seed + 1, doctors, places, places);
  session.describe(fmt::format("{} doctors, {} places with {} rooms", doctors, places, some.rooms()));
  const auto version = test::run_program({python, "-c", "import scipy; print(scipy.__version__)"});
  const bool with_scipy = version.exit_code == 0;
  if (with_scipy) {
    session.version("SciPy " + version.output.substr(0, version.output.find('\n')));
  } else {
    session.skip("SciPy", "python3-scipy is not installed");
  }
  assignments(session, some, fmt::format("lists of {}", choices), with_scipy);
  assignments(session, all, fmt::format("lists of all {}", places), with_scipy);
  stable(session, some);
}

}  // namespace

int main(int argc, char** argv) { return main_of("matching", argc, argv, run); }
