// SPDX-License-Identifier: Apache-2.0
#include "ancrage/planning/location_tables.hpp"

#include "ancrage/access/plain_tables.hpp"
#include "ancrage/base/error.hpp"
#include "ancrage/base/text.hpp"
#include "ancrage/io/raw_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace ancrage::planning {

namespace {

struct Pair {
  std::uint32_t from;
  std::string to;
  double cost;
  std::size_t row;
};

[[noreturn]] void fail(const std::string& file, std::string_view column, Message what, Message remedy) {
  throw Error(ErrorCode::wrong_input, std::move(what), fmt::format("{}, {}", file, column), std::move(remedy));
}

std::vector<Pair> read_pairs(const std::string& path, const std::vector<std::string>& demand_ids) {
  std::unordered_map<std::string_view, std::uint32_t> demand;
  for (std::size_t i = 0; i < demand_ids.size(); ++i) demand.emplace(demand_ids[i], static_cast<std::uint32_t>(i));
  std::vector<Pair> pairs;
  io::DelimitedTable labels;  // for its way of finding columns
  std::size_t from = 0;
  std::size_t to = 0;
  std::size_t cost = 0;
  const auto on_header = [&](const io::Cells& header) {
    labels.source = path;
    labels.header = header;
    from = labels.column("from");
    to = labels.column("to");
    cost = labels.column("cost");
  };
  const auto on_row = [&](std::size_t row, const io::Cells& cells) {
    const auto found = demand.find(cells[from]);
    if (found == demand.end()) {
      fail(path, "from", message("Row {0} leaves from “{1}”, which is no demand place", row, cells[from]),
           message("correct it, add the place, or leave the row out; nearest: {0}",
                   fmt::format("{}", fmt::join(nearest_texts(cells[from], demand_ids), ", "))));
    }
    if (cells[to].empty()) fail(path, "to", message("Row {0} has no id", row), message("name the place"));
    pairs.push_back({found->second, cells[to], access::table_amount(path, "cost", row, cells[cost]), row});
  };
  io::read_rows(path, {}, on_header, on_row);
  if (pairs.empty()) {
    throw Error(ErrorCode::wrong_input, message("The table has no rows"), path,
                message("give the costs from demand places to places"));
  }
  return pairs;
}

void check_distinct(const std::string& path, const std::vector<std::string>& demand_ids, std::vector<Pair>& pairs) {
  std::sort(pairs.begin(), pairs.end(),
            [](const Pair& a, const Pair& b) { return std::tie(a.from, a.to, a.row) < std::tie(b.from, b.to, b.row); });
  const auto twice = std::adjacent_find(pairs.begin(), pairs.end(),
                                        [](const Pair& a, const Pair& b) { return a.from == b.from && a.to == b.to; });
  if (twice == pairs.end()) return;
  fail(path, "from, to",
       message("Row {0} gives the way from “{1}” to “{2}” again (first in row {3})", std::next(twice)->row,
               demand_ids[twice->from], twice->to, twice->row),
       message("keep one row for each pair"));
}

// Ids of an option, each once and each with a cost somewhere.
void check_known(const std::vector<std::string>& ids, const std::map<std::string, std::uint32_t>& known,
                 const std::string& option) {
  std::vector<std::string> seen;
  for (const std::string& id : ids) {
    if (known.find(id) == known.end()) {
      std::vector<std::string> all;
      for (const auto& [name, position] : known) all.push_back(name);
      throw Error(ErrorCode::wrong_input, message("No cost leads to “{0}”", id), option,
                  message("nearest: {0}", fmt::format("{}", fmt::join(nearest_texts(id, all), ", "))));
    }
    if (std::find(seen.begin(), seen.end(), id) != seen.end()) {
      throw Error(ErrorCode::wrong_input, message("“{0}” is named twice", id), option, message("name each place once"));
    }
    seen.push_back(id);
  }
}

}  // namespace

LocationProblem read_location(const std::string& costs, const std::string& demand, const LocationChoice& choice) {
  access::DemandTable demand_table = access::read_demand(demand);
  std::vector<Pair> pairs = read_pairs(costs, demand_table.id);
  check_distinct(costs, demand_table.id, pairs);
  std::map<std::string, std::uint32_t> position;
  for (const Pair& pair : pairs) position.emplace(pair.to, none);
  check_known(choice.fixed, position, "--fixed");
  if (choice.candidates) check_known(*choice.candidates, position, "--candidates");

  LocationProblem problem{.demand_id = std::move(demand_table.id), .people = std::move(demand_table.people)};
  const auto names = [](const std::vector<std::string>& ids, const std::string& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  };
  for (auto& [id, at] : position) {
    const bool fixed = names(choice.fixed, id);
    if (!fixed && choice.candidates && !names(*choice.candidates, id)) continue;
    at = static_cast<std::uint32_t>(problem.places());
    problem.place_id.push_back(id);
    problem.fixed.push_back(fixed ? 1 : 0);
  }
  auto pair = pairs.begin();
  for (std::uint32_t i = 0; i < problem.demands(); ++i) {
    for (; pair != pairs.end() && pair->from == i; ++pair) {
      if (const std::uint32_t place = position.at(pair->to); place != none) problem.costs.add(place, pair->cost);
    }
    problem.costs.end_row();
  }
  return problem;
}

}  // namespace ancrage::planning
