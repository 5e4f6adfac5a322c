// SPDX-License-Identifier: Apache-2.0
#include "ancrage/travel/line_roads.hpp"

#include "ancrage/base/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <set>
#include <utility>

namespace ancrage::travel {

namespace {

constexpr double minutes_m_per_kmh = 0.06;  // minutes per metre at 1 km/h

bool is_one_of(std::string_view value, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

std::vector<std::string> texts_or_empty(const io::FeatureTable& layer, const std::string& field) {
  const io::Column* column = layer.find(field);
  if (column == nullptr) return std::vector<std::string>(layer.size());
  if (column->type == io::ColumnType::text) return column->texts;
  std::vector<std::string> texts;
  for (std::size_t row = 0; row < layer.size(); ++row) {
    texts.push_back(column->null[row] != 0 ? std::string() : fmt::format("{}", column->numbers[row]));
  }
  return texts;
}

std::uint8_t directions(const io::FeatureTable& layer, const std::string& field, const std::string& value,
                        std::size_t row) {
  if (is_one_of(value, {"yes", "true", "1", "T", "F", "FT"})) return along;
  if (is_one_of(value, {"-1", "reverse", "TF"})) return against;
  if (is_one_of(value, {"", "no", "false", "0", "B"})) return both_ways;
  throw Error(ErrorCode::wrong_input, message("Row {0} holds “{1}”, which is no direction", row + 1, value),
              layer.source + ", " + layer.name + ", " + field,
              message("write yes (along the line), -1 (against it) or no"));
}

class ClassNumbers {
 public:
  explicit ClassNumbers(std::vector<std::string>& names) : names_(names) {}
  std::uint16_t number(const std::string& name) {
    const auto found = std::find(names_.begin(), names_.end(), name);
    if (found == names_.end()) return names_.push_back(name), static_cast<std::uint16_t>(names_.size() - 1);
    return static_cast<std::uint16_t>(found - names_.begin());
  }

 private:
  std::vector<std::string>& names_;
};

struct LineAttributes {
  std::uint8_t open;
  double minutes_per_m;
  std::uint16_t road_class;
  std::string name;
};

void add_line(RoadLines& lines, VertexTable& table, std::span<const geometry::Point> points,
              const LineAttributes& attributes) {
  for (const geometry::Point p : points) lines.line_vertices.push_back(table.vertex(lines, p));
  lines.line_starts.push_back(static_cast<std::uint32_t>(lines.line_vertices.size()));
  lines.open.push_back(attributes.open);
  lines.minutes_per_m_along.push_back(attributes.minutes_per_m);
  lines.minutes_per_m_against.push_back(attributes.minutes_per_m);
  lines.road_class.push_back(attributes.road_class);
  lines.name.push_back(attributes.name);
}

// km/h of every row; throws on rows without.
std::vector<double> line_speeds(const io::FeatureTable& layer, const LineFields& fields, const ClassSpeeds& speeds,
                                const std::vector<std::string>& classes) {
  std::vector<Quantity> stated(layer.size());
  if (layer.find(fields.speed) != nullptr) stated = layer.quantities(fields.speed);
  std::vector<double> result;
  std::set<std::string> unknown;
  for (std::size_t row = 0; row < layer.size(); ++row) {
    if (stated[row].is_number()) {
      if (!(stated[row].value() > 0)) {
        throw Error(ErrorCode::wrong_input, message("Row {0} has no positive speed", row + 1),
                    layer.source + ", " + layer.name + ", " + fields.speed,
                    message("write km/h, or nothing where the class tells enough"));
      }
      result.push_back(stated[row].value());
      continue;
    }
    const auto usual =
        std::find_if(speeds.begin(), speeds.end(), [&](const ClassSpeed& s) { return s.road_class == classes[row]; });
    if (usual == speeds.end()) unknown.insert(classes[row]);
    result.push_back(usual == speeds.end() ? 0.0 : usual->kmh);
  }
  if (!unknown.empty()) {
    throw Error(ErrorCode::wrong_input, message("Roads have neither a speed nor a class that is known"),
                layer.source + ", " + layer.name,
                message("name the fields of class or speed, or state the speed of each class: “{0}”",
                        fmt::format("{}", fmt::join(unknown, "”, “"))));
  }
  return result;
}

}  // namespace

RoadLines road_lines(const io::FeatureTable& layer, const LineFields& fields, const ClassSpeeds& speeds) {
  if (layer.kind != io::GeometryKind::line) {
    throw Error(ErrorCode::wrong_input, message("The layer has the wrong kind of geometry"),
                layer.source + ", " + layer.name, message("it must hold lines"));
  }
  const auto classes = texts_or_empty(layer, fields.road_class);
  const auto one_ways = texts_or_empty(layer, fields.one_way);
  const auto names = texts_or_empty(layer, fields.name);
  const auto kmh = line_speeds(layer, fields, speeds, classes);
  RoadLines lines;
  VertexTable table;
  ClassNumbers numbers(lines.class_names);
  for (std::size_t row = 0; row < layer.size(); ++row) {
    const LineAttributes attributes{directions(layer, fields.one_way, one_ways[row], row), minutes_m_per_kmh / kmh[row],
                                    numbers.number(classes[row]), names[row]};
    for (std::uint32_t i = layer.lines.feature_starts[row]; i < layer.lines.feature_starts[row + 1]; ++i) {
      add_line(lines, table, layer.lines.line(i), attributes);
    }
  }
  return lines;
}

RoadLines road_lines(const territory::Roads& roads, const WaypointModel& model) {
  RoadLines lines;
  VertexTable table;
  ClassNumbers numbers(lines.class_names);
  for (std::size_t road = 0; road < roads.size(); ++road) {
    const std::uint16_t road_class = numbers.number(roads.road_class[road]);
    const double pace = model.pace_of(roads.road_class[road], roads.name[road]);
    for (std::uint32_t i = roads.line.feature_starts[road]; i < roads.line.feature_starts[road + 1]; ++i) {
      const auto points = roads.line.line(i);
      const std::vector<double> paces = stretch_paces(points, pace, model);
      for (std::size_t k = 0; k < paces.size(); ++k) {
        add_line(lines, table, points.subspan(k, 2), {both_ways, paces[k], road_class, roads.name[road]});
        lines.part_of.push_back(i);
      }
    }
  }
  return lines;
}

}  // namespace ancrage::travel
