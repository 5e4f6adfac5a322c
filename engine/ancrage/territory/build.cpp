// SPDX-License-Identifier: Apache-2.0
#include "ancrage/territory/build.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/territory/build/administrative.hpp"
#include "ancrage/territory/build/cells.hpp"
#include "ancrage/territory/build/communes.hpp"
#include "ancrage/territory/build/connectors.hpp"
#include "ancrage/territory/build/finess.hpp"
#include "ancrage/territory/build/outlines.hpp"
#include "ancrage/territory/build/package_writer.hpp"
#include "ancrage/territory/build/public_services.hpp"
#include "ancrage/territory/build/roads.hpp"
#include "ancrage/territory/build/schools.hpp"
#include "ancrage/territory/build/sectors.hpp"
#include "ancrage/territory/build/sites.hpp"
#include "ancrage/territory/build/sources.hpp"
#include "ancrage/territory/build/zoning.hpp"
#include "ancrage/territory/embedded.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace ancrage::territory {

namespace {

void step(const Progress& progress, Message what, double share) {
  throw_if_stopped(progress);
  progress(what, share);
}

void read_places(const build::RawFiles& files, const build::Administrative& administrative,
                 const build::Outlines& outlines, Territory& territory, Diagnostics& diagnostics) {
  build::Establishments establishments = build::read_finess(files, administrative, outlines, diagnostics);
  std::vector<build::Place> facilities = std::move(establishments.facilities);
  for (auto more : {build::read_schools(files, outlines, diagnostics), build::read_stations(files, outlines),
                    build::read_france_services(files, outlines)}) {
    facilities.insert(facilities.end(), more.begin(), more.end());
  }
  territory.health_poles = build::columns_of(std::move(establishments.poles));
  territory.facilities = build::columns_of(std::move(facilities));
}

}  // namespace

BuildReport build_territory(const BuildOptions& options, const Progress& progress) {
  if (!(options.ring_km >= 0) || !std::isfinite(options.ring_km)) {
    throw Error(ErrorCode::usage, message("The width of the ring must be 0 km or more"));
  }
  const build::RawFiles files(options.raw_directory);
  BuildReport report;
  Diagnostics& diagnostics = report.diagnostics;
  step(progress, message("Reading communes and intercommunalities"), 0.0);
  const build::Administrative administrative = build::read_administrative(files, options.epci_code);
  step(progress, message("Reading outlines"), 0.1);
  const build::Outlines outlines = build::read_outlines(files, administrative, options.ring_km, diagnostics);

  Territory territory;
  territory.name = administrative.territory_name;
  territory.code = options.epci_code;
  territory.crs_epsg = build::working_epsg;
  step(progress, message("Reading indicators"), 0.5);
  territory.communes = build::read_communes(files, administrative, outlines, diagnostics);
  territory.access.practitioners_year = build::practitioners_year;
  build::read_zoning(files, administrative, territory.communes, diagnostics);
  territory.priority_sectors = build::read_sectors(files, administrative, outlines, diagnostics);
  step(progress, message("Reading places"), 0.6);
  read_places(files, administrative, outlines, territory, diagnostics);
  step(progress, message("Reading population cells"), 0.7);
  territory.cells = build::read_cells(files, administrative, outlines, diagnostics);
  step(progress, message("Reading roads"), 0.8);
  territory.roads = build::read_roads(files, outlines, diagnostics);
  const std::size_t connectors =
      build::add_connectors(build::read_connectors(options.connectors_file.empty() ? embedded_file("connectors.toml")
                                                                                   : options.connectors_file),
                            outlines, territory.roads, diagnostics);
  territory.sites = build::make_sites(territory.communes, territory.cells, territory.health_poles, diagnostics);
  territory.sources = build::sources_of_package(options.ring_km, connectors);
  step(progress, message("Writing the package"), 0.9);
  report.package = build::write_package(territory, diagnostics, options.output_directory);

  report.name = territory.name;
  report.members = administrative.members.size();
  report.ring_communes = outlines.size() - report.members;
  report.sites = territory.sites.size();
  return report;
}

}  // namespace ancrage::territory
