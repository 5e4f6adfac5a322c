// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/robustness.hpp"

#include "ancrage/report/text_table.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <span>
#include <utility>

namespace ancrage::report {

namespace {

using decision::Interval;
using decision::Robustness;
using nlohmann::ordered_json;
using Align = TextTable::Align;

constexpr std::size_t few_places = 5;
constexpr double rounding = 1e-12;  // of shares: of limits that are as near, the first criterion's counts

// Alternatives by rank under the given weights, those without one last.
std::vector<std::size_t> by_rank(const Robustness& robustness) {
  std::vector<std::size_t> order(robustness.rank.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return robustness.rank[a] - 1 < robustness.rank[b] - 1;  // 0 becomes the greatest
  });
  return order;
}

std::span<const double> central_weights(const Robustness& robustness, std::size_t alternative) {
  const std::size_t criteria = robustness.utilities.columns();
  return std::span(robustness.smaa.central_weight).subspan(alternative * criteria, criteria);
}

DecimalArgument percent(double share) { return {100 * share, 0}; }

// The limit of a weight that is nearest to where it stands.
struct Limit {
  std::size_t criterion = 0;
  double share = 0.0;
  bool above = false;
};

std::optional<Limit> nearest_limit(const Robustness& robustness) {
  std::optional<Limit> nearest;
  double least = 2.0;
  const auto offer = [&](std::size_t k, double share, bool above) {
    const double way = std::abs(share - robustness.stability[k].weight);
    if (way >= least - rounding) return;
    least = way;
    nearest = Limit{k, share, above};
  };
  for (std::size_t k = 0; k < robustness.stability.size(); ++k) {
    const Interval& stays = robustness.stability[k].first;
    if (stays.low > 0) offer(k, stays.low, false);
    if (stays.high < 1) offer(k, stays.high, true);
  }
  return nearest;
}

// A share in whole percent on the safe side of the limit; with a decimal where that would pass the weight itself.
DecimalArgument safe_percent(const Limit& limit, double weight) {
  for (const double scale : {100.0, 1000.0}) {
    const double exact = limit.share * scale;
    const double safe = limit.above ? std::floor(exact + rounding * scale) : std::ceil(exact - rounding * scale);
    const bool holds = limit.above ? safe > weight * scale : safe < weight * scale;
    if (holds) return {safe * 100 / scale, scale > 100 ? 1 : 0};
  }
  return {100 * limit.share, 1};
}

Message stays_first(const RobustnessReport& report) {
  const auto limit = nearest_limit(report.robustness);
  if (!limit) return message("stays first whatever the weight of any one criterion");
  const std::string& label = report.labels[limit->criterion];
  const DecimalArgument share = safe_percent(*limit, report.robustness.stability[limit->criterion].weight);
  return limit->above ? message("stays first as long as “{0}” weighs less than {1} %", label, share)
                      : message("stays first as long as “{0}” weighs more than {1} %", label, share);
}

Message weighs_most(const RobustnessReport& report, std::size_t alternative) {
  const auto central = central_weights(report.robustness, alternative);
  const auto most = static_cast<std::size_t>(std::max_element(central.begin(), central.end()) - central.begin());
  return message("where it is first, “{0}” weighs most: {1} % in the mean", report.labels[most],
                 percent(central[most]));
}

Message drawing_words(const Robustness& robustness) {
  const bool ordered = !robustness.constraints.importance.empty();
  const bool bounded = !robustness.constraints.intervals.empty();
  if (ordered && bounded) return message("within intervals and in order of importance");
  if (ordered) return message("in order of importance");
  return bounded ? message("within intervals") : message("all possible ones alike");
}

std::string range_text(Interval range, const Language& language) {
  return language.number(100 * range.low, 1) + " – " + language.number(100 * range.high, 1);
}

std::string alternatives_table(const RobustnessReport& report, std::size_t top, const Language& language) {
  const Robustness& robustness = report.robustness;
  TextTable table({{language.text("Rank"), Align::right},
                   {language.text("Alternative")},
                   {language.text("First, %"), Align::right},
                   {language.text("In the first five, %"), Align::right},
                   {language.text("Mean rank"), Align::right},
                   {language.text("First above all by")}});
  std::vector<std::size_t> order = by_rank(robustness);
  if (top > 0 && top < order.size()) order.resize(top);
  for (const std::size_t i : order) {
    const double first = robustness.among_first(i, 1);
    std::string by = "–";
    if (first > 0) {
      const auto central = central_weights(robustness, i);
      const auto most = static_cast<std::size_t>(std::max_element(central.begin(), central.end()) - central.begin());
      by = report.labels[most] + " (" + language.number(100 * central[most]) + " %)";
    }
    table.add_row({robustness.rank[i] == 0 ? "–" : std::to_string(robustness.rank[i]), report.names[i],
                   language.number(100 * first, 1), language.number(100 * robustness.among_first(i, few_places), 1),
                   language.number(robustness.mean_rank(i), 1), std::move(by)});
  }
  return table.text();
}

std::string stability_table(const RobustnessReport& report, const Language& language) {
  TextTable table({{language.text("Criterion")},
                   {language.text("Weight, %"), Align::right},
                   {language.text("First place stays, %"), Align::right},
                   {language.text("Whole order stays, %"), Align::right}});
  for (std::size_t k = 0; k < report.labels.size(); ++k) {
    const decision::StabilityInterval& stays = report.robustness.stability[k];
    table.add_row({report.labels[k], language.number(100 * stays.weight, 1), range_text(stays.first, language),
                   range_text(stays.order, language)});
  }
  return table.text();
}

}  // namespace

RobustnessReport plain_report(const Robustness& robustness) {
  return {robustness, robustness.utilities.ids, robustness.utilities.criteria};
}

RobustnessReport sites_report(const Robustness& robustness, const territory::Territory& territory,
                              const assessment::Assessment& assessment, assessment::Score which,
                              const Language& language) {
  RobustnessReport report{robustness};
  for (const std::string& id : robustness.utilities.ids) {
    report.names.push_back(territory.sites.name[assessment::find_site(territory, id)]);
  }
  const auto [first, last] = assessment::criteria_of(assessment, which);
  for (std::size_t k = first; k < last; ++k) report.labels.push_back(language.text(assessment.criteria[k].label));
  return report;
}

std::vector<Message> robustness_sentences(const RobustnessReport& report, std::size_t alternative) {
  const Robustness& robustness = report.robustness;
  const double first = robustness.among_first(alternative, 1);
  std::vector<Message> sentences;
  if (first > 0) {
    sentences.push_back(
        message("first in {0} % of the weightings", DecimalArgument{100 * first, first < 0.01 ? 1 : 0}));
  } else {
    sentences.push_back(message("first in none of the weightings drawn"));
  }
  if (robustness.first() == alternative) {
    sentences.push_back(stays_first(report));
  } else if (first > 0) {
    sentences.push_back(weighs_most(report, alternative));
  } else {
    sentences.push_back(message("among the first five in {0} %", percent(robustness.among_first(alternative, 5))));
  }
  return sentences;
}

std::string robustness_text(const RobustnessReport& report, std::size_t top, const Language& language) {
  const Robustness& robustness = report.robustness;
  std::string result =
      language.text(message("{0} weightings drawn, {1} (seed {2})", robustness.smaa.samples,
                            language.text(drawing_words(robustness)), std::to_string(robustness.options.seed))) +
      "\n";
  if (const auto first = robustness.first()) {
    std::string sentences;
    for (const Message& sentence : robustness_sentences(report, *first)) {
      sentences += (sentences.empty() ? "" : " ; ") + language.text(sentence);
    }
    result += language.text(message("{0}: {1}", report.names[*first], sentences)) + "\n";
  }
  return result + "\n" + alternatives_table(report, top, language) + "\n" + stability_table(report, language);
}

io::FeatureTable robustness_features(const RobustnessReport& report) {
  const Robustness& robustness = report.robustness;
  const std::vector<std::size_t> order = by_rank(robustness);
  io::FeatureTable features;
  features.name = "robustness";
  features.resize(order.size());
  const auto column = [&](const auto& of_alternative) {
    std::vector<Quantity> values;
    for (const std::size_t i : order) values.push_back(of_alternative(i));
    return values;
  };
  std::vector<std::string> ids;
  for (const std::size_t i : order) ids.push_back(robustness.utilities.ids[i]);
  features.add_text("id", std::move(ids));
  features.add_integers("rank", column([&](std::size_t i) {
                          return robustness.rank[i] == 0 ? Quantity::missing()
                                                         : Quantity(static_cast<double>(robustness.rank[i]));
                        }));
  features.add_reals("first", column([&](std::size_t i) { return Quantity(robustness.among_first(i, 1)); }));
  features.add_reals("first_five",
                     column([&](std::size_t i) { return Quantity(robustness.among_first(i, few_places)); }));
  features.add_reals("mean_rank", column([&](std::size_t i) { return Quantity(robustness.mean_rank(i)); }));
  features.add_reals("confidence", column([&](std::size_t i) { return robustness.smaa.confidence[i]; }));
  for (std::size_t k = 0; k < robustness.utilities.columns(); ++k) {
    features.add_reals("central_" + robustness.utilities.criteria[k],
                       column([&](std::size_t i) { return Quantity(central_weights(robustness, i)[k]); }));
  }
  return features;
}

ordered_json robustness_json(const RobustnessReport& report) {
  const Robustness& robustness = report.robustness;
  const decision::Smaa& smaa = robustness.smaa;
  ordered_json alternatives = ordered_json::array();
  for (std::size_t i = 0; i < smaa.alternatives; ++i) {
    ordered_json acceptability = ordered_json::array();
    for (std::size_t rank = 0; rank < smaa.alternatives; ++rank) acceptability.push_back(smaa.acceptability(i, rank));
    ordered_json central = nullptr;
    ordered_json confidence = nullptr;
    if (smaa.confidence[i].is_number()) {
      const auto weights = central_weights(robustness, i);
      central = std::vector<double>(weights.begin(), weights.end());
      confidence = smaa.confidence[i].value();
    }
    alternatives.push_back({{"id", robustness.utilities.ids[i]},
                            {"acceptability", std::move(acceptability)},
                            {"central_weight", std::move(central)},
                            {"confidence", std::move(confidence)}});
  }
  ordered_json stability = ordered_json::array();
  for (std::size_t k = 0; k < robustness.stability.size(); ++k) {
    const auto& [weight, first, order] = robustness.stability[k];
    stability.push_back({{"id", robustness.utilities.criteria[k]},
                         {"weight", weight},
                         {"first", {first.low, first.high}},
                         {"order", {order.low, order.high}}});
  }
  return {{"samples", smaa.samples},
          {"seed", robustness.options.seed},
          {"criteria", robustness.utilities.criteria},
          {"alternatives", std::move(alternatives)},
          {"stability", std::move(stability)}};
}

}  // namespace ancrage::report
