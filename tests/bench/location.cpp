// SPDX-License-Identifier: Apache-2.0
// Where to open p places: Ancrage against CBC and GLPK, which read the model that a textbook writes (a column and a row
// for each pair) from an LP file, as their users would. Random points and the San Francisco stores for all; 900 points
// and a graph of 900 nodes, where that model has 810,000 columns, for Ancrage alone.
#include "bench/support/session.hpp"

#include "ancrage/planning/location_models.hpp"
#include "ancrage/planning/median_search.hpp"
#include "support/program.hpp"
#include "support/random_location.hpp"
#include "support/san_francisco.hpp"
#include "support/temporary_directory.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <functional>
#include <iterator>
#include <limits>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

using namespace ancrage;
using namespace ancrage::bench;
using namespace ancrage::planning;

namespace {

constexpr int peer_limit_seconds = 60;
constexpr std::size_t slow_runs = 3;  // at most, of what takes long
constexpr double large_limit_seconds = 60.0;
constexpr double tolerance = 1e-9;  // of objectives, that of the proofs
constexpr double infinity = std::numeric_limits<double>::infinity();

bool alike(double one, double other) { return std::abs(one - other) <= tolerance * std::max(1.0, std::abs(one)); }

// Of a model as text; its first columns are y0, y1, …: whether a place opens.
using Lines = fmt::memory_buffer;

template <class... Values>
void put(Lines& lines, fmt::format_string<Values...> pattern, Values&&... values) {
  fmt::format_to(std::back_inserter(lines), pattern, std::forward<Values>(values)...);
}

void put_places(Lines& lines, std::size_t places, const char* pattern) {
  for (std::size_t j = 0; j < places; ++j) put(lines, fmt::runtime(pattern), j);
}

std::string finished(Lines& lines, std::size_t places) {
  put(lines, "Binaries\n");
  put_places(lines, places, "y{}\n");
  put(lines, "End\n");
  return fmt::to_string(lines);
}

// x: the share of a demand place that goes to a place.
std::string median_model(const LocationProblem& problem, std::size_t count) {
  Lines lines;
  const auto for_pairs = [&](const auto& look) {
    for (std::size_t i = 0; i < problem.demands(); ++i) {
      const auto places = problem.costs.places_of(i);
      for (std::size_t k = 0; k < places.size(); ++k) look(i, places[k], problem.costs.costs_of(i)[k]);
    }
  };
  put(lines, "Minimize\ncost:\n");
  put_places(lines, problem.places(), "+ 0 y{}\n");
  for_pairs([&](std::size_t i, std::uint32_t j, double cost) {
    put(lines, "+ {} x{}_{}\n", problem.people[i] * cost, i, j);
  });
  put(lines, "Subject To\nopen:\n");
  put_places(lines, problem.places(), "+ y{}\n");
  put(lines, "= {}\n", count);
  for (std::size_t i = 0; i < problem.demands(); ++i) {
    put(lines, "served{}:\n", i);
    for (const std::uint32_t j : problem.costs.places_of(i)) put(lines, "+ x{}_{}\n", i, j);
    put(lines, "= 1\n");
  }
  for_pairs(
      [&](std::size_t i, std::uint32_t j, double) { put(lines, "pair{}_{}: x{}_{} - y{} <= 0\n", i, j, i, j, j); });
  return finished(lines, problem.places());
}

// z: whether a demand place is covered.
std::string covering_model(const LocationProblem& problem, std::size_t count, double radius) {
  Lines lines;
  put(lines, "Maximize\npeople:\n");
  put_places(lines, problem.places(), "+ 0 y{}\n");
  for (std::size_t i = 0; i < problem.demands(); ++i) put(lines, "+ {} z{}\n", problem.people[i], i);
  put(lines, "Subject To\nopen:\n");
  put_places(lines, problem.places(), "+ y{}\n");
  put(lines, "= {}\n", count);
  for (std::size_t i = 0; i < problem.demands(); ++i) {
    put(lines, "covered{}: z{}\n", i, i);
    const auto places = problem.costs.places_of(i);
    for (std::size_t k = 0; k < places.size(); ++k) {
      if (problem.costs.costs_of(i)[k] <= radius) put(lines, "- y{}\n", places[k]);
    }
    put(lines, "<= 0\n");
  }
  put(lines, "Bounds\n");
  for (std::size_t i = 0; i < problem.demands(); ++i) put(lines, "0 <= z{} <= 1\n", i);
  return finished(lines, problem.places());
}

struct Found {
  bool optimal = false;
  std::vector<std::uint32_t> open{};
};

// "Optimal - objective value 12.5", then "3 y3 1 0" for each column that is not 0.
Found read_cbc(const std::string& text, std::size_t /*places*/) {
  std::istringstream lines(text);
  std::string line;
  std::getline(lines, line);
  Found found{.optimal = line.rfind("Optimal ", 0) == 0};
  while (std::getline(lines, line)) {
    std::istringstream words(line);
    std::string number;
    std::string name;
    double value = 0.0;
    if (words >> number >> name >> value && name.front() == 'y' && value > 0.5) {
      found.open.push_back(static_cast<std::uint32_t>(std::stoul(name.substr(1))));
    }
  }
  return found;
}

// "s mip ROWS COLUMNS o OBJECTIVE" where o is optimal, then "j 4 1" for each column from 1 on.
Found read_glpk(const std::string& text, std::size_t places) {
  std::istringstream lines(text);
  Found found;
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string kind;
    words >> kind;
    if (kind == "s") {
      std::string skipped;
      std::string status;
      words >> skipped >> skipped >> skipped >> status;
      found.optimal = status == "o";
    } else if (kind == "j") {
      std::size_t column = 0;
      double value = 0.0;
      words >> column >> value;
      if (column <= places && value > 0.5) found.open.push_back(static_cast<std::uint32_t>(column - 1));
    }
  }
  return found;
}

struct Peer {
  std::string name;
  std::string program;
  std::vector<std::string> (*command)(const std::string& model, const std::string& answer);
  Found (*read)(const std::string& answer, std::size_t places);
};

const std::vector<Peer>& all_peers() {
  static const std::vector<Peer> peers{
      {"CBC", "/usr/bin/cbc",
       [](const std::string& model, const std::string& answer) {
         return std::vector<std::string>{"/usr/bin/cbc", model,       "-ratioGap", "0",
                                         "-timeMode",    "elapsed",   "-seconds",  std::to_string(peer_limit_seconds),
                                         "-solve",       "-solution", answer,      "-quit"};
       },
       read_cbc},
      {"GLPK", "/usr/bin/glpsol",
       [](const std::string& model, const std::string& answer) {
         return std::vector<std::string>{
             "/usr/bin/glpsol", "--lp", model, "--tmlim", std::to_string(peer_limit_seconds), "--write", answer};
       },
       read_glpk}};
  return peers;
}

std::vector<Peer> peers_here(Session& session) {
  std::vector<Peer> here;
  for (const Peer& peer : all_peers()) {
    if (std::filesystem::exists(peer.program)) {
      here.push_back(peer);
    } else {
      session.skip(peer.name, peer.program + " is not installed");
    }
  }
  return here;
}

// What all contenders are asked.
struct Question {
  std::string name;
  const LocationProblem& problem;
  std::size_t count;
  std::string model;
  std::function<LocationSolution()> ours;
  std::function<double(const std::vector<std::uint32_t>&)> objective;  // of a set that is open
  double published = std::numeric_limits<double>::quiet_NaN();
};

Question median_question(const std::string& name, const LocationProblem& problem, std::size_t count) {
  return {.name = name,
          .problem = problem,
          .count = count,
          .model = median_model(problem, count),
          .ours = [&problem, count] { return p_median(problem, count); },
          .objective = [&problem](const auto& open) { return served_cost(problem, nearest_open(problem, open)); }};
}

Question covering_question(const std::string& name, const LocationProblem& problem, std::size_t count, double radius) {
  return {.name = name,
          .problem = problem,
          .count = count,
          .model = covering_model(problem, count, radius),
          .ours = [&problem, count, radius] { return maximal_covering(problem, count, radius); },
          .objective = [&problem, radius](
                           const auto& open) { return served_people(problem, nearest_open(problem, open, radius)); }};
}

// The whole program, with the reading of the model, as Ancrage's time holds the preparation of the tables.
void ask_peer(Session& session, const Peer& peer, const Question& question, const LocationSolution& ours,
              const Times& our_times) {
  const test::TemporaryDirectory folder;
  const std::string model = folder.write("model.lp", question.model);
  const std::string answer = folder.path("answer");
  Times times;
  Found found;
  for (std::size_t run = 0; run < std::min(slow_runs, session.options().runs); ++run) {
    const auto start = std::chrono::steady_clock::now();
    const auto said = test::run_program(peer.command(model, answer));
    times.seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    times.peak_memory_mib = std::max(times.peak_memory_mib, said.peak_memory_mib);
    if (said.exit_code != 0) throw std::runtime_error(peer.name + ": " + said.output + said.errors);
    found = peer.read(test::read_file(answer), question.problem.places());
    if (!found.optimal) break;
  }
  if (!found.optimal) {
    session.skip(peer.name + ", " + question.name, fmt::format("no proof within {} s", peer_limit_seconds));
    return;
  }
  const double theirs = question.objective(found.open);
  session.same(fmt::format("{}: {}, optimum {:.4f}", question.name, peer.name, theirs),
               found.open.size() == question.count && alike(theirs, ours.objective),
               fmt::format("Ancrage: {:.4f}", ours.objective));
  session.add(fmt::format("{}: {}, model of all pairs", question.name, peer.name), times);
  session.at_least(fmt::format("{}: {} / Ancrage", question.name, peer.name), times.median() / our_times.median(), 1.0);
}

void ask(Session& session, const std::vector<Peer>& peers, const Question& question) {
  LocationSolution ours;
  const Times times = session.measure(question.name + ": Ancrage", [&] { ours = question.ours(); });
  session.same(
      fmt::format("{}: Ancrage, proven, the objective {:.4f} that of its {} places", question.name, ours.objective,
                  question.count),
      ours.proven && ours.open.size() == question.count && alike(question.objective(ours.open), ours.objective));
  if (!std::isnan(question.published)) {
    session.same(fmt::format("{}: the published optimum", question.name), alike(ours.objective, question.published),
                 fmt::format("Ancrage: {:.4f}, published: {:.4f}", ours.objective, question.published));
  }
  for (const Peer& peer : peers) ask_peer(session, peer, question, ours, times);
}

// No peer: the proof is Ancrage's own. Exchanges from many starts, which know nothing of the bound, find nothing
// better.
void ask_large(Session& session, const LocationProblem& problem, const char* what, std::size_t count) {
  const std::string name = fmt::format("p-median, {} {}, p = {}", problem.places(), what, count);
  LocationSolution ours;
  const Times times = session.measure(
      name + ": Ancrage", [&] { ours = p_median(problem, count); }, {}, slow_runs);
  session.same(fmt::format("{}: Ancrage, proven: objective {:.4f}, bound {:.4f}", name, ours.objective, ours.bound),
               ours.proven && ours.open.size() == count && alike(ours.bound, ours.objective) &&
                   alike(served_cost(problem, nearest_open(problem, ours.open)), ours.objective));
  MedianProblem exchanged{.places = problem.places(), .fixed = problem.fixed, .unserved = infinity};
  const CostRows nearest = nearest_first(problem);
  for (std::size_t i = 0; i < nearest.size(); ++i) {
    for (std::size_t k = 0; k < nearest.places_of(i).size(); ++k) {
      exchanged.rows.add(nearest.places_of(i)[k], nearest.costs_of(i)[k] * problem.people[i]);
    }
    exchanged.rows.end_row();
  }
  const double searched = search_median(exchanged, count, 30).cost;
  session.same(fmt::format("{}: exchanges reach {:.4f}, no less", name, searched),
               searched >= ours.objective * (1 - tolerance));
  session.at_most(name + ": Ancrage", times.median(), large_limit_seconds);
}

void san_francisco(Session& session, const std::vector<Peer>& peers) {
  const std::string table = test::san_francisco_table(session.raw_data());
  if (session.raw_data().empty() || !std::filesystem::exists(table)) {
    session.skip("San Francisco", session.options().tiny ? "tiny run" : "its table is not there");
    return;
  }
  const LocationProblem problem = test::san_francisco(table);
  session.describe(fmt::format("San Francisco: {} tracts, {} stores", problem.demands(), problem.places()));
  Question median = median_question("p-median, San Francisco, p = 4", problem, 4);
  median.published = 2848268129.7145;
  ask(session, peers, median);
  Question covering = covering_question("MCLP, San Francisco, p = 4, 5 km", problem, 4, 5000);
  covering.published = 875247;
  ask(session, peers, covering);
}

void run(Session& session) {
  const bool tiny = session.options().tiny;
  const std::uint64_t seed = session.options().seed;
  const std::vector<Peer> peers = peers_here(session);
  const LocationProblem small = test::random_points(seed, tiny ? 12 : 150);
  const LocationProblem large = test::random_points(seed + 1, tiny ? 40 : 900);
  const LocationProblem graph = test::random_graph(seed + 2, tiny ? 60 : 900);
  session.describe(
      fmt::format("{} and {} random points in a square of side 1000, each demand and place, 1 to 100 people; a random "
                  "graph of {} nodes, edges of length 1 to 100, one person a node",
                  small.places(), large.places(), graph.places()));
  for (const std::size_t count : tiny ? std::vector<std::size_t>{3} : std::vector<std::size_t>{4, 15}) {
    ask(session, peers,
        median_question(fmt::format("p-median, {} points, p = {}", small.places(), count), small, count));
  }
  const double radius = 100;
  const std::size_t count = tiny ? 3 : 8;
  ask(session, peers,
      covering_question(fmt::format("MCLP, {} points, p = {}, radius {}", small.places(), count, radius), small, count,
                        radius));
  san_francisco(session, peers);
  for (const std::size_t large_count : tiny ? std::vector<std::size_t>{4} : std::vector<std::size_t>{5, 10, 20, 90}) {
    ask_large(session, graph, "nodes of a random graph", large_count);
    ask_large(session, large, "points", large_count);
  }
}

}  // namespace

int main(int argc, char** argv) { return main_of("location", argc, argv, run); }
