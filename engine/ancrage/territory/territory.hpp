// SPDX-License-Identifier: Apache-2.0
// The data model of a territory: communes with their ring of neighbours, priority sectors, health poles, facilities,
// population cells, roads, candidate sites, and the source of every layer. Columns, not objects: the vectors of one
// struct are parallel. Coordinates are metres of `crs_epsg`. Immutable once loaded; safe to share between threads.
#pragma once

#include "ancrage/base/diagnostics.hpp"
#include "ancrage/base/quantity.hpp"
#include "ancrage/geometry/polygons.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ancrage::territory {

// Official zoning of the regional health agency for general practitioners: loaded as dated data, never computed.
// ZIP: zone d'intervention prioritaire; ZAC: zone d'action complémentaire. `unmatched`: not found in the source.
enum class ZoneStatus : std::uint8_t { unmatched, none, zac, zip };
std::string_view zone_key(ZoneStatus status);  // "unmatched", "none", "zac", "zip"
std::optional<ZoneStatus> zone_from_key(std::string_view key);

struct Communes {
  std::vector<std::string> code;  // INSEE, five characters
  std::vector<std::string> name;
  std::vector<std::uint8_t> member;  // 1: of the territory; 0: of the ring around it
  std::vector<ZoneStatus> zone;
  std::vector<std::string> rural_class;  // rural-revitalisation class as published ("FRR", …); may be empty
  std::vector<Quantity> population;
  std::vector<Quantity> under_18;
  std::vector<Quantity> aged_65_plus;
  std::vector<Quantity> age_base_population;  // municipal population of the year of the two age classes
  std::vector<Quantity> median_income_eur;
  std::vector<Quantity> unemployed;
  std::vector<Quantity> social_housing;
  std::vector<Quantity> main_homes;
  std::vector<Quantity> emergency_km;  // published road distance to the nearest emergency department
  std::vector<Quantity> gps;           // liberal general practitioners
  std::vector<Quantity> gps_60_plus;   // those of 60 years and over
  geometry::PolygonSet boundary;
  std::size_t size() const { return code.size(); }
};

struct PrioritySectors {
  std::vector<std::string> code;
  std::vector<std::string> name;
  std::vector<std::string> kind;      // "QPV"
  std::vector<std::string> communes;  // names, as published
  std::vector<Quantity> population;
  geometry::PolygonSet outline;
  std::size_t size() const { return code.size(); }
};

// Kinds of health poles: "maison_de_sante" (pluri-professional), "centre_de_sante", "centre_dentaire",
// "centre_specialise" (nursing, sexual health, one speciality). Only the first two are places of general practice.
// Kinds of facilities: "pharmacy", "laboratory", "hospital", "care_home", "primary_school", "college", "lycee",
// "station", "france_services".
struct Places {
  std::vector<std::string> id;
  std::vector<std::string> name;
  std::vector<std::string> kind;
  std::vector<std::string> commune_code;
  std::vector<geometry::Point> position;
  std::size_t size() const { return id.size(); }
};
// Whether general practice is done in a pole of that kind.
bool is_general_practice(std::string_view pole_kind);

// Lower bounds of the ten age bands of INSEE's gridded population: 0–3, 4–5, 6–10, 11–17, 18–24, 25–39, 40–54, 55–64,
// 65–79, 80 and over.
inline constexpr std::size_t age_bands = 10;
inline constexpr std::array<int, age_bands> age_band_starts{0, 4, 6, 11, 18, 25, 40, 55, 65, 80};

struct PopulationCells {
  std::vector<std::string> id;
  std::vector<std::string> commune_code;  // commune of the cell's centre; empty outside all communes
  std::vector<int> year;                  // vintage of the cell
  std::vector<double> population;         // inhabitants; never missing
  std::vector<Quantity> by_age;           // cells x age_bands, row by row; missing where the vintage has no ages
  std::vector<geometry::Point> center;
  geometry::PolygonSet outline;
  std::size_t size() const { return id.size(); }
};

struct Roads {
  std::vector<std::string> name;        // "D 6110"
  std::vector<std::string> road_class;  // "motorway", "national", "departmental", "connector" (synthetic)
  geometry::LineSet line;
  std::size_t size() const { return name.size(); }
};

// Kinds of sites: "commune_centre" (densest population cell), "health_pole", "health_centre", or the user's own.
using Sites = Places;

// General practitioners one by one, where a desk has its own list; without it those of communes.gps count.
struct Practitioners {
  std::vector<std::string> id;
  std::vector<std::string> place;  // of a site or a health pole, or the code of a commune
  std::vector<Quantity> acts;      // a year
  std::vector<Quantity> age;       // in AccessSetting::practitioners_year
  std::size_t size() const { return id.size(); }
};

// How access to care is computed, as territory.toml sets it.
struct AccessSetting {
  std::string decay = "10:1,15:0.3,20:0.1";  // as access/decay.hpp reads it
  double acts = 5400;                        // a year, of a practitioner of whom no more is known
  int practitioners_year = 0;                // that the counts and ages are of; 0: not stated
  // What each of the age bands of population_cells consumes, in any unit; empty: everybody counts alike.
  std::vector<double> consumption;
};

// Columns of the age bands in population_cells and in AccessSetting::consumption.
inline constexpr std::array<std::string_view, age_bands> age_columns{
    "age_0_3",   "age_4_5",   "age_6_10",  "age_11_17", "age_18_24",
    "age_25_39", "age_40_54", "age_55_64", "age_65_79", "age_80_plus"};

// Where a layer comes from; one row a layer and data set.
struct Source {
  std::string layer;
  std::string columns;  // columns, or kinds of place, that it fills, comma-separated; empty: all
  std::string producer;
  std::string dataset;
  std::string vintage;
  std::string licence;
  std::string retrieved;
  std::string transformation;
};

// How one criterion counts: for which score, how much, and its value function as (raw value, 0..1) points with
// increasing raw values, constant outside.
struct CriterionSetting {
  std::string id;
  std::string score;  // "need" or "attractiveness"
  double weight = 0.0;
  std::vector<std::pair<double, double>> value;
};

// What loading found in one layer: the material of the data health report.
struct LayerHealth {
  struct Field {
    std::string name;
    std::size_t missing = 0;
    std::size_t withheld = 0;
  };
  std::string layer;
  std::string source;  // as territory.toml names it
  int crs_epsg = 0;    // of the source; 0: no geometry or unknown
  std::size_t features = 0;
  std::vector<std::string> repaired;    // ids of the features whose polygons were invalid
  std::vector<std::string> duplicates;  // ids that occur more than once
  std::vector<Field> fields;            // those with missing or withheld values
};

struct Territory {
  std::string name;  // "Alès Agglomération"
  std::string code;  // SIREN of the intercommunality
  std::string path;  // directory it was loaded from
  int crs_epsg = 2154;
  double catchment_minutes = 15.0;
  AccessSetting access;
  std::string times_source;  // CSV of travel times, relative to `path`; empty: none, the roads are driven

  Communes communes;
  PrioritySectors priority_sectors;
  Places health_poles;
  Places facilities;
  PopulationCells cells;
  Practitioners practitioners;
  Roads roads;
  Sites sites;
  std::vector<Source> sources;
  std::vector<CriterionSetting> criteria;
  std::vector<LayerHealth> health;          // layers that were read, in the order of reading
  std::vector<std::string> missing_layers;  // layers that the package does not have
  Diagnostics diagnostics;                  // of loading

  // Producer, data set and vintage of the sources of a layer, of one of its columns or of one kind of place
  // ("communes", "communes.gps", "facilities.pharmacy"), separated by " ; "; empty when none is stated.
  std::string provenance(std::string_view layer_or_column) const;
  bool has_layer(std::string_view layer) const;
  // Index of the commune with that INSEE code.
  std::optional<std::size_t> commune_index(std::string_view insee_code) const;
};

}  // namespace ancrage::territory
