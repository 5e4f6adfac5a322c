// SPDX-License-Identifier: Apache-2.0
// Road networks and times on published data: OpenStreetMap extracts, Corsica, and the reference times of Isère.
#include "ancrage/io/raw_text.hpp"
#include "ancrage/travel/edge_list.hpp"
#include "ancrage/travel/road_source.hpp"
#include "ancrage/travel/travel_times.hpp"
#include "data/calibration.hpp"
#include "data/isere.hpp"
#include "data/raw_data.hpp"
#include "support/source_tree.hpp"

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <catch2/catch.hpp>

#include <chrono>
#include <limits>
#include <utility>
#include <vector>

using namespace ancrage;
using namespace ancrage::test;
using namespace ancrage::travel;

namespace {

struct Corsica {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> arcs;
  std::vector<Ticks> ticks;
  RoadNetwork network;
  RoadMetric metric;
};

Corsica read_corsica() {
  const auto table = io::read_delimited(raw_data_directory() + "/roads-corsica/links.csv.gz");
  NameIndex nodes;
  std::vector<std::string> names;
  RoadLinks links;
  std::vector<double> minutes;
  Corsica corsica{{}, {}, RoadNetwork({}, 0), RoadMetric(RoadNetwork({}, 0), std::vector<double>{})};
  for (const auto& row : table.rows) {
    links.tail.push_back(nodes.number(row[table.column("from")], names));
    links.head.push_back(nodes.number(row[table.column("to")], names));
    links.open.push_back(along);
    minutes.push_back(std::stod(row[table.column("length_m")]) / std::stod(row[table.column("freespeed_mps")]) / 60);
    corsica.arcs.emplace_back(links.tail.back(), links.head.back());
    corsica.ticks.push_back(ticks_of(minutes.back()));
  }
  corsica.network = RoadNetwork(std::move(links), names.size());
  corsica.metric = RoadMetric(corsica.network, minutes);
  return corsica;
}

void check_extract(const std::string& name, std::size_t fewest_nodes) {
  const Roads roads = read_roads(raw_data_directory() + "/osm-samples/" + name);
  CHECK(roads.network.node_count() >= fewest_nodes);
  // Most of a country hangs together, in both directions.
  CHECK(strongly_connected_parts(roads.network).size.front() > 0.8 * static_cast<double>(roads.network.node_count()));
}

}  // namespace

TEST_CASE("the extracts of Andorra and Monaco become networks that hang together") {
  check_extract("andorra.osm.pbf", 1000);
  check_extract("monaco.osm.gz", 500);
}

TEST_CASE("Corsica hangs together, and its times are those of Boost.Graph") {
  const Corsica corsica = read_corsica();
  CHECK(corsica.network.node_count() == 31340);
  CHECK(corsica.network.links().size() == 65034);
  CHECK(strongly_connected_parts(corsica.network).size.front() == 31340);

  using Graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property,
                                                   boost::property<boost::edge_weight_t, Ticks>>;
  const Graph graph(boost::edges_are_unsorted_multi_pass, corsica.arcs.begin(), corsica.arcs.end(),
                    corsica.ticks.begin(), corsica.network.node_count());
  std::vector<NetworkPlace> places(60);
  for (std::uint32_t i = 0; i < places.size(); ++i) places[i].node = 521 * i;
  const TravelTimes times = travel_times(corsica.network, corsica.metric, places, places, {.most_minutes = 45});
  TravelTimes expected;
  std::vector<Ticks> ticks(corsica.network.node_count());
  for (const NetworkPlace& from : places) {
    boost::dijkstra_shortest_paths(
        graph, from.node,
        boost::distance_map(boost::make_iterator_property_map(ticks.begin(), get(boost::vertex_index, graph))));
    for (std::uint32_t j = 0; j < places.size(); ++j) {
      if (ticks[places[j].node] > 45 * ticks_per_minute) continue;
      expected.column.push_back(j);
      expected.minutes.push_back(minutes_of(ticks[places[j].node]));
    }
    expected.row_starts.push_back(expected.column.size());
  }
  CHECK(times.size() > 200);
  CHECK(times == expected);
  CHECK(travel_times(corsica.network, corsica.metric, places, places, {.most_minutes = 45, .threads = 1}) == expected);
}

TEST_CASE("a hierarchy of Corsica finds the same table as plain searches") {
  const Corsica corsica = read_corsica();
  std::vector<NetworkPlace> places(360);
  for (std::uint32_t i = 0; i < places.size(); ++i) places[i].node = 87 * i;
  const auto start = std::chrono::steady_clock::now();
  const RoadHierarchy hierarchy(corsica.network, corsica.metric);
  const auto built = std::chrono::steady_clock::now();
  const TableOptions climbing{.most_minutes = 600, .threads = 1, .hierarchy = &hierarchy};
  const TravelTimes climbed = travel_times(corsica.network, corsica.metric, places, places, climbing);
  const auto swept = std::chrono::steady_clock::now();
  const TravelTimes plain =
      travel_times(corsica.network, corsica.metric, places, places, {.most_minutes = 600, .threads = 1});
  const auto done = std::chrono::steady_clock::now();
  CHECK(climbed == plain);
  const auto ms = [](auto duration) { return std::chrono::duration<double, std::milli>(duration).count(); };
  WARN("Corsica 360 x 360, one thread: hierarchy " << ms(built - start) << " ms, table with it " << ms(swept - built)
                                                   << " ms, plain " << ms(done - swept) << " ms");
  // Climbing and sweeping touch a small part of the network.
  CHECK(ms(swept - built) < ms(done - swept));
}

TEST_CASE("the fit gives the times that are built in, and the page states its errors on communes held out") {
  const Isere isere = read_isere(raw_data_directory());
  const Calibration calibration = calibrate(isere);
  CHECK(calibrated_source(calibration.model) ==
        io::read_text(in_source_tree("engine/ancrage/travel/calibrated_waypoints.cpp")));
  CHECK(calibrated_source(calibrated_waypoints()) == calibrated_source(calibration.model));
  const std::string page = io::read_text(in_source_tree("engine/ancrage/travel/ROAD_TIMES.md"));
  CHECK(page == with_calibration(page, calibration_text(isere, calibration)));
}

TEST_CASE("on every band of communes held out the roads come nearer than the straight line") {
  const Isere isere = read_isere(raw_data_directory());
  const auto held_out = communes_for(isere, {Use::held_out});
  const auto roads = band_errors(isere, held_out, modelled_minutes(isere, held_out, calibrated_waypoints()));
  const auto straight = band_errors(isere, held_out, estimated_minutes(isere, held_out));
  for (std::size_t band = 0; band < roads.size(); ++band) {
    CAPTURE(roads[band].low, roads[band].high);
    CHECK(roads[band].pairs > 80);
    CHECK(roads[band].mean_absolute < straight[band].mean_absolute);
    CHECK(roads[band].percentile_90 < straight[band].percentile_90);
  }
}
