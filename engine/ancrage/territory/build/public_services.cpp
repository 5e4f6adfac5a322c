// SPDX-License-Identifier: Apache-2.0
#include "ancrage/territory/build/public_services.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/io/reader.hpp"

#include <set>
#include <string>

namespace ancrage::territory::build {

std::vector<Place> read_stations(const RawFiles& files, const Outlines& outlines) {
  const io::FeatureTable table =
      io::read_features(files.path("stations/sncf_gares.geojson"), {.target_epsg = working_epsg});
  const std::vector<std::string>& ids = table.texts("code_uic");
  const std::vector<std::string>& names = table.texts("libelle");
  const std::vector<std::string>& passengers = table.texts("voyageurs");
  const CommuneFinder finder(outlines);
  std::vector<Place> places;
  std::set<std::string> seen;
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (passengers[i] != "O") continue;
    const auto commune = finder.at(table.points[i]);
    if (!commune || !seen.insert(ids[i]).second) continue;
    places.push_back({ids[i], names[i], "station", outlines.code[*commune], table.points[i]});
  }
  return places;
}

std::vector<Place> read_france_services(const RawFiles& files, const Outlines& outlines) {
  const io::FeatureTable table =
      io::read_features(files.path("indicators/france-services-2024.geojson"), {.target_epsg = working_epsg});
  const std::vector<std::string>& ids = table.texts("id_territoire");
  const std::vector<std::string>& names = table.texts("lib_territoire");
  const CommuneFinder finder(outlines);
  std::vector<Place> places;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto commune = finder.at(table.points[i]);
    if (!commune) continue;
    const std::vector<std::string> desk_ids = pieces(ids[i], ';');
    const std::vector<std::string> desk_names = pieces(names[i], ';');
    if (desk_ids.size() != desk_names.size()) {
      throw Error(ErrorCode::wrong_input, message("The desks and their names do not pair"),
                  table.source + ", " + ids[i], message("Check that the file is the one that was published"));
    }
    for (std::size_t desk = 0; desk < desk_ids.size(); ++desk) {
      places.push_back({desk_ids[desk], desk_names[desk], "france_services", outlines.code[*commune], table.points[i]});
    }
  }
  return places;
}

}  // namespace ancrage::territory::build
