// SPDX-License-Identifier: Apache-2.0
#include "ancrage/territory/aids.hpp"

#include "ancrage/io/toml_reader.hpp"
#include "ancrage/territory/embedded.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

namespace ancrage::territory {

namespace {

using io::TomlReader;

constexpr std::array<std::string_view, 4> zone_names{"zip", "zac", "qpv", "frr"};

Wording read_wording(const TomlReader& reader, const toml::table& parent, std::string_view key) {
  Wording result;
  const toml::node* node = parent.get(key);
  if (node == nullptr) return result;
  const toml::table& texts = reader.table(*node, key);
  for (const auto& [tag, text] : texts) result.emplace(std::string(tag.str()), reader.text(texts, tag.str()));
  return result;
}

std::optional<Date> read_date(const TomlReader& reader, const toml::table& parent, std::string_view key) {
  const toml::node* node = parent.get(key);
  if (node == nullptr) return std::nullopt;
  const auto* date = node->as_date();
  if (date != nullptr) {
    const Date day{std::chrono::year(date->get().year), std::chrono::month(date->get().month),
                   std::chrono::day(date->get().day)};
    if (day.ok()) return day;
  }
  reader.fail(message("“{0}” must be a date", key), node, message("write it without quotes, as 2026-01-31"));
}

std::vector<std::string> read_zones(const TomlReader& reader, const toml::table& parent) {
  std::vector<std::string> zones;
  const toml::node* node = parent.get("zones");
  const Message remedy = message("write some of zip, zac, qpv, frr, as [\"zip\", \"qpv\"]");
  if (node == nullptr || !node->is_array() || node->as_array()->empty()) {
    reader.fail(message("An aid needs the zones where it applies"), node == nullptr ? &parent : node, remedy);
  }
  for (const toml::node& entry : *node->as_array()) {
    const std::string zone = entry.value_or(std::string());
    if (std::find(zone_names.begin(), zone_names.end(), zone) == zone_names.end()) {
      reader.fail(message("“{0}” is no zone of an aid", zone), &entry, remedy);
    }
    zones.push_back(zone);
  }
  return zones;
}

Aid read_aid(const TomlReader& reader, const toml::table& table) {
  reader.allow_only(table, {"id", "title", "amount_eur", "benefit", "conditions", "zones", "source", "from", "to"});
  Aid aid;
  aid.id = reader.text(table, "id");
  aid.title = read_wording(reader, table, "title");
  if (aid.title.empty()) reader.fail(message("An aid needs a title"), &table, message("write title.fr = \"…\""));
  if (const toml::node* amount = table.get("amount_eur")) {
    aid.amount_eur = reader.number(*amount, "amount_eur");
    if (*aid.amount_eur < 0) reader.fail(message("“{0}” must not be negative", "amount_eur"), amount);
  }
  aid.benefit = read_wording(reader, table, "benefit");
  aid.conditions = read_wording(reader, table, "conditions");
  aid.zones = read_zones(reader, table);
  aid.source = reader.text(table, "source");
  aid.from = read_date(reader, table, "from");
  aid.to = read_date(reader, table, "to");
  if (aid.from && aid.to && *aid.to < *aid.from) reader.fail(message("An aid ends before it starts"), table.get("to"));
  return aid;
}

enum class Inside { no, unknown, yes };

Inside inside_zone(const Territory& territory, std::size_t site, std::string_view zone) {
  if (zone == "qpv") {
    return priority_sector_at(territory, territory.sites.position[site]) ? Inside::yes : Inside::no;
  }
  const auto commune = territory.commune_index(territory.sites.commune_code[site]);
  if (!commune) return Inside::unknown;
  if (zone == "frr") {
    return territory.communes.rural_class[*commune].starts_with("FRR") ? Inside::yes : Inside::unknown;
  }
  const ZoneStatus status = territory.communes.zone[*commune];
  if (status == ZoneStatus::unmatched) return Inside::unknown;
  return zone_key(status) == zone ? Inside::yes : Inside::no;
}

}  // namespace

const std::string& in_language(const Wording& wording, std::string_view tag) {
  static const std::string none;
  if (const auto found = wording.find(tag); found != wording.end()) return found->second;
  if (const auto french = wording.find("fr"); french != wording.end()) return french->second;
  return wording.empty() ? none : wording.begin()->second;
}

std::string_view aid_status_key(AidStatus status) {
  constexpr std::array<std::string_view, 4> keys{"applies", "unknown", "not_yet", "ended"};
  return keys[static_cast<std::size_t>(status)];
}

std::string aids_file(const std::string& territory_path) {
  namespace fs = std::filesystem;
  const fs::path own = fs::path(territory_path) / "aids.toml";
  std::error_code failed;
  if (fs::exists(own, failed)) return own.string();
  return embedded_file("aids.toml");
}

std::vector<Aid> read_aids(const std::string& path) {
  const TomlReader reader(path, message("The rules of the aids were not found"),
                          message("put aids.toml into the folder of the territory"));
  reader.allow_only(reader.root(), {"aid"});
  std::vector<Aid> aids;
  const toml::node* list = reader.root().get("aid");
  if (list == nullptr) return aids;
  if (!list->is_array()) reader.fail(message("“{0}” must be a list of tables", "aid"), list, message("write [[aid]]"));
  for (const toml::node& node : *list->as_array()) {
    const toml::table& table = reader.table(node, "aid");
    Aid aid = read_aid(reader, table);
    const bool known = std::any_of(aids.begin(), aids.end(), [&](const Aid& other) { return other.id == aid.id; });
    if (known) reader.fail(message("The aid “{0}” is there twice", aid.id), table.get("id"));
    aids.push_back(std::move(aid));
  }
  return aids;
}

std::optional<std::size_t> priority_sector_at(const Territory& territory, geometry::Point point) {
  for (std::size_t s = 0; s < territory.priority_sectors.size(); ++s) {
    if (geometry::contains(territory.priority_sectors.outline, s, point)) return s;
  }
  return std::nullopt;
}

std::vector<AidAtSite> aids_at(const Territory& territory, const std::vector<Aid>& aids, std::size_t site, Date date) {
  std::vector<AidAtSite> result;
  for (std::size_t a = 0; a < aids.size(); ++a) {
    const Aid& aid = aids[a];
    Inside best = Inside::no;
    std::string zone;
    for (const std::string& candidate : aid.zones) {
      const Inside inside = inside_zone(territory, site, candidate);
      if (inside <= best) continue;
      best = inside;
      zone = candidate;
    }
    if (best == Inside::no) continue;
    AidStatus status = best == Inside::yes ? AidStatus::applies : AidStatus::unknown;
    if (aid.from && date < *aid.from) status = AidStatus::not_yet;
    if (aid.to && date > *aid.to) status = AidStatus::ended;
    result.push_back({a, status, std::move(zone)});
  }
  return result;
}

}  // namespace ancrage::territory
