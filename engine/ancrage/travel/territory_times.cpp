// SPDX-License-Identifier: Apache-2.0
#include "ancrage/travel/territory_times.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/base/parallel_for.hpp"
#include "ancrage/geometry/spatial_index.hpp"
#include "ancrage/travel/estimate.hpp"
#include "ancrage/travel/network_places.hpp"
#include "ancrage/travel/road_source.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace ancrage::travel {

namespace {

// Rows of (column, minutes) that threads fill in any order, put together in that of the rows.
class RowCollector {
 public:
  explicit RowCollector(std::size_t rows) : rows_(rows) {}
  void add(std::size_t row, std::uint32_t column, double minutes) { rows_[row].emplace_back(column, minutes); }
  TravelTimes take() {
    TravelTimes times;
    for (auto& row : rows_) {
      for (const auto& [column, minutes] : row) {
        times.column.push_back(column);
        times.minutes.push_back(minutes);
      }
      times.row_starts.push_back(times.column.size());
    }
    return times;
  }

 private:
  std::vector<std::vector<std::pair<std::uint32_t, double>>> rows_;
};

TravelTimes straight_line_times(const TimedPlaces& from, const TimedPlaces& to, double cut_off_minutes,
                                const Progress& progress, unsigned threads) {
  std::vector<geometry::Box> boxes;
  for (const geometry::Point p : to.position) boxes.push_back({p.x, p.y, p.x, p.y});
  const geometry::SpatialIndex index(boxes);
  const double reach_m = estimated_reach_m(cut_off_minutes) + 1.0;
  RowCollector rows(from.position.size());
  parallel_for(
      from.position.size(), progress.stop,
      [&](std::size_t begin, std::size_t end) {
        std::vector<std::uint32_t> near;
        for (std::size_t row = begin; row < end; ++row) {
          const geometry::Point p = from.position[row];
          index.query({p.x - reach_m, p.y - reach_m, p.x + reach_m, p.y + reach_m}, near);
          for (const std::uint32_t column : near) {
            const double minutes = estimated_minutes(geometry::distance(p, to.position[column]));
            if (minutes <= cut_off_minutes) rows.add(row, column, minutes);
          }
        }
      },
      threads);
  return rows.take();
}

using Numbers = std::unordered_map<std::string_view, std::uint32_t>;

Numbers numbers_of(const std::vector<std::string>& names) {
  Numbers numbers;
  for (std::uint32_t i = 0; i < names.size(); ++i) numbers.emplace(names[i], i);
  return numbers;
}

std::optional<std::uint32_t> find(const Numbers& numbers, std::string_view name) {
  const auto found = numbers.find(name);
  return found == numbers.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

struct TerritoryTimes::Network {
  Roads roads;
  RoadMetric metric;
  RoadSnapper snapper;

  Network(Roads built, const WaypointModel& model)
      : roads(std::move(built)),
        metric(roads.network, roads.minutes_along, roads.minutes_against),
        snapper(roads.network, model.snap_options()) {}
};

struct TerritoryTimes::Table {
  std::string path;
  NamedTravelTimes named;
  Numbers from;
  Numbers to;

  explicit Table(std::string file)
      : path(std::move(file)), named(read_travel_times(path)), from(numbers_of(named.from)), to(numbers_of(named.to)) {}

  std::optional<double> minutes(std::optional<std::uint32_t> row, std::optional<std::uint32_t> column) const {
    if (!row || !column) return std::nullopt;
    const auto columns = named.times.columns_of(*row);
    const auto found = std::lower_bound(columns.begin(), columns.end(), *column);
    if (found == columns.end() || *found != *column) return std::nullopt;
    return named.times.minutes_of(*row)[static_cast<std::size_t>(found - columns.begin())];
  }

  TravelTimes between(const TimedPlaces& origins, const TimedPlaces& destinations, double cut_off_minutes,
                      const Progress& progress, unsigned threads) const {
    std::vector<std::optional<std::uint32_t>> to_own;
    std::vector<std::optional<std::uint32_t>> to_commune;
    for (std::size_t k = 0; k < destinations.position.size(); ++k) {
      to_own.push_back(find(to, destinations.id[k]));
      to_commune.push_back(find(to, destinations.commune_code[k]));
    }
    RowCollector rows(origins.position.size());
    parallel_for(
        origins.position.size(), progress.stop,
        [&](std::size_t begin, std::size_t end) {
          for (std::size_t row = begin; row < end; ++row) {
            const auto own = find(from, origins.id[row]);
            const auto commune = find(from, origins.commune_code[row]);
            for (std::uint32_t column = 0; column < destinations.position.size(); ++column) {
              auto time = minutes(own, to_own[column]);
              if (!time) time = minutes(own, to_commune[column]);
              if (!time) time = minutes(commune, to_own[column]);
              if (!time) time = minutes(commune, to_commune[column]);
              if (!time && !origins.commune_code[row].empty() &&
                  origins.commune_code[row] == destinations.commune_code[column]) {
                time = estimated_minutes(geometry::distance(origins.position[row], destinations.position[column]));
              }
              if (time && *time <= cut_off_minutes) rows.add(row, column, *time);
            }
          }
        },
        threads);
    return rows.take();
  }
};

Message roads_statement(const territory::Territory& territory) {
  return message("Estimated times by car, traffic flowing freely (roads: {0})", territory.provenance("roads"));
}

TerritoryTimes::TerritoryTimes(const territory::Territory& territory, const TerritoryTimesOptions& options)
    : territory_(territory), time_factor_(options.time_factor), threads_(options.threads) {
  if (!territory.times_source.empty()) {
    table_ = std::make_unique<const Table>((std::filesystem::path(territory.path) / territory.times_source).string());
  } else if (territory.roads.size() > 0) {
    network_ = std::make_unique<const Network>(territory_roads(territory, options.model), options.model);
    diagnostics_ = network_->roads.diagnostics;
  }
}

TerritoryTimes::~TerritoryTimes() = default;
TerritoryTimes::TerritoryTimes(TerritoryTimes&&) noexcept = default;

TimesSource TerritoryTimes::source() const {
  return table_ ? TimesSource::table : network_ ? TimesSource::roads : TimesSource::straight_line;
}

Message TerritoryTimes::statement() const {
  switch (source()) {
    case TimesSource::table:
      return message("Times by car of the table {0}, used as they are", territory_.times_source);
    case TimesSource::roads:
      return roads_statement(territory_);
    case TimesSource::straight_line:
      break;
  }
  return message("Times by car estimated from straight lines, as the territory has no roads");
}

const Diagnostics& TerritoryTimes::diagnostics() const { return diagnostics_; }

TravelTimes TerritoryTimes::between(const TimedPlaces& from, const TimedPlaces& to, double cut_off_minutes,
                                    const Progress& progress) const {
  const double cut_off = cut_off_minutes / time_factor_;
  TravelTimes times;
  if (table_) {
    times = table_->between(from, to, cut_off, progress, threads_);
  } else if (network_) {
    times = travel_times(network_->roads.network, network_->metric, network_->snapper.snap(from.position),
                         network_->snapper.snap(to.position), {.most_minutes = cut_off, .threads = threads_}, progress);
  } else {
    times = straight_line_times(from, to, cut_off, progress, threads_);
  }
  if (time_factor_ != 1.0) {
    for (double& minutes : times.minutes) minutes = std::min(minutes * time_factor_, cut_off_minutes);
  }
  return times;
}

}  // namespace ancrage::travel
