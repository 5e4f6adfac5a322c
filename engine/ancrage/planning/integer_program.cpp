// SPDX-License-Identifier: Apache-2.0
#include "ancrage/planning/integer_program.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/planning/deadline.hpp"

#include <fmt/format.h>
#include <CbcEventHandler.hpp>
#include <CbcModel.hpp>
#include <CbcSolver.hpp>
#include <ClpEventHandler.hpp>
#include <ClpSimplex.hpp>
#include <CoinPackedMatrix.hpp>
#include <OsiClpSolverInterface.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace ancrage::planning {

namespace {

constexpr double row_tolerance = 1e-5;  // relative to the row's largest factor
constexpr double least_cutoff_margin = 1e-9;

// Ends the search once a stop is asked for.
class SearchEvents : public CbcEventHandler {
 public:
  explicit SearchEvents(std::stop_token token) : stop_(std::move(token)) {}

  CbcAction event(CbcEvent) override { return stop_.stop_requested() ? stop : noAction; }
  CbcEventHandler* clone() const override { return new SearchEvents(*this); }

 private:
  std::stop_token stop_;
};

// The same inside the linear programmes, which may take long at the root.
class LinearEvents : public ClpEventHandler {
 public:
  explicit LinearEvents(std::stop_token stop) : stop_(std::move(stop)) {}

  int event(Event) override { return stop_.stop_requested() ? 5 : -1; }  // 5: stopped by the user
  ClpEventHandler* clone() const override { return new LinearEvents(*this); }

 private:
  std::stop_token stop_;
};

void load(const IntegerProgram& program, OsiClpSolverInterface& solver) {
  std::vector<CoinBigIndex> starts(program.row_starts.begin(), program.row_starts.end());
  std::vector<int> columns(program.row_columns.begin(), program.row_columns.end());
  std::vector<int> lengths;
  for (std::size_t row = 0; row < program.rows(); ++row) lengths.push_back(starts[row + 1] - starts[row]);
  const CoinPackedMatrix matrix(false, static_cast<int>(program.columns()), static_cast<int>(program.rows()),
                                static_cast<CoinBigIndex>(columns.size()), program.row_factors.data(), columns.data(),
                                starts.data(), lengths.data());
  const auto bounds = [&](std::vector<double> values) {
    for (double& value : values) value = std::clamp(value, -solver.getInfinity(), solver.getInfinity());
    return values;
  };
  solver.loadProblem(matrix, bounds(program.lower).data(), bounds(program.upper).data(), program.cost.data(),
                     bounds(program.row_lower).data(), bounds(program.row_upper).data());
  for (std::size_t column = 0; column < program.columns(); ++column) {
    if (program.kind[column] == IntegerProgram::Kind::whole) solver.setInteger(static_cast<int>(column));
  }
}

// Without rows or columns CBC has nothing to do: every column goes to its cheaper bound.
ProgramSolution solve_without_rows(const IntegerProgram& program, double cutoff) {
  ProgramSolution solution;
  solution.cost = 0.0;
  for (std::size_t column = 0; column < program.columns(); ++column) {
    solution.value.push_back(program.cost[column] < 0 ? program.upper[column] : program.lower[column]);
    solution.cost += program.cost[column] * solution.value.back();
  }
  solution.bound = std::min(solution.cost, cutoff);
  if (!(solution.cost < cutoff)) {
    solution.value.clear();
    solution.cost = unbounded;
  }
  return solution;
}

std::vector<double> rounded(const IntegerProgram& program, const double* values) {
  std::vector<double> result(values, values + program.columns());
  for (std::size_t column = 0; column < result.size(); ++column) {
    if (program.kind[column] == IntegerProgram::Kind::whole) result[column] = std::round(result[column]);
  }
  return result;
}

void check_rows(const IntegerProgram& program, const std::vector<double>& value) {
  for (std::size_t row = 0; row < program.rows(); ++row) {
    double sum = 0.0;
    double largest = 1.0;
    for (std::size_t k = program.row_starts[row]; k < program.row_starts[row + 1]; ++k) {
      sum += program.row_factors[k] * value[program.row_columns[k]];
      largest = std::max(largest, std::abs(program.row_factors[k]));
    }
    const double allowed = row_tolerance * largest;
    if (sum < program.row_lower[row] - allowed || sum > program.row_upper[row] + allowed) {
      throw Error(ErrorCode::internal, message("The solver’s answer breaks row {0} of its model", row),
                  fmt::format("{} <= {} <= {}", program.row_lower[row], sum, program.row_upper[row]));
    }
  }
}

ProgramSolution answer_of(const IntegerProgram& program, const SolveOptions& options, const CbcModel& model,
                          bool in_time) {
  ProgramSolution solution;
  if (const double* values = model.bestSolution(); values != nullptr && model.getObjValue() < options.cutoff) {
    solution.value = rounded(program, values);
    check_rows(program, solution.value);
    solution.cost = 0.0;
    for (std::size_t column = 0; column < program.columns(); ++column) {
      solution.cost += program.cost[column] * solution.value[column];
    }
  }
  const bool complete = model.status() == 0 && (model.secondaryStatus() == 0 || model.secondaryStatus() == 1);
  const bool proven = in_time && (model.isProvenOptimal() || model.isProvenInfeasible() || complete);
  if (!proven && in_time && model.status() != 1) {
    throw Error(ErrorCode::internal, message("The solver gave up (status {0})", model.status()));
  }
  solution.status = proven ? SolveStatus::optimal : SolveStatus::stopped;
  solution.bound = proven ? std::min(solution.cost, options.cutoff)
                          : std::min({model.getBestPossibleObjValue(), solution.cost, options.cutoff});
  return solution;
}

}  // namespace

std::uint32_t IntegerProgram::add_column(double column_cost, double least, double most, Kind column_kind) {
  cost.push_back(column_cost);
  lower.push_back(least);
  upper.push_back(most);
  kind.push_back(column_kind);
  return static_cast<std::uint32_t>(cost.size() - 1);
}

void IntegerProgram::add_row(std::span<const Term> terms, double least, double most) {
  for (const Term& term : terms) {
    row_columns.push_back(term.column);
    row_factors.push_back(term.factor);
  }
  row_starts.push_back(row_columns.size());
  row_lower.push_back(least);
  row_upper.push_back(most);
}

ProgramSolution solve(const IntegerProgram& program, const SolveOptions& options, const Progress& progress) {
  throw_if_stopped(progress);
  if (program.rows() == 0 || program.columns() == 0) return solve_without_rows(program, options.cutoff);
  const Deadline deadline(options.seconds);
  OsiClpSolverInterface solver;
  solver.messageHandler()->setLogLevel(0);
  solver.getModelPtr()->setLogLevel(0);
  load(program, solver);
  LinearEvents linear_events(progress.stop);
  solver.getModelPtr()->passInEventHandler(&linear_events);
  CbcModel model(solver);
  model.setLogLevel(0);
  model.messageHandler()->setLogLevel(0);
  SearchEvents events(progress.stop);
  CbcSolverUsefulData settings;
  settings.noPrinting_ = true;
  settings.useSignalHandler_ = false;
  CbcMain0(model, settings);
  model.passInEventHandler(&events);
  std::vector<std::string> words{"ancrage",        "-log", "0",         "-threads", "0",         "-randomSeed", "1",
                                 "-randomCbcSeed", "1",    "-ratioGap", "0",        "-timeMode", "elapsed"};
  const auto add = [&](const char* name, double value) {
    words.emplace_back(name);
    words.push_back(fmt::format("{}", value));
  };
  if (std::isfinite(options.seconds)) add("-seconds", std::max(options.seconds, 0.01));
  if (options.nodes > 0) {
    words.emplace_back("-maxNodes");
    words.push_back(std::to_string(options.nodes));
  }
  if (options.cut_rounds > 0) {
    words.emplace_back("-passCuts");
    words.push_back(fmt::format("-{}", options.cut_rounds));  // negative: no more, however well they do
  }
  if (std::isfinite(options.cutoff)) {
    add("-cutoff", options.cutoff - least_cutoff_margin * std::max(1.0, std::abs(options.cutoff)));
  }
  words.insert(words.end(), {"-solve", "-quit"});
  std::vector<const char*> arguments;
  for (const std::string& word : words) arguments.push_back(word.c_str());
  CbcMain1(
      static_cast<int>(arguments.size()), arguments.data(), model, [](CbcModel*, int) { return 0; }, settings);
  throw_if_stopped(progress);
  return answer_of(program, options, model, !deadline.passed());
}

}  // namespace ancrage::planning
