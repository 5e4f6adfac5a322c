// SPDX-License-Identifier: Apache-2.0
// territory.toml, read and checked; the layers it names are not opened here.
#pragma once

#include "ancrage/territory/territory.hpp"

#include <map>
#include <string>
#include <vector>

namespace ancrage::territory {

struct LayerSetting {
  std::string source;
  std::string layer;
  std::map<std::string, std::string> fields;  // our column -> theirs
};

struct TerritorySettings {
  std::string name;
  std::string code;
  int crs_epsg = 2154;
  double catchment_minutes = 15.0;
  std::map<std::string, LayerSetting> layers;
  AccessSetting access;
  std::string times_source;                // as written: relative to the directory of the file
  std::vector<CriterionSetting> criteria;  // need first, then attractiveness, in the order of the file
};

// Throws unreadable_input (no such file) or wrong_input (line of a syntax error; unknown key; value of the wrong type).
TerritorySettings read_settings(const std::string& toml_path);

}  // namespace ancrage::territory
