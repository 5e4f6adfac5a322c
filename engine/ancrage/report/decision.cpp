// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/decision.hpp"

#include "ancrage/report/text_table.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace ancrage::report {

namespace {

using decision::Direction;
using decision::Method;
using decision::Normalisation;
using decision::PreferenceShape;
using nlohmann::ordered_json;

// What values were measured against: a key, and the words for it.
struct Scaling {
  std::string_view key;
  Message words;
};

Scaling scaling_of(const Decision& decision) {
  const decision::MethodOptions& options = decision.options;
  const Scaling bounds{"bounds", message("values against their bounds")};
  const Scaling min_max{"min-max", message("values against the least and greatest in the table")};
  switch (options.method) {
    case Method::weighted_sum:
      if (!options.functions.empty()) return {"value-functions", message("values through value functions")};
      return decision::used_normalisation(decision.table, options) == Normalisation::bounds ? bounds : min_max;
    case Method::topsis:
      if (!options.normalisation) return {"vector", message("values against the length of their column")};
      return *options.normalisation == Normalisation::bounds ? bounds : min_max;
    case Method::promethee2:
      return {{}, message("values compared two by two")};
    case Method::spotis:
      break;
  }
  return bounds;
}

Message score_heading(Method method) {
  switch (method) {
    case Method::weighted_sum:
      return message("Score");
    case Method::topsis:
      return message("Closeness");
    case Method::promethee2:
      return message("Net flow");
    case Method::spotis:
      break;
  }
  return message("Distance");
}

std::string weights_line(const Decision& decision, const Language& language) {
  std::string list;
  const auto shares = decision::weight_shares(decision.weights, decision.table.columns());
  for (std::size_t k = 0; k < shares.size(); ++k) {
    const bool falls = decision.table.directions[k] == Direction::minimise && decision.options.functions.empty();
    list += list.empty() ? "" : ", ";
    list += language.text(
        falls ? message("{0} {1} % (less is better)", decision.table.criteria[k], DecimalArgument{100 * shares[k], 1})
              : message("{0} {1} %", decision.table.criteria[k], DecimalArgument{100 * shares[k], 1}));
  }
  return language.text(message("Weights: {0}", list)) + "\n";
}

}  // namespace

Message method_label(Method method) {
  constexpr std::array labels{translatable("Weighted sum"), translatable("TOPSIS"), translatable("PROMETHEE II"),
                              translatable("SPOTIS")};
  return message(labels[static_cast<std::size_t>(method)]);
}

int method_decimals(Method method) { return method == Method::weighted_sum ? 1 : 4; }

std::string preference_text(const decision::Preference& preference) {
  const std::string key(decision::preference_key(preference.shape));
  switch (preference.shape) {
    case PreferenceShape::usual:
      return key;
    case PreferenceShape::u_shape:
      return fmt::format("{}:{}", key, preference.q);
    case PreferenceShape::v_shape:
      return fmt::format("{}:{}", key, preference.p);
    case PreferenceShape::level:
    case PreferenceShape::linear:
      return fmt::format("{}:{}:{}", key, preference.q, preference.p);
    case PreferenceShape::gaussian:
      break;
  }
  return fmt::format("{}:{}", key, preference.s);
}

std::string decision_text(const Decision& decision, const Language& language) {
  using Align = TextTable::Align;
  const Method method = decision.options.method;
  const auto& result = decision.result;
  const bool partly =
      std::any_of(result.weight_share.begin(), result.weight_share.end(), [](double share) { return share < 1; });
  std::vector<TextTable::Heading> headings{{language.text("Rank"), Align::right},
                                           {language.text("Alternative")},
                                           {language.text(score_heading(method)), Align::right}};
  if (partly) headings.push_back({language.text("Rests on % of the weight"), Align::right});
  TextTable table(std::move(headings));
  const auto ranks = decision::ranks_of(result);
  for (const std::size_t row : result.order) {
    std::vector<std::string> cells{ranks[row] == 0 ? "–" : std::to_string(ranks[row]), decision.table.ids[row],
                                   language.number(result.scores[row], method_decimals(method))};
    if (partly) cells.push_back(language.number(100 * result.weight_share[row]));
    table.add_row(std::move(cells));
  }
  const std::string title = language.text(message("{0}: {1} alternatives, {2} criteria; {3}",
                                                  language.text(method_label(method)), decision.table.rows(),
                                                  decision.table.columns(), language.text(scaling_of(decision).words)));
  return title + "\n\n" + table.text() + "\n" + weights_line(decision, language);
}

io::FeatureTable decision_features(const Decision& decision) {
  const auto ranks = decision::ranks_of(decision.result);
  std::vector<std::string> ids;
  std::vector<Quantity> scores;
  std::vector<Quantity> places;
  std::vector<Quantity> shares;
  for (const std::size_t row : decision.result.order) {
    ids.push_back(decision.table.ids[row]);
    scores.push_back(decision.result.scores[row]);
    places.push_back(ranks[row] == 0 ? Quantity::missing() : Quantity(static_cast<double>(ranks[row])));
    if (!decision.result.weight_share.empty()) shares.emplace_back(decision.result.weight_share[row]);
  }
  io::FeatureTable features;
  features.name = "decision";
  features.resize(ids.size());
  features.add_text("id", std::move(ids));
  features.add_reals("score", scores);
  features.add_integers("rank", places);
  if (!shares.empty()) features.add_reals("weight_share", shares);
  return features;
}

ordered_json decision_json(const Decision& decision) {
  const auto& [table, weights, options, result] = decision;
  const auto shares = decision::weight_shares(weights, table.columns());
  ordered_json criteria = ordered_json::array();
  for (std::size_t k = 0; k < table.columns(); ++k) {
    ordered_json direction = nullptr;
    if (options.functions.empty()) direction = table.directions[k] == Direction::maximise ? "maximise" : "minimise";
    ordered_json bounds = nullptr;
    if (!table.bounds.empty()) bounds = {table.bounds[k].low, table.bounds[k].high};
    ordered_json preference = nullptr;
    if (options.method == Method::promethee2) {
      preference = preference_text(options.preferences.empty() ? decision::Preference{} : options.preferences[k]);
    }
    criteria.push_back({{"id", table.criteria[k]},
                        {"weight", shares[k]},
                        {"direction", std::move(direction)},
                        {"bounds", std::move(bounds)},
                        {"preference", std::move(preference)}});
  }
  ordered_json alternatives = ordered_json::array();
  const auto ranks = decision::ranks_of(result);
  for (const std::size_t row : result.order) {
    const bool scored = result.scores[row].is_number();
    alternatives.push_back({{"id", table.ids[row]},
                            {"score", scored ? ordered_json(result.scores[row].value()) : ordered_json(nullptr)},
                            {"rank", scored ? ordered_json(ranks[row]) : ordered_json(nullptr)}});
  }
  const std::string_view scaling = scaling_of(decision).key;
  return {{"method", decision::method_key(options.method)},
          {"normalisation", scaling.empty() ? ordered_json(nullptr) : ordered_json(scaling)},
          {"smaller_is_better", decision::smaller_is_better(options.method)},
          {"criteria", std::move(criteria)},
          {"alternatives", std::move(alternatives)}};
}

}  // namespace ancrage::report
