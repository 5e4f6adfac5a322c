// SPDX-License-Identifier: Apache-2.0
// The facts about the two population grids that the builder relies on.
#include "ancrage/io/raw_text.hpp"
#include "ancrage/io/reader.hpp"
#include "data/raw_data.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <map>
#include <string>
#include <utility>

using namespace ancrage;

namespace {

using Corner = std::pair<int, int>;  // east, north of the lower left corner, metres of EPSG:3035

std::map<Corner, double> read_2019(const std::string& raw) {
  const io::FeatureTable table = io::read_features(raw + "/population/filosofi-2019-1km-ales.gpkg");
  const auto people = table.quantities("ind");
  std::map<Corner, double> cells;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const geometry::Box box = geometry::bounds(table.polygons, i);
    cells[{static_cast<int>(std::lround(box.low.x)), static_cast<int>(std::lround(box.low.y))}] = people[i].value();
  }
  return cells;
}

std::map<Corner, double> read_2009(const std::string& raw) {
  const io::DelimitedTable table = io::read_delimited(raw + "/population/population-1km-occitanie-2009.csv.gz");
  std::map<Corner, double> cells;
  for (const auto& row : table.rows) cells[{std::stoi(row[0]), std::stoi(row[1])}] = std::stod(row[2]);
  return cells;
}

// Pearson correlation of the cells of 2019 with those of 2009 that lie (dx, dy) away.
double correlation(const std::map<Corner, double>& recent, const std::map<Corner, double>& old, int dx, int dy) {
  double n = 0, sx = 0, sy = 0, sxx = 0, syy = 0, sxy = 0;
  for (const auto& [corner, x] : recent) {
    const auto found = old.find({corner.first + dx, corner.second + dy});
    const double y = found == old.end() ? 0 : found->second;
    n += 1;
    sx += x;
    sy += y;
    sxx += x * x;
    syy += y * y;
    sxy += x * y;
  }
  return (n * sxy - sx * sy) / std::sqrt((n * sxx - sx * sx) * (n * syy - sy * sy));
}

}  // namespace

TEST_CASE("X and Y of the cells of 2009 are their lower left corners") {
  const std::string raw = test::raw_data_directory();
  const auto recent = read_2019(raw);
  const auto old = read_2009(raw);
  CHECK(recent.size() == 806);
  CHECK(old.size() == 155'472);
  CHECK(correlation(recent, old, 0, 0) > 0.99);
  for (const int dx : {-1000, 0, 1000}) {
    for (const int dy : {-1000, 0, 1000}) {
      if (dx == 0 && dy == 0) continue;
      INFO(dx << " " << dy);
      CHECK(correlation(recent, old, dx, dy) < 0.7);
    }
  }
}
