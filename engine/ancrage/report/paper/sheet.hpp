// SPDX-License-Identifier: Apache-2.0
// The sheet that a doctor takes home: two A4 pages a place (scores, people, what is near; map, zone, aids, the weights
// to make the ranking again), and a page of comparison for two to four places. As PDF; the viewer prints the same.
//
//   io::write_text("genolhac.pdf", paper::sheet_file(territory, assessment, sites, options, language));
#pragma once

#include "ancrage/assessment/assessment.hpp"
#include "ancrage/base/calendar.hpp"
#include "ancrage/base/language.hpp"
#include "ancrage/report/map_classes.hpp"
#include "ancrage/report/site_facts.hpp"
#include "ancrage/territory/aids.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace ancrage::report::paper {

inline constexpr std::size_t most_sheet_sites = 4;

struct SheetOptions {
  Date date{};                                 // of the sheet and of the aids
  std::vector<territory::Aid> aids{};          // the rules
  std::string theme = "need";                  // of the maps, as map_theme() takes it
  const access::Scenario* scenario = nullptr;  // that the assessment is of
  std::string note{};                          // what the assessment rests on besides the territory: scenario, profile
  std::string choices{};                       // options that lead to it again, after the weights; may be empty
};

// The weights as an option that recreates the ranking to the byte: "--weights need.accessibility=30,…".
std::string weights_code(const assessment::Assessment& assessment);

// The bytes of a PDF. Throws usage when there is no site, one twice, or more than four. Cost: tables of travel times to
// the sites, and one drawing of the map a page, some tenths of a second a site.
std::string sheet_file(const territory::Territory& territory, const assessment::Assessment& assessment,
                       std::span<const std::size_t> sites, const SheetOptions& options, const Language& language);

}  // namespace ancrage::report::paper
