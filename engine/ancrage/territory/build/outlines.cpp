// SPDX-License-Identifier: Apache-2.0
#include "ancrage/territory/build/outlines.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/base/plural_message.hpp"
#include "ancrage/geometry/coverage_simplify.hpp"
#include "ancrage/geometry/proximity.hpp"
#include "ancrage/geometry/repair.hpp"
#include "ancrage/io/raw_text.hpp"
#include "ancrage/io/reader.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <numbers>
#include <set>

namespace ancrage::territory::build {

namespace {

constexpr const char* archive_name = "communes/communes-2018-by-departement.zip";

// Box of all the positions "[x,y" of a GeoJSON text, without parsing it: enough to leave a département out.
geometry::Box box_of_positions(std::string_view text) {
  geometry::Box box;
  for (std::size_t at = text.find('['); at != std::string_view::npos; at = text.find('[', at + 1)) {
    geometry::Point p;
    const char* end = text.data() + text.size();
    const auto x = std::from_chars(text.data() + at + 1, end, p.x);
    if (x.ec != std::errc{} || x.ptr == end || *x.ptr != ',') continue;
    const auto y = std::from_chars(x.ptr + 1, end, p.y);
    if (y.ec == std::errc{}) box.extend(p);
  }
  return box;
}

// Degrees that `km` span at most around a box of longitudes and latitudes.
geometry::Box widened(geometry::Box box, double km) {
  constexpr double km_per_degree = 110.5;  // at the equator, the shortest degree of latitude there is
  const double farthest_latitude = std::max(std::abs(box.low.y), std::abs(box.high.y)) + km / km_per_degree;
  const double dx = km / (km_per_degree * std::cos(farthest_latitude * std::numbers::pi / 180));
  const double dy = km / km_per_degree;
  return {{box.low.x - dx, box.low.y - dy}, {box.high.x + dx, box.high.y + dy}};
}

struct Department {
  std::string entry;
  std::string code;  // "30", "2A"
  geometry::Box box;
};

// "communes-30-gard.geojson" -> "30".
std::vector<Department> departments_of(const std::string& archive) {
  std::vector<Department> result;
  for (const std::string& entry : io::zip_entries(archive)) {
    const std::size_t start = entry.rfind("communes-");
    if (!entry.ends_with(".geojson") || start == std::string::npos) continue;
    const std::size_t code_start = start + 9;
    const std::size_t code_end = std::min(entry.find('-', code_start), entry.size());
    result.push_back({entry, entry.substr(code_start, code_end - code_start), {}});
  }
  return result;
}

bool is_of(const std::string& commune_code, const Department& department) {
  return commune_code.starts_with(department.code);
}

// The départements of the members, and those that come near their box.
std::vector<Department> departments_near(const std::string& archive, const std::vector<std::string>& members,
                                         double ring_km) {
  std::vector<Department> all = departments_of(archive);
  geometry::Box home;
  for (Department& department : all) {
    department.box = box_of_positions(io::read_zip_entry(archive, department.entry));
    if (std::any_of(members.begin(), members.end(), [&](const auto& code) { return is_of(code, department); })) {
      home.extend(department.box);
    }
  }
  const geometry::Box near = widened(home, ring_km);
  std::erase_if(all, [&](const Department& department) { return !department.box.intersects(near); });
  return all;
}

struct Published {
  std::vector<std::string> code;
  std::vector<std::string> name;
  geometry::PolygonSet polygons;
};

Published read_published(const std::string& archive, const std::vector<Department>& departments) {
  Published result;
  for (const Department& department : departments) {
    const io::FeatureTable table =
        io::read_features("/vsizip/{" + archive + "}/" + department.entry, {.target_epsg = working_epsg});
    const std::vector<std::string>& codes = table.texts("code");
    result.code.insert(result.code.end(), codes.begin(), codes.end());
    const std::vector<std::string>& names = table.texts("nom");
    result.name.insert(result.name.end(), names.begin(), names.end());
    for (std::size_t i = 0; i < table.size(); ++i) result.polygons.append(table.polygons, i);
  }
  return result;
}

// Positions of the published outlines that make up each commune of today.
std::map<std::string, std::vector<std::size_t>> by_current_code(const Published& published,
                                                                const Administrative& administrative,
                                                                Diagnostics& diagnostics) {
  std::map<std::string, std::vector<std::size_t>> result;
  std::vector<std::string> unknown;
  for (std::size_t i = 0; i < published.code.size(); ++i) {
    const std::string current = administrative.current(published.code[i]);
    if (current.empty()) {
      unknown.push_back(published.code[i] + " " + published.name[i]);
    } else {
      result[current].push_back(i);
    }
  }
  if (!unknown.empty()) {
    diagnostics.push_back(
        {Severity::warning, "communes",
         message("{0} published outlines belong to no commune of today and are left out", unknown.size()), unknown});
  }
  return result;
}

void require_members(const std::map<std::string, std::vector<std::size_t>>& groups,
                     const Administrative& administrative, const std::string& archive) {
  std::string without;
  for (const std::string& code : administrative.members) {
    if (!groups.contains(code)) without += (without.empty() ? "" : ", ") + code;
  }
  if (without.empty()) return;
  throw Error(ErrorCode::wrong_input, message("Communes of the territory have no outline: {0}", without), archive,
              message("Use outlines of a year that has these communes, or those that they were made of"));
}

void report_merged(const Outlines& outlines, const Published& published,
                   const std::map<std::string, std::vector<std::size_t>>& groups, const Administrative& administrative,
                   Diagnostics& diagnostics) {
  std::vector<std::string> names;
  for (const std::string& code : outlines.code) {
    const std::vector<std::size_t>& group = groups.at(code);
    if (group.size() < 2) continue;
    std::string name = code + " " + administrative.communes.at(code).name + " (";
    for (const std::size_t i : group) name += (i == group.front() ? "" : " + ") + published.name[i];
    names.push_back(name + ")");
  }
  if (names.empty()) return;
  diagnostics.push_back({Severity::note, "communes",
                         plural_message("{0} commune is merged from the outlines of 2018",
                                        "{0} communes are merged from the outlines of 2018", names.size()),
                         names});
}

}  // namespace

std::optional<std::size_t> Outlines::find(const std::string& commune_code) const {
  const auto at = std::lower_bound(code.begin(), code.end(), commune_code);
  if (at == code.end() || *at != commune_code) return std::nullopt;
  return static_cast<std::size_t>(at - code.begin());
}

Outlines read_outlines(const RawFiles& files, const Administrative& administrative, double ring_km,
                       Diagnostics& diagnostics) {
  const std::string archive = files.path(archive_name);
  const Published published = read_published(archive, departments_near(archive, administrative.members, ring_km));
  const auto groups = by_current_code(published, administrative, diagnostics);
  require_members(groups, administrative, archive);

  geometry::PolygonSet members;
  for (const std::string& code : administrative.members) {
    for (const std::size_t i : groups.at(code)) members.append(published.polygons, i);
  }
  const std::vector<bool> near = geometry::within_distance(published.polygons, members, ring_km * 1000);

  Outlines result;
  std::vector<std::vector<std::size_t>> kept;
  for (const auto& [code, group] : groups) {
    const bool member = std::binary_search(administrative.members.begin(), administrative.members.end(), code);
    const bool in_ring = ring_km > 0 && std::any_of(group.begin(), group.end(), [&](std::size_t i) { return near[i]; });
    if (!member && !in_ring) continue;
    result.code.push_back(code);
    result.member.push_back(member ? 1 : 0);
    kept.push_back(group);
  }
  result.boundary = geometry::simplify_coverage(geometry::merged(published.polygons, kept), outline_tolerance_m);
  std::vector<std::string> repaired;
  for (const std::uint32_t i : geometry::repair(result.boundary)) repaired.push_back(result.code[i]);
  if (!repaired.empty()) {
    diagnostics.push_back({Severity::warning, "communes",
                           plural_message("{0} outline was repaired", "{0} outlines were repaired", repaired.size()),
                           repaired});
  }
  report_merged(result, published, groups, administrative, diagnostics);
  return result;
}

CommuneFinder::CommuneFinder(const Outlines& outlines)
    : outlines_(outlines), index_(geometry::feature_boxes(outlines.boundary)) {}

std::optional<std::size_t> CommuneFinder::at(geometry::Point p) const {
  std::vector<std::uint32_t> hits;
  index_.query({p, p}, hits);
  for (const std::uint32_t hit : hits) {
    if (geometry::contains(outlines_.boundary, hit, p)) return hit;
  }
  return std::nullopt;
}

}  // namespace ancrage::territory::build
