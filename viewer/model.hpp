// SPDX-License-Identifier: Apache-2.0
// What the viewer shows and does not change while it runs: the territory, its travel times, its access to care and the
// criteria's values, the reader's language, and what is derived from them once (links between communes, sites and
// poles, the search index). What the user changes is in the state.
#pragma once

#include "ancrage/assessment/assessment.hpp"
#include "ancrage/base/language.hpp"
#include "viewer/map/feature.hpp"
#include "viewer/map/picking.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ancrage::viewer {

struct SearchEntry {
  Feature feature;
  std::string text;    // as shown
  std::string detail;  // commune of a place, or its code
  std::string key;     // search_key of the text
  std::string code;
};

// A profile to begin with.
struct Preset {
  std::string name;
  std::string path;
};

class Model {
 public:
  // Computes travel times, access and the criteria. Keeps references: the two must outlive it.
  Model(const territory::Territory& territory, const Language& language);

  const territory::Territory& territory() const { return territory_; }
  const Language& language() const { return language_; }
  const travel::TerritoryTimes& travel() const { return travel_; }
  const access::TerritoryAccess& access() const { return access_; }
  // With the weights of the territory's own settings.
  const assessment::Assessment& assessment() const { return assessment_; }
  // First and last-plus-one column of a score's criteria.
  std::pair<std::size_t, std::size_t> columns_of(assessment::Score score) const;
  // Those that can be read, of the territory and of the program.
  const std::vector<Preset>& profiles() const { return profiles_; }
  // The largest commune of the territory.
  const std::string& main_town() const { return main_town_; }
  const Picker& picker() const { return picker_; }

  // The site whose scores stand for a feature: itself, a commune's centre, the site at a pole.
  std::optional<std::size_t> site_of(Feature feature) const;
  // The commune that a feature is, or lies in.
  std::optional<std::size_t> commune_of(Feature feature) const;
  geometry::Point position_of(Feature feature) const;
  std::string name_of(Feature feature) const;
  // Whether a site has a symbol of its own, that is, no pole at the same place already has one.
  bool has_own_symbol(std::size_t site) const { return !pole_of_site_[site].has_value(); }
  // The feature that shows a site on the map: the pole that it is, or the site.
  Feature feature_of_site(std::size_t site) const;

  // Features whose name holds the words, or whose code begins so; names that begin so first, then by population.
  std::vector<const SearchEntry*> search(std::string_view words, std::size_t most) const;

 private:
  void link_sites();
  void index_names();
  void list_profiles();

  const territory::Territory& territory_;
  const Language& language_;
  travel::TerritoryTimes travel_;
  access::TerritoryAccess access_;
  assessment::Assessment assessment_;
  Picker picker_;
  std::vector<Preset> profiles_;
  std::string main_town_;
  std::vector<std::optional<std::size_t>> centre_of_commune_;
  std::vector<std::optional<std::size_t>> commune_of_site_;
  std::vector<std::optional<std::size_t>> commune_of_pole_;
  std::vector<std::optional<std::size_t>> site_of_pole_;
  std::vector<std::optional<std::size_t>> pole_of_site_;
  std::vector<SearchEntry> entries_;  // in order of population, then poles, then other sites
};

}  // namespace ancrage::viewer
