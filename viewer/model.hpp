// SPDX-License-Identifier: Apache-2.0
// What the viewer shows, none of which changes while it runs: the territory, its assessment, the reader's language, and
// what is derived from them once (classes, links between communes, sites and poles, the search index).
#pragma once

#include "ancrage/assessment/assessment.hpp"
#include "ancrage/base/language.hpp"
#include "ancrage/report/map_classes.hpp"
#include "viewer/map/feature.hpp"
#include "viewer/map/picking.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace ancrage::viewer {

using report::Classification;
using report::Color;
using report::color_keys;
using report::ColorKey;
using report::hex;
using report::MapClass;

struct SearchEntry {
  Feature feature;
  std::string text;    // as shown
  std::string detail;  // commune of a place, or its code
  std::string key;     // search_key of the text
  std::string code;
};

class Model {
 public:
  // Keeps references: the three must outlive it.
  Model(const territory::Territory& territory, const assessment::Assessment& assessment, const Language& language);

  const territory::Territory& territory() const { return territory_; }
  const assessment::Assessment& assessment() const { return assessment_; }
  const Language& language() const { return language_; }
  const Picker& picker() const { return picker_; }
  const Classification& classification(ColorKey key) const { return classifications_[static_cast<std::size_t>(key)]; }

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

  const territory::Territory& territory_;
  const assessment::Assessment& assessment_;
  const Language& language_;
  Picker picker_;
  std::array<Classification, color_keys.size()> classifications_;
  std::vector<std::optional<std::size_t>> centre_of_commune_;
  std::vector<std::optional<std::size_t>> commune_of_site_;
  std::vector<std::optional<std::size_t>> commune_of_pole_;
  std::vector<std::optional<std::size_t>> site_of_pole_;
  std::vector<std::optional<std::size_t>> pole_of_site_;
  std::vector<SearchEntry> entries_;  // in order of population, then poles, then other sites
};

}  // namespace ancrage::viewer
