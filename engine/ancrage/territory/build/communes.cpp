// SPDX-License-Identifier: Apache-2.0
#include "ancrage/territory/build/communes.hpp"

#include "ancrage/base/plural_message.hpp"
#include "ancrage/io/raw_text.hpp"
#include "ancrage/territory/build/commune_table.hpp"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

namespace ancrage::territory::build {

namespace {

// Tables of the statistical atlases: two title rows, semicolons.
CommuneTable atlas_table(const RawFiles& files, std::string_view name) {
  io::DelimitedTable table = io::read_delimited(files.path(name), {.delimiter = ';', .title_rows = 2});
  const std::size_t code = table.column("Code");
  return {std::move(table), code};
}

std::string label(const std::string& code, const CurrentCommune& commune) { return code + " " + commune.name; }

void report_missing(const std::vector<std::string>& names, Message what, Diagnostics& diagnostics) {
  if (!names.empty()) diagnostics.push_back({Severity::warning, "communes", std::move(what), names});
}

void read_indicators(const RawFiles& files, const Administrative& administrative, Communes& communes,
                     Diagnostics& diagnostics) {
  const CommuneTable people = atlas_table(files, "indicators/sirse.csv");
  const CommuneTable homes = atlas_table(files, "indicators/sirse3.csv");
  const io::DelimitedTable& columns = people.table();
  const std::size_t under_18 = columns.column("Population des moins de 18 ans 2016");
  const std::size_t aged_65 = columns.column("Population des 65 ans ou plus 2016");
  const std::size_t base = columns.column("Population municipale 2016");
  const std::size_t unemployed = columns.column("Nombre de chômeurs chez les 15-64 ans (RP) 2016");
  const std::size_t social = columns.column("Nombre de résidences principales en HLM 2016");
  const std::size_t income = columns.column("Revenu fiscal médian 2016");
  const std::size_t main_homes = homes.table().column("Nombre de résidences principales 2016");
  std::vector<std::string> without_row;
  std::vector<std::string> merged_income;
  for (const std::string& code : communes.code) {
    const CurrentCommune& commune = administrative.communes.at(code);
    communes.under_18.push_back(people.sum(code, commune, under_18));
    communes.aged_65_plus.push_back(people.sum(code, commune, aged_65));
    communes.age_base_population.push_back(people.sum(code, commune, base));
    communes.unemployed.push_back(people.sum(code, commune, unemployed));
    communes.social_housing.push_back(people.sum(code, commune, social));
    communes.median_income_eur.push_back(people.only(code, commune, income));
    communes.main_homes.push_back(homes.sum(code, commune, main_homes));
    const std::size_t rows = people.rows(code, commune).size();
    if (rows == 0) without_row.push_back(label(code, commune));
    if (rows > 1) merged_income.push_back(label(code, commune));
  }
  report_missing(without_row,
                 plural_message("{0} commune has no indicators of 2016", "{0} communes have no indicators of 2016",
                                without_row.size()),
                 diagnostics);
  report_missing(merged_income,
                 plural_message("The median income of {0} merged commune is left empty: medians cannot be summed",
                                "The median income of {0} merged communes is left empty: medians cannot be summed",
                                merged_income.size()),
                 diagnostics);
}

void read_emergency_distance(const RawFiles& files, const Administrative& administrative, Communes& communes,
                             Diagnostics& diagnostics) {
  io::DelimitedTable raw = io::read_delimited(files.path("indicators/distances_communes_urgence_occitanie.csv"));
  const std::size_t code_column = raw.column("code_insee");
  const CommuneTable table(std::move(raw), code_column);
  const std::size_t distance = table.table().column("distance_urgence_km");
  std::vector<std::string> without;
  for (const std::string& code : communes.code) {
    CurrentCommune itself = administrative.communes.at(code);
    itself.former_codes.clear();  // a distance is that of the commune's own town hall, never a sum
    communes.emergency_km.push_back(table.only(code, itself, distance));
    if (!communes.emergency_km.back().is_number()) without.push_back(label(code, itself));
  }
  report_missing(
      without,
      plural_message("The distance to an emergency department is not published for {0} commune",
                     "The distance to an emergency department is not published for {0} communes", without.size()),
      diagnostics);
}

// Two count columns carry the same label: the first counts those of 60 and over, the second all.
void read_practitioners(const RawFiles& files, const Administrative& administrative, Communes& communes,
                        Diagnostics& diagnostics) {
  const std::string count_label = fmt::format("Nbre de généralistes lib. au 31/12 {}", practitioners_year);
  const CommuneTable table = atlas_table(files, "doctors/cartosante-generalistes-2019.csv");
  const std::size_t aged_60 = table.table().column(count_label, 0);
  const std::size_t all = table.table().column(count_label, 1);
  std::vector<std::string> without;
  for (const std::string& code : communes.code) {
    const CurrentCommune& commune = administrative.communes.at(code);
    communes.gps.push_back(table.sum(code, commune, all));
    communes.gps_60_plus.push_back(table.sum(code, commune, aged_60));
    if (!communes.gps.back().is_number()) without.push_back(label(code, commune));
  }
  report_missing(without,
                 plural_message("{0} commune has no count of general practitioners",
                                "{0} communes have no count of general practitioners", without.size()),
                 diagnostics);
}

}  // namespace

Communes read_communes(const RawFiles& files, const Administrative& administrative, const Outlines& outlines,
                       Diagnostics& diagnostics) {
  Communes communes;
  communes.code = outlines.code;
  communes.member = outlines.member;
  communes.boundary = outlines.boundary;
  for (const std::string& code : communes.code) {
    communes.name.push_back(administrative.communes.at(code).name);
    communes.population.push_back(administrative.communes.at(code).population);
  }
  read_indicators(files, administrative, communes, diagnostics);
  read_emergency_distance(files, administrative, communes, diagnostics);
  read_practitioners(files, administrative, communes, diagnostics);
  return communes;
}

}  // namespace ancrage::territory::build
