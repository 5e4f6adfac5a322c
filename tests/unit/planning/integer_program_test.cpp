// SPDX-License-Identifier: Apache-2.0
#include "ancrage/planning/integer_program.hpp"

#include "support/errors.hpp"

#include <catch2/catch.hpp>

#include <random>

using namespace ancrage;
using namespace ancrage::planning;

namespace {

// minimise -3 x - 2 y, 2 x + y <= 7, whole numbers of 0..10: (0, 7) costs -14.
IntegerProgram small_program() {
  IntegerProgram program;
  const auto x = program.add_column(-3, 0, 10);
  const auto y = program.add_column(-2, 0, 10);
  program.add_row({{x, 2}, {y, 1}}, -unbounded, 7);
  return program;
}

// Binary knapsacks with two rows: maximise value.
IntegerProgram random_knapsack(std::uint64_t seed, std::size_t things) {
  std::mt19937_64 random(seed);
  IntegerProgram program;
  std::vector<IntegerProgram::Term> weight;
  std::vector<IntegerProgram::Term> volume;
  for (std::size_t k = 0; k < things; ++k) {
    const auto column = program.add_column(-static_cast<double>(1 + random() % 100), 0, 1);
    weight.push_back({column, static_cast<double>(1 + random() % 60)});
    volume.push_back({column, static_cast<double>(1 + random() % 60)});
  }
  program.add_row(weight, 0, 150);
  program.add_row(volume, 0, 170);
  return program;
}

double best_by_trying_all(const IntegerProgram& program) {
  double best = 0.0;
  for (std::size_t set = 0; set < (std::size_t{1} << program.columns()); ++set) {
    double cost = 0.0;
    for (std::size_t k = 0; k < program.columns(); ++k) cost += (set >> k & 1) != 0 ? program.cost[k] : 0.0;
    bool allowed = cost < best;
    for (std::size_t row = 0; row < program.rows() && allowed; ++row) {
      double sum = 0.0;
      for (std::size_t k = program.row_starts[row]; k < program.row_starts[row + 1]; ++k) {
        sum += (set >> program.row_columns[k] & 1) != 0 ? program.row_factors[k] : 0.0;
      }
      allowed = sum <= program.row_upper[row];
    }
    if (allowed) best = cost;
  }
  return best;
}

}  // namespace

TEST_CASE("a small programme is solved to proven optimum", "[planning]") {
  const ProgramSolution solution = solve(small_program());
  CHECK(solution.status == SolveStatus::optimal);
  CHECK(solution.value == std::vector<double>{0, 7});
  CHECK(solution.cost == Approx(-14));
  CHECK(solution.bound == Approx(-14));
}

TEST_CASE("only what costs less than the cutoff is an answer", "[planning]") {
  CHECK(solve(small_program(), {.cutoff = -13}).value == std::vector<double>{0, 7});
  const ProgramSolution none = solve(small_program(), {.cutoff = -14});
  CHECK(none.status == SolveStatus::optimal);
  CHECK(none.value.empty());
}

TEST_CASE("a programme that nothing satisfies has no answer and that is proven", "[planning]") {
  IntegerProgram program;
  const auto x = program.add_column(1, 0, 1);
  const auto y = program.add_column(1, 0, 1);
  program.add_row({{x, 2}, {y, 2}}, 1, 1);
  const ProgramSolution solution = solve(program);
  CHECK(solution.status == SolveStatus::optimal);
  CHECK(solution.value.empty());
}

TEST_CASE("without rows every column goes to its cheaper bound", "[planning]") {
  IntegerProgram program;
  program.add_column(-1, 0, 3);
  program.add_column(2, 1, 5);
  CHECK(solve(program).value == std::vector<double>{3, 1});
}

TEST_CASE("random programmes agree with trying all, and are the same again", "[planning]") {
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    CAPTURE(seed);
    const IntegerProgram program = random_knapsack(seed, 14);
    const ProgramSolution solution = solve(program);
    CHECK(solution.status == SolveStatus::optimal);
    CHECK(solution.cost == Approx(best_by_trying_all(program)));
    CHECK(solve(program).value == solution.value);
  }
}

TEST_CASE("a stop ends the search as an interruption", "[planning]") {
  std::stop_source stop;
  stop.request_stop();
  const auto fault = test::fault_of([&] { solve(random_knapsack(1, 40), {}, {.stop = stop.get_token()}); });
  REQUIRE(fault);
  CHECK(fault->code == ErrorCode::interrupted);
}
