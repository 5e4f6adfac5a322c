// SPDX-License-Identifier: Apache-2.0
#include "ancrage/territory/build/connectors.hpp"

#include "ancrage/io/reader.hpp"
#include "ancrage/io/toml_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

namespace ancrage::territory::build {

namespace {

using io::TomlReader;

constexpr double same_place_m = 1.0;
constexpr int degrees_epsg = 4326;

geometry::Point read_waypoint(const TomlReader& reader, const toml::table& table, std::string_view key) {
  const toml::node* node = table.get(key);
  const toml::array* pair = node == nullptr ? nullptr : node->as_array();
  const Message remedy = message("write latitude and longitude, as [44.12, 4.08]");
  if (pair == nullptr || pair->size() != 2) {
    reader.fail(message("“{0}” must be a position", key), node == nullptr ? &table : node, remedy);
  }
  const double latitude = reader.number(*pair->get(0), key);
  const double longitude = reader.number(*pair->get(1), key);
  if (std::abs(latitude) > 90 || std::abs(longitude) > 180) {
    reader.fail(message("“{0}” must be a position", key), node, remedy);
  }
  return {longitude, latitude};
}

std::optional<geometry::Point> waypoint_at(const std::vector<geometry::Point>& waypoints, geometry::Point p) {
  const auto nearest = std::min_element(waypoints.begin(), waypoints.end(), [&](auto a, auto b) {
    return geometry::distance(a, p) < geometry::distance(b, p);
  });
  if (nearest == waypoints.end() || geometry::distance(*nearest, p) > same_place_m) return std::nullopt;
  return *nearest;
}

}  // namespace

std::vector<Connector> read_connectors(const std::string& path) {
  const TomlReader reader(path, message("The connectors of roads were not found"), message("name another file"));
  reader.allow_only(reader.root(), {"connector"});
  std::vector<Connector> connectors;
  const toml::node* list = reader.root().get("connector");
  if (list == nullptr) return connectors;
  if (!list->is_array()) {
    reader.fail(message("“{0}” must be a list of tables", "connector"), list, message("write [[connector]]"));
  }
  for (const toml::node& node : *list->as_array()) {
    const toml::table& table = reader.table(node, "connector");
    reader.allow_only(table, {"name", "from", "to", "reason", "source"});
    reader.text(table, "reason");
    reader.text(table, "source");
    connectors.push_back(
        {reader.text(table, "name"), read_waypoint(reader, table, "from"), read_waypoint(reader, table, "to")});
  }
  return connectors;
}

std::size_t add_connectors(const std::vector<Connector>& connectors, const Outlines& outlines, Roads& roads,
                           Diagnostics& diagnostics) {
  const CommuneFinder finder(outlines);
  const std::vector<geometry::Point> waypoints = roads.line.points;
  Diagnostic added{Severity::note, "roads", {}, {}};
  Diagnostic left_out{Severity::warning, "roads", {}, {}};
  for (const Connector& connector : connectors) {
    std::vector<geometry::Point> ends{connector.from, connector.to};
    io::reproject(ends, degrees_epsg, working_epsg);
    if (!finder.at(ends[0]) && !finder.at(ends[1])) continue;
    const auto from = waypoint_at(waypoints, ends[0]);
    const auto to = waypoint_at(waypoints, ends[1]);
    if (!from || !to) {
      left_out.names.push_back(connector.name);
      continue;
    }
    roads.name.push_back(connector.name);
    roads.road_class.emplace_back(connector_class);
    roads.line.add_line(std::array{*from, *to});
    roads.line.end_feature();
    added.names.push_back(fmt::format("{}, {:.0f} m", connector.name, geometry::distance(*from, *to)));
  }
  const std::size_t count = added.names.size();
  if (count > 0) {
    added.what = message("{0} synthetic connectors join numbered roads that stop in a town", count);
    diagnostics.push_back(std::move(added));
  }
  if (!left_out.names.empty()) {
    left_out.what = message("{0} connectors are left out, as no road has a waypoint there", left_out.names.size());
    diagnostics.push_back(std::move(left_out));
  }
  return count;
}

}  // namespace ancrage::territory::build
