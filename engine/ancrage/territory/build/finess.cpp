// SPDX-License-Identifier: Apache-2.0
#include "ancrage/territory/build/finess.hpp"

#include "ancrage/base/plural_message.hpp"
#include "ancrage/base/text.hpp"
#include "ancrage/io/raw_text.hpp"
#include "ancrage/io/reader.hpp"
#include "ancrage/territory/build/readable_names.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>
#include <string_view>

namespace ancrage::territory::build {

namespace {

// Whether any word of the key starts with one of the stems.
bool names_any(const std::string& key, std::span<const std::string_view> stems) {
  const std::string spaced = " " + key;
  return std::any_of(stems.begin(), stems.end(),
                     [&](std::string_view stem) { return spaced.find(" " + std::string(stem)) != std::string::npos; });
}

// Categories of hospitals with beds for acute care; their names tell the general ones apart.
bool is_hospital_category(std::string_view category) {
  constexpr std::array<std::string_view, 7> categories{"101", "106", "122", "128", "129", "355", "365"};
  return std::find(categories.begin(), categories.end(), category) != categories.end();
}

struct Columns {
  explicit Columns(const io::DelimitedTable& table)
      : number(table.column("numero finess etablissement")),
        short_name(table.column("raison_sociale")),
        long_name(table.column("rslongue")),
        category(table.column("categetab")),
        commune(table.column("code_insee")),
        latitude(table.column("latitude")),
        longitude(table.column("longitude")) {}
  std::size_t number, short_name, long_name, category, commune, latitude, longitude;
};

// Short names are cut off at 38 characters by the register; then the long one is the whole one.
std::string shown_name(const std::vector<std::string>& row, const Columns& columns, const ReadableNames& readable,
                       const std::string& commune_name) {
  constexpr std::size_t cut_off = 38;
  const bool cut = row[columns.short_name].size() >= cut_off && !row[columns.long_name].empty();
  return readable(cut ? row[columns.long_name] : row[columns.short_name], commune_name);
}

// Kind of facility; empty when it is none that is kept.
std::string facility_kind(const std::string& category, const std::string& names) {
  if (category == "620") return "pharmacy";
  if (category == "611") return "laboratory";
  if (category == "500") return "care_home";
  if (is_hospital_category(category) && is_general_hospital(names)) return "hospital";
  return {};
}

std::string pole_kind(const std::string& category, const std::string& names) {
  if (category == "603") return "maison_de_sante";
  return category == "124" ? health_centre_kind(names) : std::string();
}

geometry::Point position_of(const std::vector<std::string>& row, const Columns& columns, const std::string& source) {
  const Quantity x = raw_number(row[columns.longitude], source, row[columns.number], "longitude");
  const Quantity y = raw_number(row[columns.latitude], source, row[columns.number], "latitude");
  return {x.value(), y.value()};
}

void report(Diagnostics& diagnostics, std::string layer, Severity severity, Message what,
            const std::vector<std::string>& names) {
  if (!names.empty()) diagnostics.push_back({severity, std::move(layer), std::move(what), names});
}

// Positions to metres; names those that lie in another commune than the register says.
void place(std::vector<Place>& places, const Outlines& outlines, const CommuneFinder& finder, const std::string& layer,
           Diagnostics& diagnostics) {
  std::vector<geometry::Point> points;
  for (const Place& p : places) points.push_back(p.position);
  io::reproject(points, 4326, working_epsg);
  std::vector<std::string> elsewhere;
  for (std::size_t i = 0; i < places.size(); ++i) {
    places[i].position = points[i];
    const auto at = finder.at(points[i]);
    if (!at || outlines.code[*at] != places[i].commune_code) elsewhere.push_back(places[i].id + " " + places[i].name);
  }
  report(diagnostics, layer, Severity::note,
         plural_message("{0} establishment lies outside the outline of the commune that the register states",
                        "{0} establishments lie outside the outline of the commune that the register states",
                        elsewhere.size()),
         elsewhere);
}

void report_regions_without_register(const Administrative& administrative, const Outlines& outlines,
                                     const std::set<std::string>& regions, Diagnostics& diagnostics) {
  std::vector<std::string> names;
  for (const std::string& code : outlines.code) {
    const CurrentCommune& commune = administrative.communes.at(code);
    if (!regions.contains(commune.region)) names.push_back(code + " " + commune.name);
  }
  for (const char* layer : {"health_poles", "facilities"}) {
    report(diagnostics, layer, Severity::warning,
           plural_message("The register of establishments does not cover {0} commune of the ring: another region",
                          "The register of establishments does not cover {0} communes of the ring: other regions",
                          names.size()),
           names);
  }
}

}  // namespace

std::string health_centre_kind(const std::string& name) {
  constexpr std::array<std::string_view, 4> general{"medical", "medicale", "polyvalent", "generaliste"};
  constexpr std::array<std::string_view, 3> teeth{"dent", "clinadent", "orthodont"};
  constexpr std::array<std::string_view, 13> single{
      "infirmier", "soins infirmiers", "ophtalm", "ophta",  "sexuelle",      "prevention", "etudiant",
      "imagerie",  "radiologi",        "dermato", "gyneco", "planification", "vaccination"};
  const std::string key = search_key(name);
  if (names_any(key, general)) return "centre_de_sante";
  if (names_any(key, teeth)) return "centre_dentaire";
  return names_any(key, single) ? "centre_specialise" : "centre_de_sante";
}

bool is_general_hospital(const std::string& name) {
  constexpr std::array<std::string_view, 25> others{"psy",
                                                    "cmp",
                                                    "cattp",
                                                    "hdj",
                                                    "hj",
                                                    "hc adult",
                                                    "soins sans consentement",
                                                    "hopital de jour",
                                                    "hospitalisation de jour",
                                                    "usld",
                                                    "long sejour",
                                                    "longue duree",
                                                    "smr",
                                                    "ssr",
                                                    "soins de suite",
                                                    "readaptation",
                                                    "reeducation",
                                                    "personnes agees",
                                                    "cancerologie",
                                                    "smur",
                                                    "antenne",
                                                    "mobile",
                                                    "dialyse",
                                                    "hospitalisation a domicile",
                                                    "ehpad"};
  return !names_any(search_key(name), others);
}

Establishments read_finess(const RawFiles& files, const Administrative& administrative, const Outlines& outlines,
                           Diagnostics& diagnostics) {
  const io::DelimitedTable table = io::read_delimited(files.path("finess/finess-occitanie-2026.csv.gz"));
  const Columns columns(table);
  std::vector<std::string> place_names;
  for (const std::string& code : outlines.code) place_names.push_back(administrative.communes.at(code).name);
  const ReadableNames readable(place_names);

  Establishments result;
  std::set<std::string> seen;
  std::set<std::string> regions;
  std::size_t repeated = 0;
  std::vector<std::string> unplaced;
  std::vector<std::string> other_hospitals;
  for (const std::vector<std::string>& row : table.rows) {
    const std::string commune = administrative.current(padded(row[columns.commune], 5));
    if (const auto at = administrative.communes.find(commune); at != administrative.communes.end()) {
      regions.insert(at->second.region);
    }
    if (commune.empty() || !outlines.find(commune)) continue;
    const std::string& category = row[columns.category];
    const std::string names = row[columns.short_name] + " " + row[columns.long_name];
    const std::string pole = pole_kind(category, names);
    const std::string facility = facility_kind(category, names);
    if (pole.empty() && facility.empty() && !is_hospital_category(category)) continue;
    if (!seen.insert(row[columns.number]).second) {
      ++repeated;
      continue;
    }
    const std::string name = shown_name(row, columns, readable, administrative.communes.at(commune).name);
    const std::string label = row[columns.number] + " " + name;
    if (pole.empty() && facility.empty()) {
      other_hospitals.push_back(label);
    } else if (row[columns.longitude].empty() || row[columns.latitude].empty()) {
      unplaced.push_back(label);
    } else {
      (pole.empty() ? result.facilities : result.poles)
          .push_back({row[columns.number], name, pole.empty() ? facility : pole, commune,
                      position_of(row, columns, table.source)});
    }
  }
  const CommuneFinder finder(outlines);
  place(result.poles, outlines, finder, "health_poles", diagnostics);
  place(result.facilities, outlines, finder, "facilities", diagnostics);
  if (repeated > 0) {
    diagnostics.push_back({Severity::note,
                           "facilities",
                           plural_message("{0} repeated row of the register is taken once",
                                          "{0} repeated rows of the register are taken once", repeated),
                           {}});
  }
  report(diagnostics, "facilities", Severity::warning,
         plural_message("{0} establishment without position is left out",
                        "{0} establishments without position are left out", unplaced.size()),
         unplaced);
  report(diagnostics, "facilities", Severity::note,
         plural_message(
             "{0} establishment of a hospital category does no general hospital care by its name and is left out",
             "{0} establishments of hospital categories do no general hospital care by their name and are left out",
             other_hospitals.size()),
         other_hospitals);
  report_regions_without_register(administrative, outlines, regions, diagnostics);
  return result;
}

}  // namespace ancrage::territory::build
