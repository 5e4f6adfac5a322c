// SPDX-License-Identifier: Apache-2.0
// join_dangling_ends of travel/road_builder.hpp.
#include "ancrage/travel/road_builder.hpp"

#include "ancrage/geometry/nearest_on_segment.hpp"
#include "ancrage/geometry/spatial_index.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <tuple>
#include <utility>

namespace ancrage::travel {

namespace {

// A gap below this is what rounding leaves, not a missing piece of road.
constexpr double touching_m = 1e-3;

struct Segment {
  std::uint32_t line;
  std::uint32_t at;  // position of its first vertex in the line
};

// A vertex to be put into a line after position `at`.
struct Insertion {
  std::uint32_t line;
  std::uint32_t at;
  double share;  // along the segment
  std::uint32_t vertex;
};

struct Nearest {
  Segment segment;
  geometry::OnSegment on;
};

class Joiner {
 public:
  Joiner(RoadLines& lines, const RoadBuildOptions& options)
      : lines_(lines), options_(options), index_(segment_boxes()), uses_(lines.vertices.size(), 0) {
    for (const std::uint32_t vertex : lines.line_vertices) ++uses_[vertex];
    const auto connector = std::find(lines_.class_names.begin(), lines_.class_names.end(), "connector");
    connector_class_ = static_cast<std::uint16_t>(connector - lines_.class_names.begin());
    if (connector == lines_.class_names.end()) lines_.class_names.emplace_back("connector");
    for (const std::string& name : lines_.class_names) {
      limited_.push_back(std::find(options.limited_access.begin(), options.limited_access.end(), name) !=
                         options.limited_access.end());
    }
  }

  std::vector<RoadJoin> run() {
    const std::size_t count = lines_.size();
    for (std::uint32_t i = 0; i < count; ++i) {
      if (lines_.line(i).size() < 2) continue;
      for (const std::uint32_t end : {lines_.line(i).front(), lines_.line(i).back()}) {
        if (uses_[end] == 1) join(i, end);
      }
    }
    insert_vertices();
    return std::move(joins_);
  }

 private:
  std::vector<geometry::Box> segment_boxes() {
    std::vector<geometry::Box> boxes;
    for (std::uint32_t i = 0; i < lines_.size(); ++i) {
      const auto line = lines_.line(i);
      for (std::uint32_t k = 0; k + 1 < line.size(); ++k) {
        segments_.push_back({i, k});
        geometry::Box& box = boxes.emplace_back();
        box.extend(lines_.vertices[line[k]]);
        box.extend(lines_.vertices[line[k + 1]]);
      }
    }
    return boxes;
  }

  std::uint32_t whole(std::uint32_t line) const { return lines_.part_of.empty() ? line : lines_.part_of[line]; }

  std::optional<Nearest> nearest(std::uint32_t own_line, geometry::Point p) {
    const double reach = options_.join_tolerance_m;
    index_.query({{p.x - reach, p.y - reach}, {p.x + reach, p.y + reach}}, hits_);
    std::optional<Nearest> best;
    for (const std::uint32_t hit : hits_) {
      const Segment segment = segments_[hit];
      if (whole(segment.line) == whole(own_line)) continue;
      const auto line = lines_.line(segment.line);
      const auto on =
          geometry::nearest_on_segment(p, lines_.vertices[line[segment.at]], lines_.vertices[line[segment.at + 1]]);
      if (on.distance > reach || (best && on.distance >= best->on.distance)) continue;
      if (limited_[lines_.road_class[segment.line]] && on.share > 0 && on.share < 1) continue;
      best = Nearest{segment, on};
    }
    return best;
  }

  void join(std::uint32_t own_line, std::uint32_t end) {
    const geometry::Point p = lines_.vertices[end];
    const auto found = nearest(own_line, p);
    if (!found) return;
    const auto line = lines_.line(found->segment.line);
    std::uint32_t target = line[found->segment.at + (found->on.share >= 1 ? 1 : 0)];
    const bool inside = found->on.share > 0 && found->on.share < 1;
    if (inside) {
      target = end;
      if (found->on.distance > touching_m) {
        target = static_cast<std::uint32_t>(lines_.vertices.size());
        lines_.vertices.push_back(found->on.point);
        uses_.push_back(1);
      }
      insertions_.push_back({found->segment.line, found->segment.at, found->on.share, target});
    }
    ++uses_[end];
    if (target == end) return;
    ++uses_[target];
    joins_.push_back({lines_.name[own_line], lines_.name[found->segment.line], p, lines_.vertices[target],
                      geometry::distance(p, lines_.vertices[target])});
    connectors_.push_back({own_line, {end, target}});
  }

  void insert_vertices() {
    std::sort(insertions_.begin(), insertions_.end(), [](const Insertion& a, const Insertion& b) {
      return std::tuple(a.line, a.at, a.share, a.vertex) < std::tuple(b.line, b.at, b.share, b.vertex);
    });
    std::vector<std::uint32_t> vertices;
    std::vector<std::uint32_t> starts{0};
    auto next = insertions_.begin();
    for (std::uint32_t i = 0; i < lines_.size(); ++i) {
      const auto line = lines_.line(i);
      for (std::uint32_t k = 0; k < line.size(); ++k) {
        vertices.push_back(line[k]);
        for (; next != insertions_.end() && next->line == i && next->at == k; ++next) vertices.push_back(next->vertex);
      }
      starts.push_back(static_cast<std::uint32_t>(vertices.size()));
    }
    for (const auto& [own_line, ends] : connectors_) {
      vertices.insert(vertices.end(), {ends.first, ends.second});
      starts.push_back(static_cast<std::uint32_t>(vertices.size()));
      const double pace = (lines_.open[own_line] & along) != 0 ? lines_.minutes_per_m_along[own_line]
                                                               : lines_.minutes_per_m_against[own_line];
      lines_.open.push_back(both_ways);
      lines_.minutes_per_m_along.push_back(pace);
      lines_.minutes_per_m_against.push_back(pace);
      lines_.road_class.push_back(connector_class_);
      lines_.name.emplace_back();
      if (!lines_.part_of.empty()) lines_.part_of.push_back(std::numeric_limits<std::uint32_t>::max());
    }
    lines_.line_vertices = std::move(vertices);
    lines_.line_starts = std::move(starts);
  }

  RoadLines& lines_;
  const RoadBuildOptions& options_;
  std::vector<Segment> segments_;
  geometry::SpatialIndex index_;
  std::vector<std::uint32_t> uses_;
  std::uint16_t connector_class_ = 0;
  std::vector<bool> limited_;
  std::vector<std::uint32_t> hits_;
  std::vector<Insertion> insertions_;
  std::vector<std::pair<std::uint32_t, std::pair<std::uint32_t, std::uint32_t>>> connectors_;
  std::vector<RoadJoin> joins_;
};

}  // namespace

std::vector<RoadJoin> join_dangling_ends(RoadLines& lines, const RoadBuildOptions& options) {
  return Joiner(lines, options).run();
}

}  // namespace ancrage::travel
