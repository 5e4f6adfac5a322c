// SPDX-License-Identifier: Apache-2.0
// Alès Agglomération from a loaded territory: the road network, the table of minutes from every populated cell to every
// site, and the accessibility (APL) of every place. Compared with Boost.Graph on the same network, and with the sums of
// the definition over a dense matrix.
#include "bench/support/session.hpp"

#include "ancrage/access/territory_access.hpp"
#include "ancrage/territory/package.hpp"
#include "ancrage/travel/road_source.hpp"
#include "ancrage/travel/territory_times.hpp"
#include "bench/support/build_facts.hpp"

#include <fmt/format.h>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace ancrage;
using namespace ancrage::bench;
using namespace ancrage::travel;

namespace {

constexpr double most_minutes = 60.0;
constexpr double limit_seconds = 0.3;

struct Answer {
  TravelTimes times;  // cells x sites
  access::TerritoryAccess access;
};

TimedPlaces cells_of(const territory::Territory& t) { return {t.cells.center, t.cells.id, t.cells.commune_code}; }
TimedPlaces sites_of(const territory::Territory& t) { return {t.sites.position, t.sites.id, t.sites.commune_code}; }

Answer answer(const territory::Territory& territory, unsigned threads) {
  const TerritoryTimes travel(territory, {.threads = threads});
  Answer result;
  result.times = travel.between(cells_of(territory), sites_of(territory), most_minutes);
  result.access = access::territory_access(territory, travel, {.threads = threads});
  return result;
}

// The network with its arcs turned round, a node more for every cell, and a node more for the site that asks.
class BoostTimes {
 public:
  explicit BoostTimes(const territory::Territory& territory)
      : roads_(territory_roads(territory)),
        metric_(roads_.network, roads_.minutes_along, roads_.minutes_against),
        snapper_(roads_.network, calibrated_waypoints().snap_options()),
        cells_(snapper_.snap(territory.cells.center)),
        sites_(snapper_.snap(territory.sites.position)) {
    const ArcRows& entering = roads_.network.entering();
    for (std::uint32_t node = 0; node < roads_.network.node_count(); ++node) {
      for (std::uint32_t arc = entering.first[node]; arc < entering.first[node + 1]; ++arc) {
        add(node, entering.to[arc], metric_.entering()[arc]);
      }
    }
    for (std::uint32_t cell = 0; cell < cells_.size(); ++cell) {
      const PlaceSeeds seeds = seeds_of(cells_[cell], roads_.network, metric_, SearchDirection::from_place);
      for (const Seed& seed : seeds.all()) add(seed.node, first_cell() + cell, seed.ticks);
    }
    for (std::uint32_t site = 0; site < sites_.size(); ++site) {
      const PlaceSeeds seeds = seeds_of(sites_[site], roads_.network, metric_, SearchDirection::to_place);
      for (const Seed& seed : seeds.all()) add(first_site() + site, seed.node, seed.ticks);
    }
    graph_ = Graph(boost::edges_are_unsorted_multi_pass, ends_.begin(), ends_.end(), ticks_.begin(),
                   first_site() + sites_.size());
  }

  // Minutes from every cell to every site, row by row; infinite beyond the cut-off.
  std::vector<double> table() const {
    std::vector<double> result(cells_.size() * sites_.size());
    std::vector<Ticks> ticks(num_vertices(graph_));
    for (std::size_t site = 0; site < sites_.size(); ++site) {
      boost::dijkstra_shortest_paths(
          graph_, first_site() + site,
          boost::distance_map(boost::make_iterator_property_map(ticks.begin(), get(boost::vertex_index, graph_)))
              .distance_inf(unreachable));
      for (std::size_t cell = 0; cell < cells_.size(); ++cell) {
        const Ticks best = std::min(ticks[first_cell() + cell], direct_ticks(cells_[cell], sites_[site], metric_));
        result[cell * sites_.size() + site] =
            best <= ticks_of(most_minutes) ? minutes_of(best) : std::numeric_limits<double>::infinity();
      }
    }
    return result;
  }

 private:
  using Graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property,
                                                   boost::property<boost::edge_weight_t, Ticks>>;
  void add(std::size_t from, std::size_t to, Ticks ticks) {
    ends_.emplace_back(from, to);
    ticks_.push_back(ticks);
  }
  std::size_t first_cell() const { return roads_.network.node_count(); }
  std::size_t first_site() const { return first_cell() + cells_.size(); }

  Roads roads_;
  RoadMetric metric_;
  RoadSnapper snapper_;
  std::vector<NetworkPlace> cells_;
  std::vector<NetworkPlace> sites_;
  std::vector<std::pair<std::size_t, std::size_t>> ends_;
  std::vector<Ticks> ticks_;
  Graph graph_;
};

std::vector<double> dense(const TravelTimes& times, std::size_t columns) {
  std::vector<double> table(times.rows() * columns, std::numeric_limits<double>::infinity());
  for (std::size_t row = 0; row < times.rows(); ++row) {
    for (std::size_t i = 0; i < times.columns_of(row).size(); ++i) {
      table[row * columns + times.columns_of(row)[i]] = times.minutes_of(row)[i];
    }
  }
  return table;
}

// R_j = S_j / Σ_i w(t_ij) P_i, A_i = Σ_j w(t_ij) R_j over all pairs (METHODS.md section 1).
std::vector<double> accessibility_by_definition(const territory::Territory& territory,
                                                const access::TerritoryAccess& access,
                                                const std::vector<double>& minutes) {
  const access::Decay decay = access::parse_decay(territory.access.decay);
  const std::size_t rows = access.rows;
  std::vector<double> weight(minutes.size());
  std::transform(minutes.begin(), minutes.end(), weight.begin(),
                 [&](double t) { return std::isinf(t) ? 0.0 : decay.weight(t); });
  std::vector<double> load(rows, 0.0);
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t j = 0; j < rows; ++j) load[j] += weight[i * rows + j] * access.demand[i];
  }
  std::vector<double> value(rows, 0.0);
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t j = 0; j < rows; ++j) {
      if (load[j] > 0) value[i] += weight[i * rows + j] * access.supply[j] / load[j];
    }
  }
  return value;
}

double most_relative_difference(const std::vector<double>& a, const std::vector<double>& b) {
  double most = a.size() == b.size() ? 0.0 : std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    if (a[i] != b[i]) most = std::max(most, std::abs(a[i] - b[i]) / std::max(std::abs(a[i]), std::abs(b[i])));
  }
  return most;
}

void run(Session& session) {
  const territory::Territory territory = territory::load_territory(std::string(source_directory) + "/geodata/ales");
  Answer ours;
  const Times all = session.measure("Ancrage: network, table and accessibilities, all processors",
                                    [&] { ours = answer(territory, 0); });
  session.describe(
      fmt::format("{} cells x {} sites within {:.0f} minutes: {} pairs, {:.1f} MiB; {} places in {} pairs with a "
                  "weight, {:.1f} MiB",
                  territory.cells.size(), territory.sites.size(), most_minutes, ours.times.size(),
                  12.0 * static_cast<double>(ours.times.size()) / (1 << 20), ours.access.rows,
                  ours.access.catchments.by_demand().places.size(),
                  24.0 * static_cast<double>(ours.access.catchments.by_demand().places.size()) / (1 << 20)));
  Answer alone;
  session.measure("Ancrage: the same on 1 thread", [&] { alone = answer(territory, 1); });
  session.same("on one thread and on all, bit by bit",
               alone.times == ours.times && alone.access.now.value == ours.access.now.value);

  std::optional<BoostTimes> boost;
  std::vector<double> theirs;
  session.measure(
      "Boost.Graph: the table only, one search a site, 1 thread", [&] { theirs = boost->table(); },
      [&] {
        if (!boost) boost.emplace(territory);
      });
  session.same("Boost.Graph, every minute of the table", dense(ours.times, territory.sites.size()) == theirs);

  std::vector<double> minutes;
  const auto all_pairs = [&] {
    const TerritoryTimes travel(territory);
    minutes = dense(travel.between(ours.access.row_places(), ours.access.row_places(), most_minutes), ours.access.rows);
  };
  std::vector<double> defined;
  session.measure(
      "Sums of the definition: accessibilities only, dense matrix, 1 thread",
      [&] { defined = accessibility_by_definition(territory, ours.access, minutes); },
      [&] {
        if (minutes.empty()) all_pairs();
      });
  const double difference = most_relative_difference(ours.access.now.value, defined);
  session.same(fmt::format("accessibilities by definition, {:.0e} apart at most", difference), difference <= 1e-12);
  session.at_most("Alès: network, table and accessibilities", all.median(), limit_seconds);
}

}  // namespace

int main(int argc, char** argv) { return main_of("ales_access", argc, argv, run); }
