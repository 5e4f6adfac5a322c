// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/map_classes.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/base/text.hpp"
#include "ancrage/report/palette.hpp"

#include <algorithm>
#include <cmath>

namespace ancrage::report {
namespace {

using territory::ZoneStatus;

constexpr std::array<std::string_view, color_keys.size()> names{
    "need", "attractiveness", "accessibility", "health_pole_minutes", "aged_65_plus", "zone", "population"};

// Palettes from the lowest value to the highest: oranges through the need's own orange, blues through the doctor's
// blue, and cividis (Nuñez, Anderton & Renslow 2018) for everything else, lightest for least.
constexpr std::array need_colors{hex(0xFBEBDD), hex(0xF6D7B0), hex(0xF0B57D), hex(0xE58A4B),
                                 hex(0xC7521A), hex(0xA03A0C), hex(0x7F2704)};
constexpr std::array attractiveness_colors{hex(0xEDF2F7), hex(0xCFDEEC), hex(0xA9C3DE), hex(0x7CA3CB),
                                           hex(0x4D7DB4), hex(0x1D4F91), hex(0x123562)};
constexpr std::array cividis_colors{hex(0xFDE737), hex(0xD9C84A), hex(0xB3AA62), hex(0x8F8D70),
                                    hex(0x6F7175), hex(0x4F576C), hex(0x1F3A6D)};
// Diverging about the threshold: four below it, three above.
constexpr std::array access_colors{hex(0x7F2704), hex(0xC7521A), hex(0xF09A52), hex(0xF6D7B0),
                                   hex(0xD5E4EA), hex(0x9CC3D5), hex(0x5B95B5)};
constexpr std::array access_bounds{1.0, 1.5, 2.0, 2.5, 3.0, 4.0};
constexpr double access_threshold = access::apl_thresholds.front();

std::span<const Color> ramp(ColorKey key) {
  if (key == ColorKey::need) return need_colors;
  if (key == ColorKey::accessibility) return access_colors;
  if (key == ColorKey::attractiveness) return attractiveness_colors;
  return cividis_colors;
}

// `count` colours spread over a palette, both ends used.
Color sample(std::span<const Color> colors, std::size_t index, std::size_t count) {
  if (count < 2) return colors[colors.size() / 2];
  const double at =
      static_cast<double>(index) * static_cast<double>(colors.size() - 1) / static_cast<double>(count - 1);
  const auto low = std::min(static_cast<std::size_t>(at), colors.size() - 2);
  const double share = at - static_cast<double>(low);
  auto mix = [&](std::uint8_t a, std::uint8_t b) {
    return static_cast<std::uint8_t>(std::lround(a + (b - a) * share));
  };
  return {mix(colors[low].red, colors[low + 1].red), mix(colors[low].green, colors[low + 1].green),
          mix(colors[low].blue, colors[low + 1].blue)};
}

int decimals_of(double step) {
  for (int decimals = 0; decimals < 4; ++decimals) {
    const double scaled = step * std::pow(10.0, decimals);
    if (std::abs(scaled - std::round(scaled)) < 1e-9) return decimals;
  }
  return 4;
}

Quantity share_65_plus(const territory::Communes& communes, std::size_t commune) {
  const Quantity older = communes.aged_65_plus[commune];
  const Quantity all = communes.age_base_population[commune];
  if (!older.is_number() || !all.is_number() || !(all.value() > 0)) return {};
  return 100 * older.value() / all.value();
}

// A criterion at the commune centres.
std::vector<Quantity> criterion_values(std::size_t criterion, const territory::Territory& territory,
                                       const assessment::Assessment& assessment) {
  std::vector<Quantity> values(territory.communes.size());
  const auto centres = commune_centres(territory);
  for (std::size_t c = 0; c < values.size(); ++c) {
    if (centres[c]) values[c] = assessment.at(*centres[c], criterion).value;
  }
  return values;
}

std::optional<std::size_t> criterion_index(const assessment::Assessment& assessment, std::string_view id) {
  for (std::size_t k = 0; k < assessment.criteria.size(); ++k) {
    if (assessment.criteria[k].id == id) return k;
  }
  return std::nullopt;
}

// Scores are those of the commune's centre.
std::vector<Quantity> commune_values(ColorKey key, const territory::Territory& territory,
                                     const assessment::Assessment& assessment) {
  if (key == ColorKey::accessibility) return assessment.commune_accessibility;
  if (key == ColorKey::population) return territory.communes.population;
  std::vector<Quantity> values(territory.communes.size());
  if (key == ColorKey::health_pole_minutes) {
    const auto criterion = criterion_index(assessment, color_key_name(key));
    return criterion ? criterion_values(*criterion, territory, assessment) : values;
  }
  if (key == ColorKey::aged_65_plus) {
    for (std::size_t c = 0; c < values.size(); ++c) values[c] = share_65_plus(territory.communes, c);
    return values;
  }
  const auto score = key == ColorKey::need ? assessment::Score::need : assessment::Score::attractiveness;
  const auto centres = commune_centres(territory);
  for (std::size_t c = 0; c < values.size(); ++c) {
    if (centres[c]) values[c] = assessment.score(score, *centres[c]).score;
  }
  return values;
}

void describe(Classification& result) {
  switch (result.key) {
    case ColorKey::need:
    case ColorKey::attractiveness:
      result.subtitle = message("points out of 100, at the centre of each commune");
      result.unit = message("/ 100");
      return;
    case ColorKey::accessibility:
      result.subtitle = message("consultations per inhabitant and year, mean of the commune (APL, estimated)");
      result.unit = message("consultations/inh./yr");
      result.decimals = 1;
      return;
    case ColorKey::health_pole_minutes:
      result.subtitle = message("minutes by car from the centre of the commune");
      result.unit = message("min");
      return;
    case ColorKey::aged_65_plus:
      result.subtitle = message("% of the commune’s inhabitants");
      result.unit = message("%");
      return;
    case ColorKey::population:
      result.subtitle = message("inhabitants of the commune");
      result.unit = message("inhabitants");
      return;
    case ColorKey::zone:
    case ColorKey::criterion:
      return;
  }
}

Message range_label(const std::vector<double>& bounds, std::size_t index, int decimals) {
  if (bounds.empty()) return message("one value");
  if (index == 0) return message("less than {0}", DecimalArgument{bounds.front(), decimals});
  if (index == bounds.size()) return message("{0} and over", DecimalArgument{bounds.back(), decimals});
  return message("{0} – {1}", DecimalArgument{bounds[index - 1], decimals}, DecimalArgument{bounds[index], decimals});
}

void classify_zones(Classification& result, const territory::Communes& communes) {
  result.title = message("Official zoning for general practitioners");
  result.subtitle = message("regional health agency");
  result.classes = {{message("no zone"), palette::white, false, 0, "–"},
                    {message("ZAC: complementary action"), hex(0xB9CFE6), false, 0, "ZAC", Pattern::horizontal},
                    {message("ZIP: priority intervention"), hex(0xF2B66E), false, 0, "ZIP", Pattern::dots}};
  const bool unmatched =
      std::find(communes.zone.begin(), communes.zone.end(), ZoneStatus::unmatched) != communes.zone.end();
  if (unmatched) {
    result.classes.push_back({message("not in the source"), palette::no_value, true, 0, "", Pattern::rising});
  }
  for (std::size_t c = 0; c < communes.size(); ++c) {
    if (communes.member[c] == 0) continue;
    const std::array<std::uint8_t, 4> class_of_zone{3, 0, 1, 2};
    result.class_of[c] = class_of_zone[static_cast<std::size_t>(communes.zone[c])];
  }
}

// How the values' range is cut, and the decimals that its bounds need.
void set_bounds(Classification& result, double lowest, double highest) {
  if (result.key == ColorKey::accessibility) {
    result.bounds.assign(access_bounds.begin(), access_bounds.end());
  } else if (result.key == ColorKey::population) {
    result.bounds = logarithmic_bounds(lowest, highest);
  } else {
    result.bounds = round_bounds(lowest, highest);
  }
}

void classify_values(Classification& result, const territory::Communes& communes) {
  double lowest = INFINITY;
  double highest = -INFINITY;
  bool some_missing = false;
  for (std::size_t c = 0; c < communes.size(); ++c) {
    if (communes.member[c] == 0) continue;
    some_missing |= !result.values[c].is_number();
    if (!result.values[c].is_number()) continue;
    lowest = std::min(lowest, result.values[c].value());
    highest = std::max(highest, result.values[c].value());
  }
  if (lowest <= highest) set_bounds(result, lowest, highest);
  int decimals = result.bounds.size() < 2 ? result.decimals : 0;
  for (std::size_t i = 1; i < result.bounds.size(); ++i) {
    decimals = std::max(decimals, decimals_of(result.bounds[i] - result.bounds[i - 1]));
  }
  const std::size_t classes = lowest <= highest ? result.bounds.size() + 1 : 0;
  for (std::size_t i = 0; i < classes; ++i) {
    MapClass entry{range_label(result.bounds, i, decimals), sample(ramp(result.key), i, classes)};
    entry.sign = std::to_string(i + 1);
    const bool upper = i > 0 && result.bounds[i - 1] >= access_threshold;
    if (result.key == ColorKey::accessibility && upper) entry.pattern = Pattern::horizontal;
    result.classes.push_back(std::move(entry));
  }
  if (some_missing) result.classes.push_back({message("no data"), palette::no_value, true, 0, "", Pattern::rising});
  for (std::size_t c = 0; c < communes.size(); ++c) {
    if (communes.member[c] == 0) continue;
    const Quantity value = result.values[c];
    const auto& bounds = result.bounds;
    const auto above = value.is_number()
                           ? std::upper_bound(bounds.begin(), bounds.end(), value.value()) - bounds.begin()
                           : static_cast<std::ptrdiff_t>(classes);
    result.class_of[c] = static_cast<std::uint8_t>(above);
  }
}

Classification started(ColorKey key, const territory::Territory& territory) {
  Classification result;
  result.key = key;
  result.class_of.assign(territory.communes.size(), Classification::outside);
  result.title = color_key_label(key);
  describe(result);
  return result;
}

Classification counted(Classification result) {
  for (const std::uint8_t index : result.class_of) {
    if (index != Classification::outside) ++result.classes[index].count;
  }
  return result;
}

}  // namespace

std::string_view color_key_name(ColorKey key) { return names[static_cast<std::size_t>(key)]; }

std::optional<ColorKey> color_key_from(std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return color_keys[static_cast<std::size_t>(found - names.begin())];
}

Message color_key_label(ColorKey key) {
  switch (key) {
    case ColorKey::need:
      return message("Need of the territory");
    case ColorKey::attractiveness:
      return message("Attractiveness");
    case ColorKey::accessibility:
      return message("Access to general practitioners");
    case ColorKey::health_pole_minutes:
      return message("Nearest health pole");
    case ColorKey::aged_65_plus:
      return message("People aged 65 and over");
    case ColorKey::zone:
      return message("ZIP and ZAC zones");
    case ColorKey::population:
      return message("Population");
    case ColorKey::criterion:
      return {};
  }
  return {};
}

std::vector<Color> Classification::colors(Color land) const {
  std::vector<Color> result;
  result.reserve(class_of.size());
  for (const std::uint8_t index : class_of) {
    Color color = index == outside ? land : classes[index].color;
    if (index != outside && classes[index].hatched) color.alpha = 128;
    result.push_back(color);
  }
  return result;
}

std::vector<std::optional<std::size_t>> commune_centres(const territory::Territory& territory) {
  std::vector<std::optional<std::size_t>> result(territory.communes.size());
  for (std::size_t site = 0; site < territory.sites.size(); ++site) {
    if (territory.sites.kind[site] != "commune_centre") continue;
    if (const auto commune = territory.commune_index(territory.sites.commune_code[site])) result[*commune] = site;
  }
  return result;
}

Classification classify(ColorKey key, const territory::Territory& territory, const assessment::Assessment& assessment) {
  if (key == ColorKey::criterion) {
    throw Error(ErrorCode::wrong_input, message("The criterion that colours the communes is not named"));
  }
  if (key != ColorKey::zone) return classify(key, territory, commune_values(key, territory, assessment));
  Classification result = started(key, territory);
  classify_zones(result, territory.communes);
  return counted(std::move(result));
}

Classification classify(ColorKey key, const territory::Territory& territory, std::vector<Quantity> values) {
  Classification result = started(key, territory);
  result.values = std::move(values);
  classify_values(result, territory.communes);
  return counted(std::move(result));
}

Classification classify_criterion(std::size_t criterion, const territory::Territory& territory,
                                  const assessment::Assessment& assessment) {
  const assessment::Criterion& wanted = assessment.criteria[criterion];
  Classification result = started(ColorKey::criterion, territory);
  result.title = wanted.label;
  result.subtitle = message("at the centre of each commune");
  result.unit = wanted.unit;
  result.decimals = wanted.decimals;
  result.values = criterion_values(criterion, territory, assessment);
  classify_values(result, territory.communes);
  return counted(std::move(result));
}

Classification classify(std::string_view name, const territory::Territory& territory,
                        const assessment::Assessment& assessment, const std::string& option) {
  if (const auto key = color_key_from(name)) return classify(*key, territory, assessment);
  if (const auto criterion = criterion_index(assessment, name)) {
    return classify_criterion(*criterion, territory, assessment);
  }
  std::vector<std::string> known(names.begin(), names.end());
  for (const auto& criterion : assessment.criteria) known.push_back(criterion.id);
  std::string nearest;
  for (const std::string& text : nearest_texts(name, known)) nearest += (nearest.empty() ? "" : ", ") + text;
  throw Error(ErrorCode::usage, message("“{0}” is no value to colour communes by", name), option,
              message("nearest: {0}", nearest));
}

std::vector<double> round_bounds(double lowest, double highest, std::size_t most) {
  if (!(lowest < highest)) return {};
  const double least = (highest - lowest) / static_cast<double>(most);
  const double power = std::pow(10.0, std::floor(std::log10(least)));
  for (const double factor : {1.0, 2.0, 2.5, 5.0, 10.0, 20.0}) {
    const double step = factor * power;
    std::vector<double> bounds;
    for (double at = std::floor(lowest / step) + 1; at * step <= highest; ++at) bounds.push_back(at * step);
    if (!bounds.empty() && bounds.size() < most) return bounds;
  }
  return {(lowest + highest) / 2};
}

std::vector<double> logarithmic_bounds(double lowest, double highest, std::size_t most) {
  if (!(lowest < highest)) return {};
  const double first = std::floor(std::log10(std::max(lowest, 1.0)));
  const std::array<std::vector<double>, 3> series{{{1, 2, 5}, {1, 3}, {1}}};
  for (const auto& factors : series) {
    std::vector<double> bounds;
    for (double power = std::pow(10.0, first); power <= highest; power *= 10) {
      for (const double factor : factors) {
        if (factor * power > lowest && factor * power <= highest) bounds.push_back(factor * power);
      }
    }
    if (!bounds.empty() && bounds.size() < most) return bounds;
  }
  return round_bounds(lowest, highest, most);
}

}  // namespace ancrage::report
