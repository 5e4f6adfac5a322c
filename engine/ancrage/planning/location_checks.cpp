// SPDX-License-Identifier: Apache-2.0
#include "ancrage/planning/location_checks.hpp"

#include "ancrage/base/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <span>

namespace ancrage::planning {

double LocationSolution::gap() const {
  if (proven || objective == bound) return 0.0;
  return std::abs(objective - bound) / std::max(std::abs(objective), 1e-300);
}

std::string some_of(const std::vector<std::string>& names) {
  constexpr std::size_t most = 5;
  std::string text = fmt::format("{}", fmt::join(std::span(names).first(std::min(most, names.size())), ", "));
  if (names.size() > most) text += ", …";
  return text;
}

void check_count(const LocationProblem& problem, std::size_t count) {
  if (problem.fixed_count() > count) {
    throw Error(ErrorCode::infeasible,
                message("{0} places are fixed, more than the {1} to open", problem.fixed_count(), count), "--fixed, -p",
                message("p counts the fixed places too"));
  }
  if (problem.places() < count) {
    throw Error(ErrorCode::infeasible,
                message("There are {0} places that may open, fewer than the {1} asked for", problem.places(), count),
                "-p", message("ask for fewer, or give costs to more places"));
  }
}

void check_reached(const LocationProblem& problem, double radius) {
  std::vector<std::string> unreached;
  for (std::size_t i = 0; i < problem.demands(); ++i) {
    const auto costs = problem.costs.costs_of(i);
    const bool reached = std::any_of(costs.begin(), costs.end(), [&](double cost) { return cost <= radius; });
    if (problem.people[i] > 0 && !reached) unreached.push_back(problem.demand_id[i]);
  }
  if (unreached.empty()) return;
  if (std::isfinite(radius)) {
    throw Error(
        ErrorCode::infeasible,
        message("{0} demand places have no place within the radius {1}", unreached.size(), fmt::format("{}", radius)),
        some_of(unreached), message("widen the radius, or allow more places"));
  }
  throw Error(ErrorCode::infeasible, message("{0} demand places reach no place that may open", unreached.size()),
              some_of(unreached), message("give them costs, or leave them out of the demand"));
}

void fail_needs_more(const LocationSolution& cover, std::size_t count) {
  throw Error(ErrorCode::infeasible, message("{0} places cannot serve everybody", count), "-p",
              cover.proven ? message("it takes {0}", cover.open.size())
                           : message("it takes {0} or more", static_cast<std::size_t>(std::ceil(cover.bound - 1e-6))));
}

}  // namespace ancrage::planning
