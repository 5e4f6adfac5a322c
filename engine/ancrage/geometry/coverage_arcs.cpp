// SPDX-License-Identifier: Apache-2.0
#include "ancrage/geometry/coverage_arcs.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <unordered_map>
#include <utility>

namespace ancrage::geometry {

namespace {

struct HashPoint {
  std::size_t operator()(Point p) const {
    const std::size_t h = std::hash<double>{}(p.x);
    return h ^ (std::hash<double>{}(p.y) + 0x9e3779b97f4a7c15ULL + (h << 6) + (h >> 2));
  }
};

using Vertex = std::uint32_t;

// Two neighbours along one outline; how often the outlines of the coverage pass.
struct Spokes {
  std::vector<Vertex> to{};
  std::vector<int> passes{};
};

class Network {
 public:
  explicit Network(const PolygonSet& polygons) {
    for (std::size_t r = 0; r + 1 < polygons.ring_starts.size(); ++r) add_ring(polygons.ring(r));
  }

  const std::vector<Vertex>& ring(std::size_t index) const { return rings_[index]; }
  std::size_t ring_count() const { return rings_.size(); }
  Point point(Vertex v) const { return points_[v]; }

  // A node ends arcs: more or fewer than two ways lead from it, or an outline leaves the others there.
  bool is_node(Vertex v) const {
    const Spokes& spokes = spokes_[v];
    return spokes.to.size() != 2 || spokes.passes[0] != spokes.passes[1];
  }

 private:
  Vertex vertex(Point p) {
    const auto [at, is_new] = index_.try_emplace(p, static_cast<Vertex>(points_.size()));
    if (is_new) {
      points_.push_back(p);
      spokes_.emplace_back();
    }
    return at->second;
  }

  void add_spoke(Vertex from, Vertex to) {
    Spokes& spokes = spokes_[from];
    const auto at = std::find(spokes.to.begin(), spokes.to.end(), to);
    if (at != spokes.to.end()) {
      ++spokes.passes[static_cast<std::size_t>(at - spokes.to.begin())];
    } else {
      spokes.to.push_back(to);
      spokes.passes.push_back(1);
    }
  }

  void add_ring(std::span<const Point> closed_ring) {
    std::vector<Vertex> ring;
    for (const Point p : closed_ring) {
      const Vertex v = vertex(p);
      if (ring.empty() || ring.back() != v) ring.push_back(v);
    }
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
      add_spoke(ring[i], ring[i + 1]);
      add_spoke(ring[i + 1], ring[i]);
    }
    if (!ring.empty()) ring.pop_back();  // open: the closing point is the first
    rings_.push_back(std::move(ring));
  }

  std::unordered_map<Point, Vertex, HashPoint> index_;
  std::vector<Point> points_;
  std::vector<Spokes> spokes_;
  std::vector<std::vector<Vertex>> rings_;
};

// Where the walk along a ring begins: at a node, else at its lowest point, which is the same for every ring that runs
// there.
std::size_t start_of(const Network& network, const std::vector<Vertex>& ring) {
  const auto lower = [&](Vertex a, Vertex b) {
    return std::pair(network.point(a).x, network.point(a).y) < std::pair(network.point(b).x, network.point(b).y);
  };
  const auto node = std::find_if(ring.begin(), ring.end(), [&](Vertex v) { return network.is_node(v); });
  const auto start = node != ring.end() ? node : std::min_element(ring.begin(), ring.end(), lower);
  return static_cast<std::size_t>(start - ring.begin());
}

}  // namespace

CoverageArcs cut_into_arcs(const PolygonSet& polygons) {
  const Network network(polygons);
  CoverageArcs result;
  std::map<std::vector<Vertex>, std::size_t> known;
  for (std::size_t r = 0; r < network.ring_count(); ++r) {
    CoverageArcs::Ring& uses = result.rings.emplace_back();
    const std::vector<Vertex>& ring = network.ring(r);
    if (ring.empty()) continue;
    const std::size_t start = start_of(network, ring);
    std::vector<Vertex> arc{ring[start]};
    for (std::size_t step = 1; step <= ring.size(); ++step) {
      const Vertex v = ring[(start + step) % ring.size()];
      arc.push_back(v);
      if (step < ring.size() && !network.is_node(v)) continue;
      std::vector<Vertex> backwards(arc.rbegin(), arc.rend());
      const bool reversed = backwards < arc;
      const auto [at, is_new] = known.try_emplace(reversed ? backwards : arc, result.arcs.size());
      if (is_new) {
        std::vector<Point>& points = result.arcs.emplace_back();
        for (const Vertex w : at->first) points.push_back(network.point(w));
      }
      uses.push_back({at->second, reversed});
      arc.assign(1, v);
    }
  }
  return result;
}

PolygonSet assembled(const PolygonSet& polygons, const CoverageArcs& coverage,
                     const std::vector<std::vector<Point>>& arcs) {
  PolygonSet result;
  for (std::size_t feature = 0; feature < polygons.size(); ++feature) {
    for (std::size_t part = polygons.feature_starts[feature]; part < polygons.feature_starts[feature + 1]; ++part) {
      for (std::size_t r = polygons.part_starts[part]; r < polygons.part_starts[part + 1]; ++r) {
        std::vector<Point> ring;
        for (const CoverageArcs::Use& use : coverage.rings[r]) {
          std::vector<Point> arc = arcs[use.arc];
          if (use.reversed) std::reverse(arc.begin(), arc.end());
          ring.insert(ring.end(), arc.begin() + (ring.empty() ? 0 : 1), arc.end());
        }
        result.add_ring(ring);
      }
      result.end_part();
    }
    result.end_feature();
  }
  return result;
}

}  // namespace ancrage::geometry
