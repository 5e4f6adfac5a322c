// SPDX-License-Identifier: Apache-2.0
// Linear programmes with whole-number columns, solved to proven optimum by COIN-OR CBC. The one file that knows CBC.
//
//   IntegerProgram program;
//   const auto x = program.add_column(-3, 0, 10);            minimise -3 x - 2 y
//   const auto y = program.add_column(-2, 0, 10);
//   program.add_row({{x, 2}, {y, 1}}, -unbounded, 7);        2 x + y <= 7
//   const ProgramSolution best = solve(program);             best.value == {0, 7}
#pragma once

#include "ancrage/base/progress.hpp"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <span>
#include <vector>

namespace ancrage::planning {

inline constexpr double unbounded = std::numeric_limits<double>::infinity();

// Columns and rows in the order in which they are added; rows are kept compressed.
class IntegerProgram {
 public:
  enum class Kind : std::uint8_t { whole, real };
  struct Term {
    std::uint32_t column;
    double factor;
  };

  // A column between two bounds; Σ cost · column is minimised. Returns its position.
  std::uint32_t add_column(double column_cost, double least, double most, Kind column_kind = Kind::whole);
  // least <= Σ factor · column <= most, each column at most once.
  void add_row(std::span<const Term> terms, double least, double most);
  void add_row(std::initializer_list<Term> terms, double least, double most) {
    add_row(std::span(terms.begin(), terms.size()), least, most);
  }

  std::size_t columns() const { return cost.size(); }
  std::size_t rows() const { return row_lower.size(); }

  std::vector<double> cost;
  std::vector<double> lower;
  std::vector<double> upper;
  std::vector<Kind> kind;
  std::vector<double> row_lower;
  std::vector<double> row_upper;
  std::vector<std::size_t> row_starts{0};
  std::vector<std::uint32_t> row_columns;
  std::vector<double> row_factors;
};

struct SolveOptions {
  double seconds = unbounded;  // of the clock; afterwards the best so far and its bound
  std::size_t nodes = 0;       // of the search tree, the same limit on every machine; 0: none
  std::size_t cut_rounds = 0;  // of cutting planes before the search, at most; 0: as many as help
  // Only solutions that cost less are looked for: what is known already. Finding none proves that there is none.
  double cutoff = unbounded;
};

enum class SolveStatus {
  optimal,  // proven; without a value: no solution costs less than the cutoff, or there is none at all
  stopped,  // at a limit: the best so far; may be without a value
};

struct ProgramSolution {
  SolveStatus status = SolveStatus::optimal;
  std::vector<double> value{};  // by column, whole ones rounded; empty when nothing was found
  double cost = unbounded;
  double bound = -unbounded;  // no solution costs less
};

// One thread and fixed seeds: the same programme gives the same solution, unless time runs out. The proof is within
// CBC's tolerances (1e-6 on whole numbers and rows): scale costs so that what matters is larger. Throws
// Error(interrupted) on a stop, Error(internal) when CBC gives up or its answer breaks a row.
ProgramSolution solve(const IntegerProgram& program, const SolveOptions& options = {}, const Progress& progress = {});

}  // namespace ancrage::planning
