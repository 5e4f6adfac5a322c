// SPDX-License-Identifier: Apache-2.0
// The map in words, for those who cannot see it and for those who must quote it: how many communes are in which class,
// what lies in which direction from the largest commune, which are priority communes under 2.5 consultations, which
// places come first. Computed, never written by hand.
#pragma once

#include "ancrage/assessment/assessment.hpp"
#include "ancrage/base/language.hpp"
#include "ancrage/report/map_classes.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace ancrage::report {

// Communes are rows of the territory. Extremes are by the map's value, ties by row; none where nothing has a value.
struct DirectionSummary {
  std::size_t wind = 0;  // of wind_keys
  std::vector<std::size_t> communes{};
  std::vector<std::size_t> zip{};
  std::vector<std::size_t> zip_under_threshold{};  // of access, lowest first
  std::optional<std::size_t> lowest{};
  std::optional<std::size_t> highest{};
};

// Facilities of a kind in member communes.
struct FacilityCount {
  std::string kind;
  std::size_t count = 0;
};

struct MapDescription {
  std::size_t reference = 0;  // the largest member commune
  std::size_t members = 0;
  std::size_t zip = 0;
  std::size_t zac = 0;
  std::size_t under_threshold = 0;  // member communes under 2.5 consultations
  std::optional<std::size_t> lowest{};
  std::optional<std::size_t> highest{};
  std::vector<DirectionSummary> directions{};  // of the other members, north first, those without communes left out
  std::vector<std::vector<std::size_t>> class_members{};  // by class
  std::vector<std::size_t> sectors{};                     // priority sectors that lie in members
  std::vector<std::size_t> poles{};                       // of general practice in members
  double gps = 0.0;                                       // of members, as the communes count them
  double gps_60_plus = 0.0;
  std::size_t without_gp = 0;               // members that are known to have none
  std::vector<FacilityCount> facilities{};  // the most first, then by kind
};

// Throws wrong_input when the territory has no commune of its own. Cost: its outlines.
MapDescription describe_map(const territory::Territory& territory, const assessment::Assessment& assessment,
                            const Classification& classification);

// One paragraph a string.
std::vector<std::string> map_sentences(const MapDescription& description, const territory::Territory& territory,
                                       const assessment::Assessment& assessment, const Classification& classification,
                                       const Language& language);

// {"territory":{"name","code"},"theme":{"key","title","unit"},"communes","zip","zac","under_2_5","reference",
// "classes":[{"sign","label","count","communes":[names]}],"directions":[{"direction","communes","zip",
// "zip_under_2_5":[names],"lowest","highest"}],"priority_sectors":[names],"health_poles":[names],"gps":{"count","aged_60_plus",
// "communes_without","year"},"facilities":[{"kind","count"}],"sentences":[…]};
// lowest and highest: {"name","value"} or null.
nlohmann::ordered_json map_description_json(const MapDescription& description, const territory::Territory& territory,
                                            const assessment::Assessment& assessment,
                                            const Classification& classification, const Language& language);

}  // namespace ancrage::report
