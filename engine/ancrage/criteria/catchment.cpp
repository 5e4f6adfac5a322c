// SPDX-License-Identifier: Apache-2.0
#include "ancrage/criteria/catchment.hpp"

#include "ancrage/geometry/overlay.hpp"
#include "ancrage/travel/estimate.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>

namespace ancrage::criteria {

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

std::vector<double> priority_shares_of_cells(const Territory& territory, const Progress& progress) {
  const PolygonSet& cells = territory.cells.outline;
  std::vector<double> shares(cells.size(), 0.0);
  for (const auto& shared : geometry::overlay_areas(cells, priority_polygons(territory, progress), progress)) {
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

// Places with the commune each lies in (communes.size(): none), from the cells and the communes without cells.
struct Builder {
  const Territory& territory;
  InhabitedPlaces places{};
  std::vector<std::size_t> commune_of{};
  std::vector<double> commune_people = std::vector<double>(territory.communes.size(), 0.0);

  void add(geometry::Point center, double population, double priority_share, Quantity share_65, std::size_t commune) {
    places.center.push_back(center);
    places.population.push_back(population);
    places.priority_share.push_back(priority_share);
    places.share_65_plus.push_back(share_65);
    commune_of.push_back(commune);
    if (commune < commune_people.size()) commune_people[commune] += population;
  }

  void add_cells(const Progress& progress) {
    const auto& cells = territory.cells;
    std::map<std::string_view, std::size_t> commune_index;
    for (std::size_t i = 0; i < territory.communes.size(); ++i) commune_index[territory.communes.code[i]] = i;
    const auto shares = priority_shares_of_cells(territory, progress);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const auto found = commune_index.find(cells.commune_code[i]);
      const std::size_t commune = found == commune_index.end() ? territory.communes.size() : found->second;
      Quantity share_65 = cell_share_65_plus(cells, i);
      if (!share_65.is_number() && commune < territory.communes.size()) {
        share_65 = commune_share_65_plus(territory.communes, commune);
      }
      add(cells.center[i], cells.population[i], shares[i], share_65, commune);
    }
  }

  void add_communes_without_cells() {
    const auto& communes = territory.communes;
    for (std::size_t i = 0; i < communes.size(); ++i) {
      if (commune_people[i] > 0 || !communes.population[i].is_number()) continue;
      add(middle_of_largest_part(communes.boundary, i), communes.population[i].value(),
          communes.zone[i] == ZoneStatus::zip ? 1.0 : 0.0, commune_share_65_plus(communes, i), i);
    }
  }

  void spread_practitioners() {
    places.gps.assign(places.size(), 0.0);
    places.gps_60_plus.assign(places.size(), 0.0);
    for (std::size_t row = 0; row < places.size(); ++row) {
      const std::size_t commune = commune_of[row];
      if (commune >= commune_people.size() || !(commune_people[commune] > 0)) continue;
      const double share = places.population[row] / commune_people[commune];
      places.gps[row] = share * territory.communes.gps[commune].value_or(0.0);
      places.gps_60_plus[row] = share * territory.communes.gps_60_plus[commune].value_or(0.0);
    }
  }
};

}  // namespace

Catchments::Catchments(const Territory& territory, const Progress& progress) {
  Builder builder{territory};
  builder.add_cells(progress);
  builder.add_communes_without_cells();
  builder.spread_practitioners();
  places_ = std::move(builder.places);

  starts_.push_back(0);
  for (const geometry::Point site : territory.sites.position) {
    for (std::uint32_t row = 0; row < places_.size(); ++row) {
      const double minutes = travel::estimated_minutes(geometry::distance(site, places_.center[row]));
      if (minutes <= territory.catchment_minutes) members_.push_back(row);
    }
    starts_.push_back(members_.size());
    throw_if_stopped(progress);
  }
}

}  // namespace ancrage::criteria
