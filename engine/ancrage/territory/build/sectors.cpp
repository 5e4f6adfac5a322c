// SPDX-License-Identifier: Apache-2.0
#include "ancrage/territory/build/sectors.hpp"

#include "ancrage/base/plural_message.hpp"
#include "ancrage/geometry/repair.hpp"
#include "ancrage/io/raw_text.hpp"
#include "ancrage/io/reader.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <vector>

namespace ancrage::territory::build {

namespace {

std::map<std::string, Quantity> read_populations(const RawFiles& files) {
  const io::DelimitedTable table = io::read_delimited(files.path("qpv/qpv-2015-occitanie-indicateurs.csv"));
  const std::size_t code = table.column("code_qp");
  const std::size_t population = table.column("pop_mun");
  std::map<std::string, Quantity> result;
  for (const std::vector<std::string>& row : table.rows) {
    result[row[code]] = raw_number(row[population], table.source, row[code], "pop_mun");
  }
  return result;
}

}  // namespace

PrioritySectors read_sectors(const RawFiles& files, const Administrative& administrative, const Outlines& outlines,
                             Diagnostics& diagnostics) {
  const std::map<std::string, Quantity> populations = read_populations(files);
  const io::FeatureTable table =
      io::read_features(files.path("qpv/qpv-2015-occitanie.geojson"), {.target_epsg = working_epsg});
  const std::vector<std::string>& codes = table.texts("code_qp");
  const std::vector<std::string>& names = table.texts("nom_qp");
  const std::vector<std::string>& commune_names = table.texts("nom_commune");
  const std::vector<std::string>& commune_codes = table.texts("code_commune");
  std::vector<std::size_t> order(table.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return codes[a] < codes[b]; });

  PrioritySectors sectors;
  std::vector<std::string> without_population;
  for (const std::size_t i : order) {
    if (!outlines.find(administrative.current(commune_codes[i]))) continue;
    sectors.code.push_back(codes[i]);
    sectors.name.push_back(names[i]);
    sectors.kind.emplace_back("QPV");
    sectors.communes.push_back(commune_names[i]);
    const auto population = populations.find(codes[i]);
    sectors.population.push_back(population == populations.end() ? Quantity::missing() : population->second);
    if (!sectors.population.back().is_number()) without_population.push_back(codes[i] + " " + names[i]);
    sectors.outline.append(table.polygons, i);
  }
  std::vector<std::string> repaired;
  for (const std::uint32_t i : geometry::repair(sectors.outline)) {
    repaired.push_back(sectors.code[i] + " " + sectors.name[i] + " (" + sectors.communes[i] + ")");
  }
  if (!repaired.empty()) {
    diagnostics.push_back({Severity::warning, "priority_sectors",
                           plural_message("{0} outline crossed itself and was repaired",
                                          "{0} outlines crossed themselves and were repaired", repaired.size()),
                           repaired});
  }
  if (!without_population.empty()) {
    diagnostics.push_back({Severity::warning, "priority_sectors",
                           plural_message("{0} sector has no published population",
                                          "{0} sectors have no published population", without_population.size()),
                           without_population});
  }
  return sectors;
}

}  // namespace ancrage::territory::build
