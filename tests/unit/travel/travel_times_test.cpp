// SPDX-License-Identifier: Apache-2.0
#include "ancrage/travel/travel_times.hpp"
#include "ancrage/travel/edge_list.hpp"
#include "ancrage/travel/road_builder.hpp"
#include "support/drawn_roads.hpp"
#include "support/errors.hpp"
#include "support/temporary_directory.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <optional>
#include <random>

using namespace ancrage;
using namespace ancrage::test;
using namespace ancrage::travel;

namespace {

// Minutes from each place to each on drawn roads; nothing where unreachable.
class Drawn {
 public:
  explicit Drawn(const std::vector<std::string>& map, SnapOptions options = {})
      : drawn_(drawn_roads(map)),
        roads_(build_roads(drawn_.lines)),
        metric_(roads_.network, roads_.minutes_along, roads_.minutes_against),
        snapper_(roads_.network, options) {}

  geometry::Point at(char letter) const { return drawn_.at.at(letter); }
  std::optional<double> minutes(geometry::Point a, geometry::Point b, double most = 60) const {
    const std::vector from{snapper_.snap(a)};
    const std::vector to{snapper_.snap(b)};
    const TravelTimes times = travel_times(roads_.network, metric_, from, to, {.most_minutes = most});
    REQUIRE(times.rows() == 1);
    return times.size() == 0 ? std::nullopt : std::optional(times.minutes[0]);
  }
  std::optional<double> minutes(char a, char b, double most = 60) const { return minutes(at(a), at(b), most); }

 private:
  DrawnRoads drawn_;
  Roads roads_;
  RoadMetric metric_;
  RoadSnapper snapper_;
};

struct RandomGraph {
  RoadNetwork network;
  RoadMetric metric;
  std::vector<std::vector<Ticks>> shortest;  // Floyd-Warshall
};

RandomGraph random_graph(std::uint64_t seed) {
  std::mt19937_64 random(seed);
  const std::size_t nodes = 2 + random() % 40;
  const std::size_t count = random() % (4 * nodes) + 1;
  RoadLinks links;
  std::vector<double> minutes_along;
  std::vector<double> minutes_against;
  for (std::size_t i = 0; i < count; ++i) {
    links.tail.push_back(static_cast<std::uint32_t>(random() % nodes));
    links.head.push_back(static_cast<std::uint32_t>(random() % nodes));
    links.open.push_back(static_cast<std::uint8_t>(1 + random() % 3));
    minutes_along.push_back(static_cast<double>(random() % 100) / 10);
    minutes_against.push_back(static_cast<double>(random() % 100) / 10);
  }
  std::vector<std::vector<Ticks>> shortest(nodes, std::vector<Ticks>(nodes, unreachable));
  for (std::size_t i = 0; i < nodes; ++i) shortest[i][i] = 0;
  for (std::size_t i = 0; i < count; ++i) {
    auto& there = shortest[links.tail[i]][links.head[i]];
    auto& back = shortest[links.head[i]][links.tail[i]];
    if ((links.open[i] & along) != 0) there = std::min(there, ticks_of(minutes_along[i]));
    if ((links.open[i] & against) != 0) back = std::min(back, ticks_of(minutes_against[i]));
  }
  for (std::size_t k = 0; k < nodes; ++k) {
    for (std::size_t i = 0; i < nodes; ++i) {
      for (std::size_t j = 0; j < nodes; ++j) {
        if (shortest[i][k] == unreachable || shortest[k][j] == unreachable) continue;
        shortest[i][j] = std::min(shortest[i][j], shortest[i][k] + shortest[k][j]);
      }
    }
  }
  RoadNetwork network(std::move(links), nodes);
  RoadMetric metric(network, minutes_along, minutes_against);
  return {std::move(network), std::move(metric), std::move(shortest)};
}

std::vector<NetworkPlace> random_places(std::mt19937_64& random, std::size_t nodes, std::size_t count) {
  std::vector<NetworkPlace> places(count);
  for (NetworkPlace& place : places) place.node = static_cast<std::uint32_t>(random() % nodes);
  return places;
}

}  // namespace

TEST_CASE("the way around is taken when a street is one-way") {
  const Drawn roads({"A-->B", "|   |", "C---D"});
  CHECK(roads.minutes('A', 'B') == 0.4);
  CHECK(roads.minutes('B', 'A') == 0.8);
  CHECK(roads.minutes('A', 'D') == 0.6);
}

TEST_CASE("a place is reached at the nearest point of a road, and walks there") {
  const Drawn roads({"A---------B", "           ", "           ", "C---------D"});
  // 50 m at 5 km/h take 0.6 minutes, 200 m of road 0.2 minutes.
  CHECK(roads.minutes({200, 350}, {400, 300}) == Approx(0.6 + 0.2));
  CHECK(roads.minutes({200, 350}, {400, 350}) == Approx(0.6 + 0.2 + 0.6));
  CHECK(roads.minutes({400, 350}, {200, 350}) == Approx(0.6 + 0.2 + 0.6));
  CHECK_FALSE(roads.minutes('A', 'C').has_value());
}

TEST_CASE("on a one-way link a place behind is reached around the block only") {
  const Drawn roads({"A---->B", "|     |", "C-----D"});
  CHECK(roads.minutes({200, 200}, {400, 200}) == Approx(0.2));
  CHECK(roads.minutes({400, 200}, {200, 200}) == Approx(0.2 + 0.2 + 0.6 + 0.2 + 0.2));
}

TEST_CASE("neighbours walk across rather than to the road and back, and a place is at no distance of itself") {
  const Drawn roads({"A---------B"});
  CHECK(roads.minutes({200, 500}, {220, 500}) == Approx(20 * 0.012));
  CHECK(roads.minutes({200, 500}, {200, 500}) == 0.0);
  CHECK(roads.minutes({200, 500}, {200, -500}) == Approx(1000 * 0.012));
}

TEST_CASE("a place too far from all roads reaches nothing") {
  const Drawn roads({"A---------B"}, {.most_access_m = 400});
  CHECK(roads.minutes({200, 400}, {300, 0}).has_value());
  CHECK_FALSE(roads.minutes({200, 401}, {300, 0}).has_value());
}

TEST_CASE("the cut-off includes its bound") {
  const Drawn roads({"A---B---C---D"});
  CHECK(roads.minutes('A', 'D', 1.2) == 1.2);
  CHECK_FALSE(roads.minutes('A', 'D', 1.19).has_value());
  // 0.1 + 0.1 + 0.1 is more than 0.3 in floating point.
  RoadNetwork network({.tail = {0, 1, 2}, .head = {1, 2, 3}, .open = {along, along, along}}, 4);
  const RoadMetric metric(network, std::vector{0.1, 0.1, 0.1});
  std::vector<NetworkPlace> ends(2);
  ends[0].node = 0;
  ends[1].node = 3;
  const auto times = travel_times(network, metric, ends, ends, {.most_minutes = 0.3});
  CHECK(times.minutes == std::vector{0.0, 0.3, 0.0});
}

TEST_CASE(
    "tables agree with Floyd and Warshall on random graphs, from either side, on 1 and 3 threads, with a hierarchy and "
    "without") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    const RandomGraph graph = random_graph(seed);
    std::mt19937_64 random(seed);
    const auto from = random_places(random, graph.network.node_count(), 1 + random() % 12);
    const auto to = random_places(random, graph.network.node_count(), 1 + random() % 12);
    const double most = static_cast<double>(random() % 300) / 10;
    const TravelTimes times = travel_times(graph.network, graph.metric, from, to, {.most_minutes = most, .threads = 1});
    TravelTimes expected;
    for (const NetworkPlace& a : from) {
      for (std::uint32_t j = 0; j < to.size(); ++j) {
        const Ticks ticks = graph.shortest[a.node][to[j].node];
        if (ticks > ticks_of(most)) continue;
        expected.column.push_back(j);
        expected.minutes.push_back(minutes_of(ticks));
      }
      expected.row_starts.push_back(expected.column.size());
    }
    REQUIRE(times == expected);
    REQUIRE(travel_times(graph.network, graph.metric, from, to, {.most_minutes = most, .threads = 3}) == expected);
    const RoadHierarchy hierarchy(graph.network, graph.metric);
    REQUIRE(travel_times(graph.network, graph.metric, from, to, {.most_minutes = most, .hierarchy = &hierarchy}) ==
            expected);
  }
}

TEST_CASE("an edge list is read with its nodes, and wrong ones are refused by row") {
  const ancrage::test::TemporaryDirectory folder;
  const EdgeList roads = read_edge_list(folder.write("roads.csv", "from,to,minutes\na,b,1.5\nb,c,2\nc,a,0\n"));
  const RoadMetric metric(roads.network, roads.minutes);
  const std::vector places{roads.place("a"), roads.place("c"), roads.place("elsewhere")};
  const auto times = travel_times(roads.network, metric, places, places);
  CHECK(times.column == std::vector<std::uint32_t>{0, 1, 0, 1});
  CHECK(times.minutes == std::vector{0.0, 3.5, 0.0, 0.0});

  const auto refused = [&](const std::string& content, const std::string& word) {
    const auto fault = ancrage::test::fault_of([&] { read_edge_list(folder.write("wrong.csv", content)); });
    REQUIRE(fault.has_value());
    CHECK(fault->code == ErrorCode::wrong_input);
    CHECK_THAT(fault->text, Catch::Contains(word) && Catch::Contains("wrong.csv"));
  };
  refused("from,to\na,b\n", "minutes");
  refused("from,to,minutes\n", "no road");
  refused("from,to,minutes\na,b,1\nb,c,-2\n", "Row 2");
  refused("from,to,minutes\na,b,quick\n", "quick");
  refused("from,to,minutes\na,b,\n", "Row 1");
  refused("from,to,minutes\na,,3\n", "Row 1");
  refused("from,to,minutes\na,b,1e7\n", "1e7");
}

TEST_CASE("a table of times is used as it is") {
  const ancrage::test::TemporaryDirectory folder;
  const auto named =
      read_travel_times(folder.write("times.csv", "from,to,minutes,km\n01004,x,10.1,9\n01004,y,3,2\n2A004,x,,\n"));
  CHECK(named.from == std::vector<std::string>{"01004", "2A004"});
  CHECK(named.to == std::vector<std::string>{"x", "y"});
  CHECK(named.times.row_starts == std::vector<std::uint64_t>{0, 2, 2});
  CHECK(named.times.minutes == std::vector{10.1, 3.0});
  const auto twice = ancrage::test::fault_of(
      [&] { read_travel_times(folder.write("wrong.csv", "from,to,minutes\na,b,1\na,c,1\na,b,1\n")); });
  REQUIRE(twice.has_value());
  CHECK_THAT(twice->text, Catch::Contains("Row 3"));
  CHECK(ancrage::test::fault_of([&] { read_travel_times(folder.write("wrong.csv", "from,to,minutes\na,b,-1\n")); })->code ==
        ErrorCode::wrong_input);
}
