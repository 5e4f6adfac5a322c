// SPDX-License-Identifier: Apache-2.0
// One general practitioner more at a site of Alès Agglomération: all accessibilities, of places and of communes, kept
// up to date, against computing them again. One run is one site.
#include "bench/support/session.hpp"

#include "ancrage/access/apl.hpp"
#include "ancrage/access/territory_access.hpp"
#include "ancrage/access/what_if.hpp"
#include "ancrage/territory/package.hpp"
#include "bench/support/build_facts.hpp"
#include "bench/support/machine.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <string>
#include <vector>

using namespace ancrage;
using namespace ancrage::access;
using namespace ancrage::bench;

namespace {

constexpr double acts = 5400.0;  // one full-time practitioner, a year
constexpr double limit_seconds = 0.016;
constexpr double tolerance = 1e-12;  // relative

double most_difference(std::span<const double> a, std::span<const double> b) {
  double most = 0.0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] != b[i]) most = std::max(most, std::abs(a[i] - b[i]) / std::max(std::abs(a[i]), std::abs(b[i])));
  }
  return most;
}

void run(Session& session) {
  const territory::Territory territory = territory::load_territory(std::string(source_directory) + "/geodata/ales");
  const travel::TerritoryTimes travel(territory);
  const TerritoryAccess access = territory_access(territory, travel);
  const std::size_t sites = session.options().tiny ? 3 : territory.sites.size();
  session.describe(fmt::format("{} places, {} communes, {} pairs with a weight; {} sites, one after the other",
                               access.rows, territory.communes.size(), access.catchments.by_demand().places.size(),
                               sites));
  WhatIf what_if(access.catchments, access.supply, access.demand);
  Times incremental;
  Times full;
  double most = 0.0;
  bool same_communes = true;
  const auto timed = [](Times& times, auto&& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    times.seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  };
  for (std::size_t site = 0; site < sites; ++site) {
    const std::size_t row = access.first_site + site;
    std::vector<Quantity> communes;
    timed(incremental, [&] {
      what_if.add_supply(row, acts);
      communes = commune_accessibility(territory, access, what_if.now().value);
    });
    std::vector<double> supply = access.supply;
    supply[row] += acts;
    Accessibility again;
    std::vector<Quantity> communes_again;
    timed(full, [&] {
      again = accessibility(access.catchments, supply, access.demand);
      communes_again = commune_accessibility(territory, access, again.value);
    });
    most = std::max(most, most_difference(what_if.now().value, again.value));
    same_communes = same_communes && communes == communes_again;
    what_if.set_supply(row, access.supply[row]);
  }
  session.same(fmt::format("a full run for each site, {:.0e} apart at most", most), most <= tolerance);
  session.same("a full run for each site, every commune", same_communes);
  incremental.peak_memory_mib = full.peak_memory_mib = peak_memory_mib();
  session.add("Ancrage: one practitioner more, kept up to date", incremental);
  session.add("Ancrage: one practitioner more, a full run", full);
  session.at_most("what-if, slowest site", *std::max_element(incremental.seconds.begin(), incremental.seconds.end()),
                  limit_seconds);
}

}  // namespace

int main(int argc, char** argv) { return main_of("ales_what_if", argc, argv, run); }
