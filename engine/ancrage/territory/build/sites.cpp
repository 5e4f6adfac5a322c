// SPDX-License-Identifier: Apache-2.0
#include "ancrage/territory/build/sites.hpp"

#include "ancrage/base/plural_message.hpp"
#include "ancrage/base/text.hpp"
#include "ancrage/geometry/proximity.hpp"
#include "ancrage/territory/build/place_list.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace ancrage::territory::build {

namespace {

std::optional<std::size_t> densest_cell(const PopulationCells& cells, const std::string& commune_code) {
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells.commune_code[i] != commune_code) continue;
    const bool better = !best || cells.population[i] > cells.population[*best] ||
                        (cells.population[i] == cells.population[*best] && cells.id[i] < cells.id[*best]);
    if (better) best = i;
  }
  return best;
}

// "MSP Simone Veil (La Grand-Combe)"; the commune is not said twice.
std::string site_name(const std::string& pole, const std::string& commune) {
  const bool said = (" " + search_key(pole) + " ").find(" " + search_key(commune) + " ") != std::string::npos;
  return said ? pole : pole + " (" + commune + ")";
}

}  // namespace

Sites make_sites(const Communes& communes, const PopulationCells& cells, const Places& poles,
                 Diagnostics& diagnostics) {
  std::vector<Place> centres;
  std::vector<Place> offices;
  std::vector<std::string> without_cell;
  std::map<std::string, std::string> member_names;
  for (std::size_t i = 0; i < communes.size(); ++i) {
    if (communes.member[i] == 0) continue;
    member_names[communes.code[i]] = communes.name[i];
    const auto cell = densest_cell(cells, communes.code[i]);
    if (!cell) without_cell.push_back(communes.code[i] + " " + communes.name[i]);
    centres.push_back({communes.code[i], communes.name[i], "commune_centre", communes.code[i],
                       cell ? cells.center[*cell] : geometry::interior_point(communes.boundary, i)});
  }
  for (std::size_t i = 0; i < poles.size(); ++i) {
    const auto commune = member_names.find(poles.commune_code[i]);
    if (commune == member_names.end() || !is_general_practice(poles.kind[i])) continue;
    offices.push_back({poles.id[i], site_name(poles.name[i], commune->second),
                       poles.kind[i] == "maison_de_sante" ? "health_pole" : "health_centre", poles.commune_code[i],
                       poles.position[i]});
  }
  std::sort(offices.begin(), offices.end(), [](const Place& a, const Place& b) { return a.id < b.id; });
  Sites sites;
  for (const Place& place : centres) append(sites, place);
  for (const Place& place : offices) append(sites, place);
  if (!without_cell.empty()) {
    diagnostics.push_back(
        {Severity::warning, "sites",
         plural_message("{0} commune has no inhabited cell: its site is a point inside its outline",
                        "{0} communes have no inhabited cell: their site is a point inside their outline",
                        without_cell.size()),
         without_cell});
  }
  return sites;
}

}  // namespace ancrage::territory::build
