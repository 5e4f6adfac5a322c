// SPDX-License-Identifier: Apache-2.0
#include "ancrage/assessment/profile.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/base/text.hpp"
#include "ancrage/criteria/criterion.hpp"
#include "ancrage/io/toml_reader.hpp"
#include "ancrage/territory/embedded.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace ancrage::assessment {

namespace {

using io::TomlReader;
namespace fs = std::filesystem;

std::string origin_of(const TomlReader& reader, const toml::node& node) {
  return fmt::format("{}:{}", reader.path(), node.source().begin.line);
}

std::vector<std::string> criterion_ids() {
  std::vector<std::string> ids;
  for (const criteria::Definition& definition : criteria::catalogue()) ids.emplace_back(definition.id);
  return ids;
}

std::vector<ProfileWeight> read_weights(const TomlReader& reader, const toml::node& node, std::string_view score) {
  const std::vector<std::string> known = criterion_ids();
  std::vector<ProfileWeight> weights;
  bool any = false;
  for (const auto& [key, value] : reader.table(node, fmt::format("weights.{}", score))) {
    const std::string id(key.str());
    if (std::find(known.begin(), known.end(), id) == known.end()) {
      reader.fail(message("There is no criterion “{0}”", id), &value,
                  message("nearest: {0}", fmt::format("{}", fmt::join(nearest_texts(id, known), ", "))));
    }
    const double weight = reader.number(value, id);
    if (weight < 0) reader.fail(message("“{0}” must not be negative", id), &value);
    any = any || weight > 0;
    weights.push_back({id, weight, origin_of(reader, value)});
  }
  if (!any) {
    reader.fail(message("No criterion of “{0}” has a weight above 0", score), &node,
                message("give one of them a weight, or leave the table out to keep the territory’s weights"));
  }
  return weights;
}

double read_minutes(const TomlReader& reader, const toml::node& node, std::string_view key) {
  const double minutes = reader.number(node, key);
  if (!is_limit_minutes(minutes)) {
    reader.fail(message("“{0}” is no number of minutes", key), &node,
                message("write a number from 0 to {0}", DecimalArgument{most_limit_minutes, 0}));
  }
  return minutes;
}

Limit read_place_limit(const TomlReader& reader, const toml::node& node, LimitKind kind) {
  const toml::table& table = reader.table(node, limit_key(kind));
  reader.allow_only(table, {"place", "minutes", "lon", "lat"});
  Limit limit{.kind = kind, .place = reader.text(table, "place"), .origin = origin_of(reader, node)};
  if (search_key(limit.place).empty()) reader.fail(message("A place is missing"), table.get("place"));
  const toml::node* minutes = table.get("minutes");
  if (minutes == nullptr) reader.fail(message("The key “{0}” is missing", "minutes"), &table);
  limit.minutes = read_minutes(reader, *minutes, "minutes");
  const toml::node* lon = table.get("lon");
  const toml::node* lat = table.get("lat");
  if (lon == nullptr && lat == nullptr) return limit;
  if (lon == nullptr || lat == nullptr) {
    reader.fail(message("The key “{0}” is missing", lon == nullptr ? "lon" : "lat"), &table);
  }
  limit.lon_lat = LonLat{reader.number(*lon, "lon"), reader.number(*lat, "lat")};
  if (!is_lon_lat(*limit.lon_lat)) reader.fail(message("A longitude or latitude is out of its bounds"), lon);
  return limit;
}

Limit read_zones(const TomlReader& reader, const toml::node& node) {
  Limit limit{.kind = LimitKind::zone, .origin = origin_of(reader, node)};
  bool zip = false;
  if (node.is_array()) {
    for (const toml::node& entry : *node.as_array()) {
      const std::string zone = entry.value_or(std::string());
      bool& seen = zone == "zac" ? limit.zac : zip;
      if (seen) reader.fail(message("“{0}” stands there twice", zone), &entry);
      if (zone != "zip" && zone != "zac") {
        reader.fail(message("“{0}” is no zone of a limit", zone), &entry,
                    message("write [\"zip\"] or [\"zip\", \"zac\"]"));
      }
      seen = true;
    }
  }
  if (!zip) {
    reader.fail(message("“{0}” must be a list that holds “{1}”", "zones", "zip"), &node,
                message("write [\"zip\"] or [\"zip\", \"zac\"]"));
  }
  return limit;
}

void add_once(const TomlReader& reader, const toml::node& node, Profile& profile, Limit limit) {
  const bool twice = std::any_of(profile.limits.begin(), profile.limits.end(),
                                 [&](const Limit& other) { return same_subject(other, limit); });
  if (twice) {
    reader.fail(message("The minutes from “{0}” are limited twice", limit.place), &node, message("keep one of them"));
  }
  profile.limits.push_back(std::move(limit));
}

void read_limits(const TomlReader& reader, const toml::node& node, Profile& profile) {
  const toml::table& table = reader.table(node, "limits");
  reader.allow_only(table, {"within", "group_practice", "salaried", "primary_school", "college", "lycee", "zones"});
  if (const toml::node* within = table.get("within")) {
    if (!within->is_array()) {
      reader.fail(message("“{0}” must be a list of tables", "within"), within,
                  message("write within = [{{ place = \"Alès\", minutes = 30 }}]"));
    }
    for (const toml::node& entry : *within->as_array()) {
      add_once(reader, entry, profile, read_place_limit(reader, entry, LimitKind::within));
    }
  }
  for (const LimitKind kind : {LimitKind::group_practice, LimitKind::salaried, LimitKind::primary_school,
                               LimitKind::college, LimitKind::lycee}) {
    const toml::node* value = table.get(limit_key(kind));
    if (value == nullptr) continue;
    Limit limit{.kind = kind, .origin = origin_of(reader, *value)};
    limit.minutes = read_minutes(reader, *value, limit_key(kind));
    profile.limits.push_back(std::move(limit));
  }
  if (const toml::node* zones = table.get("zones")) profile.limits.push_back(read_zones(reader, *zones));
}

std::vector<std::string> toml_files(const fs::path& directory) {
  std::vector<std::string> files;
  std::error_code failed;
  for (const auto& entry : fs::directory_iterator(directory, failed)) {
    if (entry.path().extension() == ".toml") files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string stem_of(const std::string& path) { return fs::path(path).stem().string(); }

}  // namespace

Profile read_profile(const std::string& path) {
  const TomlReader reader(path, message("No such profile"), message("name a profile file (TOML)"));
  const toml::table& root = reader.root();
  reader.allow_only(root, {"name", "note", "weights", "limits", "partner"});
  Profile profile;
  if (root.contains("name")) profile.name = reader.text(root, "name");
  if (root.contains("note")) profile.note = reader.text(root, "note");
  if (profile.name.empty()) profile.name = stem_of(path);
  if (const toml::node* weights = root.get("weights")) {
    const toml::table& table = reader.table(*weights, "weights");
    const std::vector<std::string> scores{"need", "attractiveness"};
    reader.allow_only(table, scores);
    for (std::size_t score = 0; score < scores.size(); ++score) {
      if (const toml::node* node = table.get(scores[score])) {
        profile.weights[score] = read_weights(reader, *node, scores[score]);
      }
    }
  }
  if (const toml::node* limits = root.get("limits")) read_limits(reader, *limits, profile);
  if (const toml::node* partner = root.get("partner")) {
    profile.limits.push_back(read_place_limit(reader, *partner, LimitKind::partner));
  }
  if (profile.limits.size() > most_limits) {
    reader.fail(message("There are more than {0} limits", most_limits), root.get("limits"));
  }
  return profile;
}

std::vector<std::string> profile_files(const std::string& territory_path) {
  std::vector<std::string> files = toml_files(fs::path(territory_path) / "profiles");
  try {
    const fs::path shipped = fs::path(territory::embedded_territory_directory()).parent_path() / "profiles";
    const std::vector<std::string> others = toml_files(shipped);
    files.insert(files.end(), others.begin(), others.end());
  } catch (const Error&) {
    // A program that was taken out of its installation has no profiles to name.
  }
  return files;
}

std::string find_profile(const std::string& territory_path, std::string_view words) {
  std::error_code failed;
  if (fs::is_regular_file(fs::path(words), failed)) return std::string(words);
  const std::string wanted = search_key(words);
  std::vector<std::string> names;
  for (const std::string& file : profile_files(territory_path)) {
    if (search_key(stem_of(file)) == wanted) return file;
    names.push_back(stem_of(file));
  }
  throw Error(ErrorCode::unreadable_input, message("There is no profile “{0}”", words), "--profile",
              message("name a file, or one of {0}", fmt::format("{}", fmt::join(names, ", "))));
}

void set_limit(std::vector<Limit>& limits, Limit limit) {
  const auto same =
      std::find_if(limits.begin(), limits.end(), [&](const Limit& other) { return same_subject(other, limit); });
  if (same != limits.end()) {
    *same = std::move(limit);
  } else {
    limits.push_back(std::move(limit));
  }
}

}  // namespace ancrage::assessment
