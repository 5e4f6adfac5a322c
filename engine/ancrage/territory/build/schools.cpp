// SPDX-License-Identifier: Apache-2.0
#include "ancrage/territory/build/schools.hpp"

#include "ancrage/base/plural_message.hpp"
#include "ancrage/io/raw_text.hpp"
#include "ancrage/io/reader.hpp"
#include "ancrage/territory/build/json.hpp"

#include <cmath>
#include <limits>
#include <set>

namespace ancrage::territory::build {

namespace {

std::string kind_of(const std::string& type, const std::string& source) {
  if (type == "ecole") return "primary_school";
  if (type == "college" || type == "lycee") return type;
  throw Error(ErrorCode::wrong_input, message("“{0}” is no type of school that is known here", type), source,
              message("Known are ecole, college and lycee"));
}

double number_of(const Json& object, const char* key) {
  const auto value = object.find(key);
  return value != object.end() && value->is_number() ? value->get<double>() : std::numeric_limits<double>::quiet_NaN();
}

// The file writes the accent of "École" nowhere.
std::string shown_name(std::string name) {
  constexpr std::string_view bare = "Ecole";
  if (name.starts_with(bare)) name.replace(0, bare.size(), "École");
  return name;
}

// "30" of 30007, "2A" of 2A004, "974" of 97411.
std::string department_of(const std::string& commune_code) {
  return commune_code.substr(0, commune_code.starts_with("97") ? 3 : 2);
}

}  // namespace

std::vector<Place> read_schools(const RawFiles& files, const Outlines& outlines, Diagnostics& diagnostics) {
  std::set<std::string> departments;
  for (const std::string& code : outlines.code) departments.insert(department_of(code));
  std::vector<Place> places;
  std::vector<std::string> without_file;
  std::vector<std::string> without_position;
  std::vector<geometry::Point> points;
  for (const std::string& department : departments) {
    const std::string relative = "schools/dep" + department + ".min.json";
    if (!files.has(relative)) {
      without_file.push_back(department);
      continue;
    }
    const std::string path = files.path(relative);
    const Json json = parsed_json(io::read_text(path), path);
    for (const Json& school : json.at("etab")) {
      const Place place{text_of(school, "uai", path),
                        shown_name(text_of(school, "name", path)),
                        kind_of(text_of(school, "type", path), path),
                        {},
                        {}};
      const geometry::Point position{number_of(school, "lon"), number_of(school, "lat")};
      if (std::isnan(position.x) || std::isnan(position.y)) {
        without_position.push_back(place.id + " " + place.name);
        continue;
      }
      points.push_back(position);
      places.push_back(place);
    }
  }
  io::reproject(points, 4326, working_epsg);
  const CommuneFinder finder(outlines);
  std::vector<Place> kept;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const auto commune = finder.at(points[i]);
    if (!commune) continue;
    places[i].commune_code = outlines.code[*commune];
    places[i].position = points[i];
    kept.push_back(places[i]);
  }
  if (!without_file.empty()) {
    diagnostics.push_back({Severity::warning, "facilities",
                           plural_message("The schools of {0} département have no raw file",
                                          "The schools of {0} départements have no raw file", without_file.size()),
                           without_file});
  }
  if (!without_position.empty()) {
    diagnostics.push_back({Severity::warning, "facilities",
                           plural_message("{0} school without position is left out",
                                          "{0} schools without position are left out", without_position.size()),
                           without_position});
  }
  return kept;
}

}  // namespace ancrage::territory::build
