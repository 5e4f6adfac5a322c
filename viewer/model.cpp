// SPDX-License-Identifier: Apache-2.0
#include "viewer/model.hpp"

#include "ancrage/assessment/profile.hpp"
#include "ancrage/base/error.hpp"
#include "ancrage/base/text.hpp"
#include "ancrage/report/map_classes.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <unordered_map>

namespace ancrage::viewer {

Model::Model(const territory::Territory& territory, const Language& language)
    : territory_(territory),
      language_(language),
      travel_(territory),
      access_(access::territory_access(territory, travel_)),
      assessment_(assessment::assess(territory, travel_, access_)),
      picker_(territory) {
  link_sites();
  index_names();
  list_profiles();
}

void Model::list_profiles() {
  for (const std::string& path : assessment::profile_files(territory_.path)) {
    try {
      profiles_.push_back({assessment::read_profile(path).name, path});
    } catch (const Error&) {
      // One that cannot be read is not offered; `rank --profile` says why.
    }
  }
  double most = -1.0;
  const auto& communes = territory_.communes;
  for (std::size_t c = 0; c < communes.size(); ++c) {
    if (communes.member[c] == 0 || communes.population[c].value_or(0) <= most) continue;
    most = communes.population[c].value_or(0);
    main_town_ = communes.name[c];
  }
}

std::pair<std::size_t, std::size_t> Model::columns_of(assessment::Score score) const {
  const auto& criteria = assessment_.criteria;
  const auto first = std::find_if(criteria.begin(), criteria.end(), [&](const auto& c) { return c.score == score; });
  const auto last = std::find_if(first, criteria.end(), [&](const auto& c) { return c.score != score; });
  return {static_cast<std::size_t>(first - criteria.begin()), static_cast<std::size_t>(last - criteria.begin())};
}

void Model::link_sites() {
  const auto& sites = territory_.sites;
  const auto& poles = territory_.health_poles;
  centre_of_commune_ = report::commune_centres(territory_);
  auto commune_of = [&](const territory::Places& places, std::size_t i) {
    const auto known = territory_.commune_index(places.commune_code[i]);
    if (known) return known;
    const Feature found = picker_.commune_at(places.position[i]);
    return found ? std::optional(found.index) : std::nullopt;
  };
  for (std::size_t s = 0; s < sites.size(); ++s) commune_of_site_.push_back(commune_of(sites, s));
  std::unordered_map<std::string_view, std::size_t> site_by_id;
  for (std::size_t s = 0; s < sites.size(); ++s) site_by_id.emplace(sites.id[s], s);
  pole_of_site_.resize(sites.size());
  site_of_pole_.resize(poles.size());
  for (std::size_t p = 0; p < poles.size(); ++p) {
    commune_of_pole_.push_back(commune_of(poles, p));
    const auto found = site_by_id.find(poles.id[p]);
    if (found == site_by_id.end()) continue;
    site_of_pole_[p] = found->second;
    pole_of_site_[found->second] = p;
  }
}

void Model::index_names() {
  const auto& communes = territory_.communes;
  std::vector<std::size_t> order(communes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    if (communes.member[a] != communes.member[b]) return communes.member[a] > communes.member[b];
    return communes.population[a].value_or(0) > communes.population[b].value_or(0);
  });
  auto add = [&](Feature feature, const std::string& name, const std::string& detail, const std::string& code) {
    entries_.push_back({feature, name, detail, search_key(name), code});
  };
  for (const std::size_t c : order)
    add({Feature::Kind::commune, c}, communes.name[c], communes.code[c], communes.code[c]);
  auto commune_name = [&](const std::optional<std::size_t>& c) { return c ? communes.name[*c] : std::string(); };
  const auto& poles = territory_.health_poles;
  for (std::size_t p = 0; p < poles.size(); ++p) {
    add({Feature::Kind::pole, p}, poles.name[p], commune_name(commune_of_pole_[p]), poles.id[p]);
  }
  const auto& sites = territory_.sites;
  for (std::size_t s = 0; s < sites.size(); ++s) {
    if (pole_of_site_[s] || sites.kind[s] == "commune_centre") continue;
    add({Feature::Kind::site, s}, sites.name[s], commune_name(commune_of_site_[s]), sites.id[s]);
  }
}

std::optional<std::size_t> Model::site_of(Feature feature) const {
  switch (feature.kind) {
    case Feature::Kind::site:
      return feature.index;
    case Feature::Kind::commune:
      return centre_of_commune_[feature.index];
    case Feature::Kind::pole:
      return site_of_pole_[feature.index];
    case Feature::Kind::none:
      break;
  }
  return std::nullopt;
}

std::optional<std::size_t> Model::commune_of(Feature feature) const {
  switch (feature.kind) {
    case Feature::Kind::site:
      return commune_of_site_[feature.index];
    case Feature::Kind::commune:
      return feature.index;
    case Feature::Kind::pole:
      return commune_of_pole_[feature.index];
    case Feature::Kind::none:
      break;
  }
  return std::nullopt;
}

geometry::Point Model::position_of(Feature feature) const {
  switch (feature.kind) {
    case Feature::Kind::site:
      return territory_.sites.position[feature.index];
    case Feature::Kind::pole:
      return territory_.health_poles.position[feature.index];
    case Feature::Kind::commune: {
      if (const auto centre = centre_of_commune_[feature.index]) return territory_.sites.position[*centre];
      return geometry::bounds(territory_.communes.boundary, feature.index).center();
    }
    case Feature::Kind::none:
      break;
  }
  return {};
}

std::string Model::name_of(Feature feature) const {
  switch (feature.kind) {
    case Feature::Kind::site:
      return territory_.sites.name[feature.index];
    case Feature::Kind::pole:
      return territory_.health_poles.name[feature.index];
    case Feature::Kind::commune:
      return territory_.communes.name[feature.index];
    case Feature::Kind::none:
      break;
  }
  return {};
}

Feature Model::feature_of_site(std::size_t site) const {
  if (pole_of_site_[site]) return {Feature::Kind::pole, *pole_of_site_[site]};
  return {Feature::Kind::site, site};
}

std::vector<const SearchEntry*> Model::search(std::string_view words, std::size_t most) const {
  std::vector<const SearchEntry*> found;
  const std::string key = search_key(words);
  if (key.empty()) return found;
  // 0: begins so; 1: a word begins so; 2: holds it
  std::array<std::vector<const SearchEntry*>, 3> groups;
  for (const SearchEntry& entry : entries_) {
    const auto at = entry.key.find(key);
    if (at == 0 || entry.code.starts_with(words)) {
      groups[0].push_back(&entry);
    } else if (entry.key.find(" " + key) != std::string::npos) {
      groups[1].push_back(&entry);
    } else if (at != std::string::npos) {
      groups[2].push_back(&entry);
    }
  }
  for (const auto& group : groups) found.insert(found.end(), group.begin(), group.end());
  if (found.size() > most) found.resize(most);
  return found;
}

}  // namespace ancrage::viewer
