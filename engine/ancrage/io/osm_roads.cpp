// SPDX-License-Identifier: Apache-2.0
#include "ancrage/io/osm_roads.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/io/gdal_support.hpp"

#include <osmium/handler.hpp>
#include <osmium/io/any_input.hpp>
#include <osmium/osm/node.hpp>
#include <osmium/osm/way.hpp>
#include <osmium/visitor.hpp>

#include <algorithm>
#include <array>
#include <exception>
#include <filesystem>
#include <limits>
#include <system_error>

namespace ancrage::io {

namespace {

// Ways with their nodes still as identifiers.
class WayCollector : public osmium::handler::Handler {
 public:
  WayCollector(OsmRoads& roads, const std::vector<std::string>& keys) : roads_(roads), keys_(keys) {}

  void way(const osmium::Way& way) {
    if (!way.tags().has_key("highway")) return;
    auto& tags = roads_.tags.emplace_back();
    for (const std::string& key : keys_) {
      if (const char* value = way.tags().get_value_by_key(key.c_str())) tags.emplace_back(key, value);
    }
    roads_.way_id.push_back(way.id());
    for (const osmium::NodeRef& node : way.nodes()) ids.push_back(node.ref());
    starts.push_back(ids.size());
  }

  std::vector<std::int64_t> ids;
  std::vector<std::size_t> starts{0};

 private:
  OsmRoads& roads_;
  const std::vector<std::string>& keys_;
};

// Positions of the nodes that are wanted; `ids` is sorted.
class NodeCollector : public osmium::handler::Handler {
 public:
  explicit NodeCollector(const std::vector<std::int64_t>& wanted) : ids_(wanted), positions(wanted.size(), nothing) {}

  void node(const osmium::Node& node) {
    const auto found = std::lower_bound(ids_.begin(), ids_.end(), node.id());
    if (found == ids_.end() || *found != node.id() || !node.location().valid()) return;
    positions[static_cast<std::size_t>(found - ids_.begin())] = {node.location().lon(), node.location().lat()};
  }

 private:
  static constexpr geometry::Point nothing{std::numeric_limits<double>::quiet_NaN(), 0.0};
  const std::vector<std::int64_t>& ids_;

 public:
  std::vector<geometry::Point> positions;
};

// Cuts ways where nodes are missing and puts positions for identifiers.
void resolve(OsmRoads& roads, const WayCollector& ways, const std::vector<std::int64_t>& ids,
             const std::vector<geometry::Point>& positions) {
  constexpr std::uint32_t missing = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> number(ids.size(), missing);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (positions[i].x != positions[i].x) continue;
    number[i] = static_cast<std::uint32_t>(roads.node_id.size());
    roads.node_id.push_back(ids[i]);
    roads.position.push_back(positions[i]);
  }
  const std::vector<std::int64_t> way_ids = std::move(roads.way_id);
  const auto tags = std::move(roads.tags);
  roads.way_id.clear();
  roads.tags.clear();
  for (std::size_t way = 0; way < way_ids.size(); ++way) {
    const auto finish = [&] {
      if (roads.way_nodes.size() < roads.way_starts.back() + std::size_t{2}) {
        roads.way_nodes.resize(roads.way_starts.back());
        return;
      }
      roads.way_starts.push_back(static_cast<std::uint32_t>(roads.way_nodes.size()));
      roads.way_id.push_back(way_ids[way]);
      roads.tags.push_back(tags[way]);
    };
    for (std::size_t i = ways.starts[way]; i < ways.starts[way + 1]; ++i) {
      const auto found = std::lower_bound(ids.begin(), ids.end(), ways.ids[i]);
      const std::uint32_t node = number[static_cast<std::size_t>(found - ids.begin())];
      if (node != missing) {
        roads.way_nodes.push_back(node);
      } else {
        ++roads.missing_nodes;
        finish();
      }
    }
    finish();
  }
}

}  // namespace

std::string_view OsmRoads::tag(std::size_t way, std::string_view key) const {
  for (const auto& [name, value] : tags[way]) {
    if (name == key) return value;
  }
  return {};
}

bool is_osm_file(const std::string& path) {
  constexpr std::array<std::string_view, 4> endings{".pbf", ".osm", ".osm.gz", ".osm.bz2"};
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return path.ends_with(ending); });
}

OsmRoads read_osm_roads(const std::string& path, const std::vector<std::string>& keys) {
  refuse_network(path);
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) {
    throw Error(ErrorCode::unreadable_input, message("There is no such file"), path,
                message("Check the path, also the case of its letters"));
  }
  OsmRoads roads;
  try {
    const osmium::io::File file(path);
    WayCollector ways(roads, keys);
    osmium::io::Reader way_reader(file, osmium::osm_entity_bits::way);
    osmium::apply(way_reader, ways);
    way_reader.close();
    std::vector<std::int64_t> ids = ways.ids;
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    NodeCollector nodes(ids);
    osmium::io::Reader node_reader(file, osmium::osm_entity_bits::node);
    osmium::apply(node_reader, nodes);
    node_reader.close();
    resolve(roads, ways, ids, nodes.positions);
  } catch (const std::exception& fault) {
    throw Error(ErrorCode::unreadable_input, message("The file cannot be read: {0}", fault.what()), path,
                message("Check that the file is whole and that you may read it"));
  }
  return roads;
}

}  // namespace ancrage::io
