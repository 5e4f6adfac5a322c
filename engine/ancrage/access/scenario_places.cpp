// SPDX-License-Identifier: Apache-2.0
#include "ancrage/access/scenario_supply.hpp"
#include "ancrage/base/error.hpp"
#include "ancrage/base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

namespace ancrage::access {

namespace {

using territory::Territory;

class PlaceFinder {
 public:
  PlaceFinder(const Territory& territory, const TerritoryAccess& access, const std::string& origin)
      : territory_(territory), access_(access), origin_(origin) {}

  std::optional<ScenarioPlace> by_id(std::string_view id) const {
    if (const auto commune = territory_.commune_index(id)) return commune_place(*commune);
    const auto& sites = territory_.sites;
    for (std::size_t i = 0; i < sites.size(); ++i) {
      if (sites.id[i] == id) return site_place(i);
    }
    const auto& poles = territory_.health_poles;
    for (std::size_t i = 0; i < poles.size(); ++i) {
      if (poles.id[i] == id) return pole_place(i);
    }
    const auto& cells = access_.places.id;
    for (std::uint32_t row = 0; row < cells.size(); ++row) {
      if (cells[row] == id) return ScenarioPlace{cells[row], cells[row], row, std::nullopt, std::nullopt};
    }
    return std::nullopt;
  }

  std::optional<ScenarioPlace> practitioner(std::string_view id) const {
    const auto& ids = territory_.practitioners.id;
    const auto found = std::find(ids.begin(), ids.end(), id);
    if (found == ids.end()) return std::nullopt;
    const auto index = static_cast<std::size_t>(found - ids.begin());
    return ScenarioPlace{*found, *found, 0, std::nullopt, std::nullopt, index};
  }

  ScenarioPlace by_name(std::string_view words) const {
    const std::string wanted = search_key(words);
    std::vector<std::string> same;
    std::vector<std::string> containing;
    std::vector<std::string> names;
    const auto look_at = [&](const std::string& id, const std::string& name) {
      const std::string key = search_key(name);
      const auto note = [&](std::vector<std::string>& ids) {
        if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
      };
      if (key == wanted) note(same);
      if (!wanted.empty() && key.find(wanted) != std::string::npos) note(containing);
      names.push_back(name);
    };
    const auto& communes = territory_.communes;
    for (std::size_t i = 0; i < communes.size(); ++i) look_at(communes.code[i], communes.name[i]);
    for (const territory::Places* places : {&territory_.sites, &territory_.health_poles}) {
      for (std::size_t i = 0; i < places->size(); ++i) {
        if (!is_centre(*places, i)) look_at(places->id[i], places->name[i]);
      }
    }
    const auto& found = same.empty() ? containing : same;
    if (found.empty()) fail_unknown(words, names);
    if (found.size() == 1) return *by_id(found.front());
    std::vector<std::string> of_communes;
    std::copy_if(found.begin(), found.end(), std::back_inserter(of_communes),
                 [&](const std::string& id) { return territory_.commune_index(id).has_value(); });
    if (of_communes.size() == 1) return *by_id(of_communes.front());
    fail_several(words, found);
  }

 private:
  // The centre of a commune is found as the commune.
  bool is_centre(const territory::Places& places, std::size_t i) const {
    return places.kind[i] == "commune_centre" && territory_.commune_index(places.commune_code[i]);
  }

  std::uint32_t site_row(std::size_t site) const { return static_cast<std::uint32_t>(access_.first_site + site); }

  ScenarioPlace site_place(std::size_t i) const {
    const auto& sites = territory_.sites;
    if (is_centre(sites, i)) return commune_place(*territory_.commune_index(sites.commune_code[i]));
    ScenarioPlace place{sites.id[i], sites.name[i], site_row(i), std::nullopt, std::nullopt};
    const auto& poles = territory_.health_poles.id;
    const auto pole = std::find(poles.begin(), poles.end(), sites.id[i]);
    if (pole != poles.end()) place.pole = static_cast<std::size_t>(pole - poles.begin());
    return place;
  }

  ScenarioPlace pole_place(std::size_t i) const {
    const auto& poles = territory_.health_poles;
    return {poles.id[i], poles.name[i], static_cast<std::uint32_t>(access_.first_pole + i), std::nullopt, i};
  }

  ScenarioPlace commune_place(std::size_t commune) const {
    const auto& communes = territory_.communes;
    ScenarioPlace place{communes.code[commune], communes.name[commune], 0, commune, std::nullopt};
    const auto& sites = territory_.sites;
    for (std::size_t i = 0; i < sites.size(); ++i) {
      if (sites.kind[i] != "commune_centre" || sites.commune_code[i] != communes.code[commune]) continue;
      place.row = site_row(i);
      return place;
    }
    double most = -1.0;
    for (std::uint32_t row = 0; row < access_.places.size(); ++row) {
      if (access_.places.commune[row] != commune || !(access_.places.population[row] > most)) continue;
      most = access_.places.population[row];
      place.row = row;
    }
    if (most < 0) {
      throw Error(ErrorCode::wrong_input, message("The commune “{0}” has no inhabited place", place.name), origin_,
                  message("name a site, a pole or a population cell"));
    }
    return place;
  }

  [[noreturn]] void fail_unknown(std::string_view words, const std::vector<std::string>& names) const {
    throw Error(ErrorCode::wrong_input, message("There is no commune, site or pole “{0}”", words), origin_,
                message("nearest: {0}", fmt::format("{}", fmt::join(nearest_texts(words, names), ", "))));
  }

  [[noreturn]] void fail_several(std::string_view words, const std::vector<std::string>& ids) const {
    constexpr std::size_t most = 8;
    std::vector<std::string> names;
    for (const std::string& id : ids) {
      if (names.size() == most) {
        names.emplace_back("…");
        break;
      }
      names.push_back(fmt::format("{} ({})", by_id(id)->name, id));
    }
    throw Error(ErrorCode::wrong_input, message("Several places are called “{0}”", words), origin_,
                message("use one identifier: {0}", fmt::format("{}", fmt::join(names, ", "))));
  }

  const Territory& territory_;
  const TerritoryAccess& access_;
  const std::string& origin_;
};

}  // namespace

ScenarioPlace find_place(const Territory& territory, const TerritoryAccess& access, std::string_view words,
                         const std::string& origin, bool practitioners) {
  const PlaceFinder finder(territory, access, origin);
  if (practitioners) {
    if (auto found = finder.practitioner(words)) return *found;
  }
  if (auto found = finder.by_id(words)) return *found;
  return finder.by_name(words);
}

}  // namespace ancrage::access
