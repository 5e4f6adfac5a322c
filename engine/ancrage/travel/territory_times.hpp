// SPDX-License-Identifier: Apache-2.0
// How long people drive in a territory, from the best that it has: a table that it brings, else its roads, else an
// estimate from straight lines.
//
//   const TerritoryTimes travel(territory);
//   const TravelTimes times = travel.between(cells, sites, 20.0);
#pragma once

#include "ancrage/base/diagnostics.hpp"
#include "ancrage/base/message.hpp"
#include "ancrage/base/progress.hpp"
#include "ancrage/geometry/polygons.hpp"
#include "ancrage/territory/territory.hpp"
#include "ancrage/travel/road_speeds.hpp"
#include "ancrage/travel/travel_times.hpp"

#include <memory>
#include <span>
#include <string>

namespace ancrage::travel {

enum class TimesSource { table, roads, straight_line };

// Places to travel between; parallel columns that outlive the call.
struct TimedPlaces {
  std::span<const geometry::Point> position;
  std::span<const std::string> id;            // as a table names the place
  std::span<const std::string> commune_code;  // as a table of communes does
};

struct TerritoryTimesOptions {
  const WaypointModel& model = calibrated_waypoints();
  double time_factor = 1.0;  // on all times: 1.15 drives 15 % longer
  unsigned threads = 0;
};

// One sentence for people: what minutes on the territory's roads are, and of which sources.
Message roads_statement(const territory::Territory& territory);

// Immutable and safe to share between threads; keeps a reference to the territory.
class TerritoryTimes {
 public:
  // Reads the table or builds the network, milliseconds for an intercommunality. Throws what read_travel_times() and
  // build_roads() throw.
  explicit TerritoryTimes(const territory::Territory& territory, const TerritoryTimesOptions& options = {});
  ~TerritoryTimes();
  TerritoryTimes(TerritoryTimes&&) noexcept;

  TimesSource source() const;
  double time_factor() const { return time_factor_; }
  // One sentence for people: what the minutes are, and of which roads or table.
  Message statement() const;
  // Roads joined and parts not connected.
  const Diagnostics& diagnostics() const;

  // Minutes from every place to every other within the cut-off (the bound counts). With a table: the time of the two
  // identifiers, or of the two communes; inside one commune that the table leaves out, the straight-line estimate;
  // other pairs that it leaves out are not reached. With roads: a place farther than the model's access from every road
  // is not reached. Cost: one bounded search per place of the smaller side, or the pairs of the table, or the pairs
  // within reach in a straight line. Throws interrupted.
  TravelTimes between(const TimedPlaces& from, const TimedPlaces& to, double cut_off_minutes,
                      const Progress& progress = {}) const;

 private:
  struct Network;
  struct Table;
  const territory::Territory& territory_;
  double time_factor_;
  unsigned threads_;
  std::unique_ptr<const Network> network_;
  std::unique_ptr<const Table> table_;
  Diagnostics diagnostics_;
};

}  // namespace ancrage::travel
