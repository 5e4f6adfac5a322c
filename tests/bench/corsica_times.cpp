// SPDX-License-Identifier: Apache-2.0
// Every commune centre of Corsica to every other, on a network of OpenStreetMap: Ancrage, Boost.Graph, pgRouting. A
// commune's centre is the node nearest to the centroid of its outline.
#include "bench/support/postgres.hpp"
#include "bench/support/session.hpp"

#include "ancrage/geometry/polygons.hpp"
#include "ancrage/io/raw_text.hpp"
#include "ancrage/io/reader.hpp"
#include "ancrage/travel/named_table.hpp"
#include "ancrage/travel/travel_times.hpp"
#include "support/temporary_directory.hpp"

#include <fmt/format.h>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <string>
#include <utility>
#include <vector>

using namespace ancrage;
using namespace ancrage::bench;
using namespace ancrage::travel;

namespace {

constexpr double no_bound = 10'000.0;  // minutes
constexpr double tolerance = 1e-6;     // minutes: Ancrage rounds links to 1e-9, some hundred links a way
constexpr std::size_t runs_of_peers = 3;

struct Arcs {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
  std::vector<double> minutes;
  std::size_t nodes = 0;
  std::vector<std::uint32_t> centres;  // nodes, rising
};

double number(const std::string& text) { return std::stod(text); }

geometry::Point centroid(const geometry::PolygonSet& polygons, std::size_t feature) {
  geometry::Point sum;
  double weight = 0.0;
  const auto [first, last] = polygons.rings_of(feature);
  const geometry::Point about = polygons.ring(first).front();
  for (std::size_t ring = first; ring < last; ++ring) {
    const auto points = polygons.ring(ring);
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
      const geometry::Point a{points[i].x - about.x, points[i].y - about.y};
      const geometry::Point b{points[i + 1].x - about.x, points[i + 1].y - about.y};
      const double cross = a.x * b.y - b.x * a.y;
      sum.x += cross * (a.x + b.x);
      sum.y += cross * (a.y + b.y);
      weight += 3 * cross;
    }
  }
  return {about.x + sum.x / weight, about.y + sum.y / weight};
}

// Minutes between the centres, row by row; infinite where there is no way.
using Table = std::vector<double>;

std::vector<std::uint32_t> centres_of_communes(const std::string& raw, const std::vector<geometry::Point>& nodes) {
  std::vector<std::uint32_t> centres;
  for (const char* file : {"communes-2A-corse-du-sud.geojson", "communes-2B-haute-corse.geojson"}) {
    const auto communes = io::read_features(
        fmt::format("/vsizip/{{{}/communes/communes-2018-by-departement.zip}}/{}", raw, file), {.target_epsg = 2154});
    for (std::size_t i = 0; i < communes.size(); ++i) {
      const geometry::Point centre = centroid(communes.polygons, i);
      const auto nearest = std::min_element(nodes.begin(), nodes.end(), [&](geometry::Point a, geometry::Point b) {
        return geometry::distance(a, centre) < geometry::distance(b, centre);
      });
      centres.push_back(static_cast<std::uint32_t>(nearest - nodes.begin()));
    }
  }
  std::sort(centres.begin(), centres.end());
  centres.erase(std::unique(centres.begin(), centres.end()), centres.end());
  return centres;
}

Arcs read_corsica(const std::string& raw) {
  Arcs arcs;
  NameIndex index;
  std::vector<std::string> names;
  std::vector<geometry::Point> positions;
  const auto nodes = io::read_delimited(raw + "/roads-corsica/nodes.csv.gz");
  for (const auto& row : nodes.rows) {
    index.number(row[nodes.column("id")], names);
    positions.push_back({number(row[nodes.column("x")]), number(row[nodes.column("y")])});
  }
  const auto links = io::read_delimited(raw + "/roads-corsica/links.csv.gz");
  for (const auto& row : links.rows) {
    arcs.ends.emplace_back(index.number(row[links.column("from")], names),
                           index.number(row[links.column("to")], names));
    arcs.minutes.push_back(number(row[links.column("length_m")]) / number(row[links.column("freespeed_mps")]) / 60);
  }
  arcs.nodes = names.size();
  arcs.centres = centres_of_communes(raw, positions);
  return arcs;
}

// A grid of streets with random times, one in ten of them one-way.
Arcs drawn_grid(std::uint32_t side, std::uint64_t seed) {
  Arcs arcs;
  std::mt19937_64 random(seed);
  std::uniform_real_distribution<double> minutes(0.1, 2.0);
  arcs.nodes = std::size_t{side} * side;
  const auto street = [&](std::uint32_t a, std::uint32_t b) {
    for (const auto& ends : {std::pair(a, b), std::pair(b, a)}) {
      if (ends.first > ends.second && random() % 10 == 0) continue;
      arcs.ends.push_back(ends);
      arcs.minutes.push_back(minutes(random));
    }
  };
  for (std::uint32_t node = 0; node < arcs.nodes; ++node) {
    if (node % side + 1 < side) street(node, node + 1);
    if (node + side < arcs.nodes) street(node, node + side);
    if (node % 7 == 0) arcs.centres.push_back(node);
  }
  return arcs;
}

RoadNetwork network_of(const Arcs& arcs) {
  RoadLinks links;
  for (const auto& [tail, head] : arcs.ends) {
    links.tail.push_back(tail);
    links.head.push_back(head);
    links.open.push_back(along);
  }
  return {std::move(links), arcs.nodes};
}

Table dense(const TravelTimes& times) {
  const std::size_t count = times.rows();
  Table table(count * count, std::numeric_limits<double>::infinity());
  for (std::size_t row = 0; row < count; ++row) {
    for (std::size_t i = 0; i < times.columns_of(row).size(); ++i) {
      table[row * count + times.columns_of(row)[i]] = times.minutes_of(row)[i];
    }
  }
  return table;
}

Table boost_table(const Arcs& arcs, const auto& graph) {
  Table table;
  std::vector<double> minutes(arcs.nodes);
  for (const std::uint32_t from : arcs.centres) {
    boost::dijkstra_shortest_paths(
        graph, from,
        boost::distance_map(boost::make_iterator_property_map(minutes.begin(), get(boost::vertex_index, graph))));
    for (const std::uint32_t to : arcs.centres) {
      const bool reached = minutes[to] < std::numeric_limits<double>::max();
      table.push_back(reached ? minutes[to] : std::numeric_limits<double>::infinity());
    }
  }
  return table;
}

Table table_of_file(const Arcs& arcs, const std::string& file) {
  const std::size_t count = arcs.centres.size();
  Table table(count * count, std::numeric_limits<double>::infinity());
  for (std::size_t i = 0; i < count; ++i) table[i * count + i] = 0.0;
  const auto at = [&](const std::string& node) {
    const auto found = std::lower_bound(arcs.centres.begin(), arcs.centres.end(), std::stoul(node));
    return static_cast<std::size_t>(found - arcs.centres.begin());
  };
  const auto rows = io::read_delimited(file);
  for (const auto& row : rows.rows) table[at(row[0]) * count + at(row[1])] = number(row[2]);
  return table;
}

void require_same(Session& session, const std::string& what, const Table& ours, const Table& theirs) {
  double most = 0.0;
  for (std::size_t i = 0; i < ours.size(); ++i) {
    if (ours[i] == theirs[i]) continue;  // both infinite
    const double difference = std::abs(ours[i] - theirs[i]);
    most = std::isfinite(difference) ? std::max(most, difference) : std::numeric_limits<double>::infinity();
  }
  session.same(fmt::format("{}: {} pairs, {:.1e} minutes apart at most", what, ours.size(), most),
               ours.size() == theirs.size() && most <= tolerance, fmt::format("more than {:.0e} minutes", tolerance));
}

void run_pgrouting(Session& session, const Arcs& arcs, const Table& ours, double our_seconds) {
  const auto server = Postgres::find(session, "pgRouting");
  if (!server) return;
  const test::TemporaryDirectory folder;
  std::string csv = "id,source,target,cost\n";
  for (std::size_t i = 0; i < arcs.ends.size(); ++i) {
    csv += fmt::format("{},{},{},{}\n", i, arcs.ends[i].first, arcs.ends[i].second, arcs.minutes[i]);
  }
  const std::string setup =
      "CREATE EXTENSION IF NOT EXISTS pgrouting CASCADE;\n"
      "CREATE TEMP TABLE arcs (id bigint, source bigint, target bigint, cost double precision);\n"
      "\\copy arcs FROM '" +
      folder.write("arcs.csv", csv) + "' CSV HEADER\nANALYZE arcs;";
  server->run("CREATE EXTENSION IF NOT EXISTS pgrouting CASCADE;");
  session.version(
      server->run("SELECT 'PostgreSQL ' || current_setting('server_version') || ', pgRouting ' || pgr_version()"));
  const std::string arcs_query = "'SELECT id, source, target, cost FROM arcs'";
  const std::string centres = fmt::format("ARRAY[{}]::bigint[]", fmt::join(arcs.centres, ","));
  const std::string columns = "SELECT start_vid, end_vid, agg_cost FROM ";
  const std::vector<std::pair<std::string, std::string>> queries{
      {"pgRouting pgr_dijkstraCost, many to many",
       columns + fmt::format("pgr_dijkstraCost({}, {}, {})", arcs_query, centres, centres)},
      {"pgRouting pgr_dijkstraCostMatrix",
       columns + fmt::format("pgr_dijkstraCostMatrix({}, {})", arcs_query, centres)}};
  for (const auto& [name, query] : queries) {
    const Times times =
        server->time(setup, query, std::min(runs_of_peers, session.options().runs), folder.path("result.csv"));
    require_same(session, name, ours, table_of_file(arcs, folder.path("result.csv")));
    session.add(name, times);
    session.at_least(name + " / Ancrage", times.median() / our_seconds, 10);
  }
}

void run(Session& session) {
  if (session.raw_data().empty() && !session.options().tiny) {
    session.skip("all of it", "the raw open data is not there; set ANCRAGE_SHARED to the folder that holds geodata/");
    return;
  }
  const Arcs arcs = session.options().tiny ? drawn_grid(12, session.options().seed) : read_corsica(session.raw_data());
  const RoadNetwork network = network_of(arcs);
  const RoadMetric metric(network, arcs.minutes);
  std::vector<NetworkPlace> places(arcs.centres.size());
  for (std::size_t i = 0; i < places.size(); ++i) places[i].node = arcs.centres[i];
  session.describe(fmt::format("{} centres to each other, {} nodes, {} directed links", places.size(), arcs.nodes,
                               arcs.ends.size()));

  TravelTimes plain;
  TravelTimes climbed;
  TravelTimes parallel;
  const auto with_hierarchy = [&](TravelTimes& table, unsigned threads) {
    const RoadHierarchy hierarchy(network, metric);
    table = travel_times(network, metric, places, places,
                         {.most_minutes = no_bound, .threads = threads, .hierarchy = &hierarchy});
  };
  const Times ours =
      session.measure("Ancrage, hierarchy built and swept, 1 thread", [&] { with_hierarchy(climbed, 1); });
  session.measure("Ancrage, the same on all processors", [&] { with_hierarchy(parallel, 0); });
  session.measure("Ancrage, one search a centre, 1 thread", [&] {
    plain = travel_times(network, metric, places, places, {.most_minutes = no_bound, .threads = 1});
  });
  session.same("Ancrage with and without hierarchy, on one thread and on all", plain == climbed && climbed == parallel);

  using Graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property,
                                                   boost::property<boost::edge_weight_t, double>>;
  const Graph graph(boost::edges_are_unsorted_multi_pass, arcs.ends.begin(), arcs.ends.end(), arcs.minutes.begin(),
                    arcs.nodes);
  Table theirs;
  const Times boost_times = session.measure(
      "Boost.Graph dijkstra_shortest_paths, 1 thread", [&] { theirs = boost_table(arcs, graph); }, {}, runs_of_peers);
  require_same(session, "Boost.Graph", dense(climbed), theirs);
  session.at_least("Boost.Graph / Ancrage", boost_times.median() / ours.median(), 10);
  run_pgrouting(session, arcs, dense(climbed), ours.median());
}

}  // namespace

int main(int argc, char** argv) { return main_of("corsica_times", argc, argv, run); }
