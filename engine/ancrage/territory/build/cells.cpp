// SPDX-License-Identifier: Apache-2.0
#include "ancrage/territory/build/cells.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/base/plural_message.hpp"
#include "ancrage/io/raw_text.hpp"
#include "ancrage/io/reader.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace ancrage::territory::build {

namespace {

constexpr int grid_epsg = 3035;
constexpr int cell_m = 1000;

// Lower left corner in EPSG:3035, metres; ordered from south to north, then west to east.
struct Corner {
  int north = 0;
  int east = 0;
  auto operator<=>(const Corner&) const = default;
};

struct Cell {
  int year = 0;
  double population = 0.0;
  std::array<Quantity, age_bands> by_age{};
};
using Cells = std::map<Corner, Cell>;

// As INSEE writes it: "CRS3035RES1000mN2341000E3842000".
std::string cell_id(Corner corner) { return fmt::format("CRS3035RES{}mN{}E{}", cell_m, corner.north, corner.east); }

Corner corner_of(const std::string& id, const std::string& source) {
  Corner corner;
  const std::size_t n = id.rfind('N');
  const std::size_t e = id.rfind('E');
  if (n != std::string::npos && e != std::string::npos && n < e) {
    std::from_chars(id.data() + n + 1, id.data() + e, corner.north);
    std::from_chars(id.data() + e + 1, id.data() + id.size(), corner.east);
  }
  if (cell_id(corner) == id) return corner;
  throw Error(ErrorCode::wrong_input, message("“{0}” is no identifier of a 1 km cell", id), source,
              message("Check that the file is the one that was published"));
}

Cells read_2019(const RawFiles& files) {
  constexpr std::array<const char*, age_bands> columns{"ind_0_3",   "ind_4_5",   "ind_6_10",  "ind_11_17", "ind_18_24",
                                                       "ind_25_39", "ind_40_54", "ind_55_64", "ind_65_79", "ind_80p"};
  const io::FeatureTable table = io::read_features(files.path("population/filosofi-2019-1km-ales.gpkg"));
  const std::vector<std::string>& ids = table.texts("idcar_1km");
  const std::vector<Quantity> people = table.quantities("ind");
  std::vector<std::vector<Quantity>> bands;
  for (const char* column : columns) bands.push_back(table.quantities(column));
  Cells cells;
  for (std::size_t i = 0; i < table.size(); ++i) {
    Cell cell{2019, people[i].value_or(0.0)};
    for (std::size_t band = 0; band < age_bands; ++band) cell.by_age[band] = bands[band][i];
    cells[corner_of(ids[i], table.source)] = cell;
  }
  return cells;
}

Cells read_2009(const RawFiles& files) {
  const io::DelimitedTable table = io::read_delimited(files.path("population/population-1km-occitanie-2009.csv.gz"));
  const std::size_t x = table.column("X");
  const std::size_t y = table.column("Y");
  const std::size_t population = table.column("pop");
  Cells cells;
  for (const std::vector<std::string>& row : table.rows) {
    const std::string label = row[x] + " " + row[y];
    const double people = raw_number(row[population], table.source, label, "pop").value_or(0.0);
    if (people <= 0) continue;
    const Corner corner{static_cast<int>(raw_number(row[y], table.source, label, "Y").value_or(0.0)),
                        static_cast<int>(raw_number(row[x], table.source, label, "X").value_or(0.0))};
    cells[corner] = {2009, people};
  }
  return cells;
}

// Position of the commune of each cell's centre, for the cells that lie in one.
std::map<Corner, std::size_t> communes_of(const Cells& first, const Cells& second, const Outlines& outlines) {
  std::set<Corner> corners;
  for (const auto& [corner, cell] : first) corners.insert(corner);
  for (const auto& [corner, cell] : second) corners.insert(corner);
  std::vector<geometry::Point> centers;
  for (const Corner corner : corners) centers.push_back({corner.east + cell_m / 2.0, corner.north + cell_m / 2.0});
  io::reproject(centers, grid_epsg, working_epsg);
  const CommuneFinder finder(outlines);
  std::map<Corner, std::size_t> result;
  std::size_t i = 0;
  for (const Corner corner : corners) {
    if (const auto commune = finder.at(centers[i++])) result[corner] = *commune;
  }
  return result;
}

// Geometry in the grid's own CRS, to be reprojected once for all.
void append(PopulationCells& cells, Corner corner, const Cell& cell, const std::string& commune_code) {
  cells.id.push_back(cell_id(corner));
  cells.commune_code.push_back(commune_code);
  cells.year.push_back(cell.year);
  cells.population.push_back(cell.population);
  cells.by_age.insert(cells.by_age.end(), cell.by_age.begin(), cell.by_age.end());
  const double west = corner.east;
  const double south = corner.north;
  cells.outline.add_ring(std::vector<geometry::Point>{
      {west, south}, {west + cell_m, south}, {west + cell_m, south + cell_m}, {west, south + cell_m}, {west, south}});
  cells.outline.end_part();
  cells.outline.end_feature();
  cells.center.push_back({west + cell_m / 2.0, south + cell_m / 2.0});
}

void report_vintages(const Administrative& administrative, const Outlines& outlines, const PopulationCells& cells,
                     Diagnostics& diagnostics) {
  std::map<std::string, std::pair<std::size_t, std::size_t>> counts;  // of a commune: cells of 2009, all cells
  std::set<std::string> regions_of_2009;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const bool old = cells.year[i] == 2009;
    auto& [old_cells, all_cells] = counts[cells.commune_code[i]];
    old_cells += old ? 1U : 0U;
    ++all_cells;
    if (old) regions_of_2009.insert(administrative.communes.at(cells.commune_code[i]).region);
  }
  std::vector<std::string> old_members;
  std::vector<std::string> uncovered;
  for (std::size_t i = 0; i < outlines.size(); ++i) {
    const CurrentCommune& commune = administrative.communes.at(outlines.code[i]);
    const auto& [old_cells, all_cells] = counts[outlines.code[i]];
    const std::string label = outlines.code[i] + " " + commune.name;
    if (!regions_of_2009.contains(commune.region)) uncovered.push_back(label);
    if (outlines.member[i] != 0 && old_cells > 0) {
      old_members.push_back(fmt::format("{} ({}/{})", label, old_cells, all_cells));
    }
  }
  if (!old_members.empty()) {
    diagnostics.push_back(
        {Severity::warning, "population_cells",
         plural_message(
             "In {0} commune of the territory cells of 2009, without ages, stand for those that 2019 lacks (2009/all)",
             "In {0} communes of the territory cells of 2009, without ages, stand for those that 2019 lacks (2009/all)",
             old_members.size()),
         old_members});
  }
  if (!uncovered.empty()) {
    diagnostics.push_back({Severity::warning, "population_cells",
                           plural_message("The cells of 2009 do not cover {0} commune of the ring: another region. "
                                          "People there are missing, or counted only near the border",
                                          "The cells of 2009 do not cover {0} communes of the ring: other regions. "
                                          "People there are missing, or counted only near the border",
                                          uncovered.size()),
                           uncovered});
  }
}

}  // namespace

PopulationCells read_cells(const RawFiles& files, const Administrative& administrative, const Outlines& outlines,
                           Diagnostics& diagnostics) {
  const Cells new_cells = read_2019(files);
  const Cells old_cells = read_2009(files);
  const std::map<Corner, std::size_t> commune_of = communes_of(new_cells, old_cells, outlines);
  PopulationCells cells;
  for (const auto& [corner, commune] : commune_of) {
    const auto recent = new_cells.find(corner);
    const Cell& cell = recent != new_cells.end() ? recent->second : old_cells.at(corner);
    if (cell.population > 0) append(cells, corner, cell, outlines.code[commune]);
  }
  io::reproject(cells.outline.points, grid_epsg, working_epsg);
  io::reproject(cells.center, grid_epsg, working_epsg);
  report_vintages(administrative, outlines, cells, diagnostics);
  return cells;
}

}  // namespace ancrage::territory::build
