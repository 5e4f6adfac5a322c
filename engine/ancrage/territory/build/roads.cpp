// SPDX-License-Identifier: Apache-2.0
#include "ancrage/territory/build/roads.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/io/raw_text.hpp"
#include "ancrage/io/reader.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <tuple>
#include <utility>
#include <vector>

namespace ancrage::territory::build {

namespace {

constexpr const char* archive_name = "roads-numbered/waypoints-occitanie-ara-paca-2026.zip";

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }
bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

std::string upper(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return result;
}

// "0110" -> "110".
std::string_view without_zeros(std::string_view digits) {
  while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
  return digits;
}

// The département (or its métropole) at the end of a system's name: "30" of "fraoccd30", "69" of "fraarad69m".
std::string_view department_of(std::string_view system) {
  const std::size_t last = system.find_last_of("0123456789");
  if (last == std::string_view::npos || last == 0 || !is_digit(system[last - 1])) return {};
  return system.substr(last - 1, 2);
}

// "0110a30pie" of the département 30 -> "110A": four digits, letters of the road, département, letters of the stretch.
std::optional<std::string> departmental_number(std::string_view route, std::string_view department) {
  constexpr std::size_t digits = 4;
  if (route.size() < digits || !std::all_of(route.begin(), route.begin() + digits, is_digit)) return std::nullopt;
  const std::string_view letters = route.substr(digits, route.find(department, digits) - digits);
  if (route.find(department, digits) == std::string_view::npos) return std::nullopt;
  return std::string(without_zeros(route.substr(0, digits))) + upper(letters);
}

struct Road {
  RoadLabel label;
  std::string entry;
  std::vector<geometry::Point> points;  // degrees, then metres
};

double number_after(std::string_view line, std::string_view key, const std::string& source) {
  double value = 0.0;
  const std::size_t at = line.find(key);
  if (at != std::string_view::npos) {
    const char* start = line.data() + at + key.size();
    if (std::from_chars(start, line.data() + line.size(), value).ec == std::errc{}) return value;
  }
  throw Error(ErrorCode::wrong_input, message("A waypoint has no position: {0}", line), source,
              message("Check that the archive is whole"));
}

std::vector<geometry::Point> waypoints(const std::string& text, const std::string& source) {
  std::vector<geometry::Point> points;
  for (const std::string& line : pieces(text, '\n')) {
    if (line.find("lat=") == std::string::npos) continue;
    points.push_back({number_after(line, "lon=", source), number_after(line, "lat=", source)});
  }
  return points;
}

// "hwy_data/FRA-OCC/fraoccd30/fraocc.d611030.wpt" -> system and file name.
std::pair<std::string_view, std::string_view> system_and_file(std::string_view entry) {
  const std::size_t file = entry.rfind('/');
  if (file == std::string_view::npos || file == 0) return {};
  const std::size_t system = entry.rfind('/', file - 1);
  return {entry.substr(system == std::string_view::npos ? 0 : system + 1,
                       file - (system == std::string_view::npos ? 0 : system + 1)),
          entry.substr(file + 1)};
}

// Every labelled road that has a waypoint in the box (degrees).
std::vector<Road> roads_near(const std::string& archive, const geometry::Box& box) {
  std::vector<Road> roads;
  for (const std::string& entry : io::zip_entries(archive)) {
    if (!entry.ends_with(".wpt")) continue;
    const auto [system, file] = system_and_file(entry);
    auto label = road_label(system, file);
    if (!label) continue;
    Road road{std::move(*label), entry, waypoints(io::read_zip_entry(archive, entry), archive + ", " + entry)};
    const bool near =
        std::any_of(road.points.begin(), road.points.end(), [&](geometry::Point p) { return box.contains(p); });
    if (near && road.points.size() > 1) roads.push_back(std::move(road));
  }
  return roads;
}

geometry::Box box_in_degrees(const Outlines& outlines) {
  std::vector<geometry::Point> points = outlines.boundary.points;
  io::reproject(points, working_epsg, 4326);
  return geometry::bounds(points);
}

// Appends the stretches that touch the kept communes; returns whether there were any.
bool append_inside(const Road& road, const CommuneFinder& finder, geometry::LineSet& lines) {
  std::vector<char> inside;
  for (const geometry::Point p : road.points) inside.push_back(finder.at(p) ? 1 : 0);
  std::vector<geometry::Point> line;
  bool any = false;
  const auto finish = [&] {
    if (line.size() > 1) {
      lines.add_line(line);
      any = true;
    }
    line.clear();
  };
  for (std::size_t i = 0; i + 1 < road.points.size(); ++i) {
    if (inside[i] == 0 && inside[i + 1] == 0) {
      finish();
      continue;
    }
    if (line.empty()) line.push_back(road.points[i]);
    line.push_back(road.points[i + 1]);
  }
  finish();
  if (any) lines.end_feature();
  return any;
}

int order_of(const std::string& road_class) { return road_class == "motorway" ? 0 : road_class == "national" ? 1 : 2; }

}  // namespace

std::optional<RoadLabel> road_label(std::string_view system, std::string_view file_name) {
  const std::size_t dot = file_name.find('.');
  const std::size_t end = file_name.rfind('.');
  if (dot == std::string_view::npos || end <= dot + 1) return std::nullopt;
  std::string_view route = file_name.substr(dot + 1, end - dot - 1);
  const auto first_digit = std::find_if(route.begin(), route.end(), is_digit);
  const auto letters = static_cast<std::size_t>(first_digit - route.begin());
  if (letters == 0 || letters == route.size()) return std::nullopt;
  const std::string prefix = upper(route.substr(0, letters));
  route.remove_prefix(letters);

  if (system == "fraa" || system == "fran") {
    const auto number_end = std::find_if(route.begin(), route.end(), is_letter);
    const std::string_view digits = route.substr(0, static_cast<std::size_t>(number_end - route.begin()));
    return RoadLabel{prefix + " " + std::string(without_zeros(digits)), system == "fraa" ? "motorway" : "national"};
  }
  const std::string_view department = department_of(system);
  if (department.empty()) return std::nullopt;
  const auto number = departmental_number(route, department);
  if (!number) return std::nullopt;
  return RoadLabel{prefix + " " + *number, "departmental"};
}

Roads read_roads(const RawFiles& files, const Outlines& outlines, Diagnostics& diagnostics) {
  std::vector<Road> near = roads_near(files.path(archive_name), box_in_degrees(outlines));
  std::sort(near.begin(), near.end(), [](const Road& a, const Road& b) {
    return std::tuple(order_of(a.label.road_class), std::string_view(a.label.name), std::string_view(a.entry)) <
           std::tuple(order_of(b.label.road_class), std::string_view(b.label.name), std::string_view(b.entry));
  });
  std::vector<geometry::Point> all;
  for (const Road& road : near) all.insert(all.end(), road.points.begin(), road.points.end());
  io::reproject(all, 4326, working_epsg);
  auto next = all.begin();
  const CommuneFinder finder(outlines);
  Roads roads;
  for (Road& road : near) {
    const auto last = next + static_cast<std::ptrdiff_t>(road.points.size());
    road.points.assign(next, last);
    next = last;
    if (!append_inside(road, finder, roads.line)) continue;
    roads.name.push_back(road.label.name);
    roads.road_class.push_back(road.label.road_class);
  }
  if (roads.size() == 0) {
    diagnostics.push_back(
        {Severity::warning, "roads", message("No numbered road of the raw files crosses the territory"), {}});
  }
  return roads;
}

}  // namespace ancrage::territory::build
