// SPDX-License-Identifier: Apache-2.0
#include "ancrage/access/inhabited_places.hpp"

#include "ancrage/geometry/overlay.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <unordered_map>

namespace ancrage::access {

namespace {

using geometry::PolygonSet;
using territory::Territory;
using territory::ZoneStatus;

// Priority sectors as polygons that do not overlap each other: the ZIP communes whole, and of every QPV the parts that
// lie elsewhere.
PolygonSet priority_polygons(const Territory& territory, const Progress& progress) {
  const auto& communes = territory.communes;
  const auto is_zip = [&](std::size_t commune) { return communes.zone[commune] == ZoneStatus::zip; };
  PolygonSet result;
  for (std::size_t i = 0; i < communes.size(); ++i) {
    if (is_zip(i)) result.append(communes.boundary, i);
  }
  const auto pieces = geometry::overlay_pieces(territory.priority_sectors.outline, communes.boundary, progress);
  for (std::size_t k = 0; k < pieces.first.size(); ++k) {
    const bool counted = pieces.second[k] != geometry::OverlayPieces::uncovered && is_zip(pieces.second[k]);
    if (!counted) result.append(pieces.outline, k);
  }
  return result;
}

// Share of each cell's area that lies in polygons that do not overlap each other.
std::vector<double> shares_of_cells(const Territory& territory, const PolygonSet& polygons, const Progress& progress) {
  const PolygonSet& cells = territory.cells.outline;
  std::vector<double> shares(cells.size(), 0.0);
  for (const auto& shared : geometry::overlay_areas(cells, polygons, progress)) {
    shares[shared.first] += shared.area_m2 / geometry::area(cells, shared.first);
  }
  for (double& share : shares) share = std::min(share, 1.0);
  return shares;
}

geometry::Point middle_of_largest_part(const PolygonSet& polygons, std::size_t feature) {
  geometry::Box best;
  double best_area = -1.0;
  for (std::size_t part = polygons.feature_starts[feature]; part < polygons.feature_starts[feature + 1]; ++part) {
    const auto shell = polygons.ring(polygons.part_starts[part]);
    const double shell_area = std::abs(geometry::signed_area(shell));
    if (shell_area > best_area) {
      best_area = shell_area;
      best = geometry::bounds(shell);
    }
  }
  return best.center();
}

Quantity commune_share_65_plus(const territory::Communes& communes, std::size_t commune) {
  const Quantity older = communes.aged_65_plus[commune];
  const Quantity all = communes.age_base_population[commune];
  if (!older.is_number() || !all.is_number() || !(all.value() > 0)) return Quantity::missing();
  return std::min(1.0, older.value() / all.value());
}

Quantity cell_share_65_plus(const territory::PopulationCells& cells, std::size_t cell) {
  double all = 0.0;
  double older = 0.0;
  for (std::size_t band = 0; band < territory::age_bands; ++band) {
    const Quantity people = cells.by_age[cell * territory::age_bands + band];
    if (!people.is_number()) return Quantity::missing();
    all += people.value();
    if (territory::age_band_starts[band] >= 65) older += people.value();
  }
  return all > 0 ? Quantity(older / all) : Quantity::missing();
}

class Builder {
 public:
  explicit Builder(const Territory& territory)
      : territory_(territory), commune_people_(territory.communes.size(), 0.0) {}

  void add_cells(const Progress& progress) {
    const auto& cells = territory_.cells;
    std::unordered_map<std::string_view, std::uint32_t> commune_index;
    for (std::uint32_t i = 0; i < territory_.communes.size(); ++i) commune_index[territory_.communes.code[i]] = i;
    places_.qpv_share = shares_of_cells(territory_, territory_.priority_sectors.outline, progress);
    places_.priority_share = shares_of_cells(territory_, priority_polygons(territory_, progress), progress);
    places_.by_age = cells.by_age;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const auto found = commune_index.find(cells.commune_code[i]);
      const std::uint32_t commune = found == commune_index.end() ? no_commune : found->second;
      Quantity share_65 = cell_share_65_plus(cells, i);
      if (!share_65.is_number() && commune != no_commune) {
        share_65 = commune_share_65_plus(territory_.communes, commune);
      }
      add(cells.id[i], cells.center[i], cells.population[i], share_65, commune);
    }
    places_.cells = cells.size();
  }

  void add_communes_without_cells() {
    const auto& communes = territory_.communes;
    for (std::uint32_t i = 0; i < communes.size(); ++i) {
      if (commune_people_[i] > 0 || !communes.population[i].is_number()) continue;
      places_.qpv_share.push_back(0.0);
      places_.priority_share.push_back(communes.zone[i] == ZoneStatus::zip ? 1.0 : 0.0);
      places_.by_age.resize(places_.by_age.size() + territory::age_bands);
      add(communes.code[i], middle_of_largest_part(communes.boundary, i), communes.population[i].value(),
          commune_share_65_plus(communes, i), i);
    }
  }

  InhabitedPlaces take() {
    for (std::size_t row = 0; row < places_.size(); ++row) {
      const std::uint32_t commune = places_.commune[row];
      const double people = commune == no_commune ? 0.0 : commune_people_[commune];
      places_.share_of_commune.push_back(people > 0 ? places_.population[row] / people : 0.0);
    }
    return std::move(places_);
  }

 private:
  void add(const std::string& id, geometry::Point center, double population, Quantity share_65, std::uint32_t commune) {
    places_.id.push_back(id);
    places_.commune.push_back(commune);
    places_.center.push_back(center);
    places_.population.push_back(population);
    places_.share_65_plus.push_back(share_65);
    if (commune != no_commune) commune_people_[commune] += population;
  }

  const Territory& territory_;
  InhabitedPlaces places_{};
  std::vector<double> commune_people_;
};

}  // namespace

InhabitedPlaces inhabited_places(const Territory& territory, const Progress& progress) {
  Builder builder(territory);
  builder.add_cells(progress);
  builder.add_communes_without_cells();
  return builder.take();
}

}  // namespace ancrage::access
