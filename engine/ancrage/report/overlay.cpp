// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/overlay.hpp"

#include "ancrage/geometry/polygons.hpp"

#include <utility>

namespace ancrage::report {

namespace {

constexpr std::uint32_t uncovered = geometry::OverlayPieces::uncovered;

std::vector<std::string> feature_names(const io::FeatureTable& table, const std::string& wanted) {
  if (!wanted.empty()) return table.texts(wanted);
  for (const char* usual : {"id", "code"}) {
    const io::Column* column = table.find(usual);
    if (column != nullptr && column->type == io::ColumnType::text) return column->texts;
  }
  std::vector<std::string> numbers;
  for (std::size_t row = 0; row < table.size(); ++row) numbers.push_back(std::to_string(row + 1));
  return numbers;
}

std::vector<double> feature_areas(const io::FeatureTable& table) {
  std::vector<double> areas;
  for (std::size_t i = 0; i < table.size(); ++i) areas.push_back(geometry::area(table.polygons, i));
  return areas;
}

// Columns of the rows, filled one by one.
class Rows {
 public:
  Rows(const io::FeatureTable& first, const io::FeatureTable& second, const OverlayNames& names)
      : first_names_(feature_names(first, names.first_column)),
        second_names_(feature_names(second, names.second_column)),
        first_areas_(feature_areas(first)),
        second_areas_(feature_areas(second)) {}

  double first_area(std::size_t i) const { return first_areas_[i]; }

  void add(std::uint32_t i, std::uint32_t j, double area_m2) {
    first_.push_back(first_names_[i]);
    second_.push_back(j == uncovered ? std::string() : second_names_[j]);
    area_.emplace_back(area_m2);
    share_of_first_.push_back(share(area_m2, first_areas_[i]));
    share_of_second_.push_back(j == uncovered ? Quantity::missing() : share(area_m2, second_areas_[j]));
  }

  io::FeatureTable table(int crs_epsg) && {
    io::FeatureTable result;
    result.name = "overlay";
    result.crs_epsg = crs_epsg;
    result.resize(first_.size());
    result.add_text("first", std::move(first_));
    result.add_text("second", std::move(second_));
    result.add_reals("area_m2", area_);
    result.add_reals("share_of_first", share_of_first_);
    result.add_reals("share_of_second", share_of_second_);
    return result;
  }

 private:
  static Quantity share(double part, double whole) { return whole > 0 ? Quantity(part / whole) : Quantity::missing(); }

  std::vector<std::string> first_names_, second_names_;
  std::vector<double> first_areas_, second_areas_;
  std::vector<std::string> first_, second_;
  std::vector<Quantity> area_, share_of_first_, share_of_second_;
};

}  // namespace

io::FeatureTable area_features(const io::FeatureTable& first, const io::FeatureTable& second,
                               const std::vector<geometry::OverlayArea>& areas, const OverlayNames& names) {
  Rows rows(first, second, names);
  std::size_t next = 0;
  for (std::uint32_t i = 0; i < first.size(); ++i) {
    double rest = rows.first_area(i);
    for (; next < areas.size() && areas[next].first == i; ++next) {
      rows.add(i, areas[next].second, areas[next].area_m2);
      rest -= areas[next].area_m2;
    }
    // What rounding leaves of a wholly covered feature is no area.
    if (rest > 1e-9 * rows.first_area(i)) rows.add(i, uncovered, rest);
  }
  return std::move(rows).table(0);
}

io::FeatureTable piece_features(const io::FeatureTable& first, const io::FeatureTable& second,
                                geometry::OverlayPieces pieces, const OverlayNames& names) {
  Rows rows(first, second, names);
  for (std::size_t k = 0; k < pieces.first.size(); ++k) {
    rows.add(pieces.first[k], pieces.second[k], geometry::area(pieces.outline, k));
  }
  io::FeatureTable result = std::move(rows).table(first.crs_epsg);
  result.kind = io::GeometryKind::polygon;
  result.polygons = std::move(pieces.outline);
  return result;
}

}  // namespace ancrage::report
