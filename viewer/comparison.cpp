// SPDX-License-Identifier: Apache-2.0
#include "viewer/comparison.hpp"

#include "ancrage/assessment/decision_input.hpp"
#include "ancrage/decision/stability.hpp"
#include "viewer/model.hpp"
#include "viewer/results.hpp"

#include <algorithm>
#include <cmath>

namespace ancrage::viewer {
namespace {

using assessment::Assessment;
using assessment::Score;

constexpr double alike = 1e-9;
constexpr double least_points = 0.5;       // of a criterion worth naming
constexpr std::size_t most_reasons = 2;    // on each side
constexpr std::size_t most_weight_changes = 2;

std::vector<bool> best_of(const std::vector<std::optional<double>>& values) {
  double least = INFINITY;
  double most = -INFINITY;
  std::size_t known = 0;
  for (const auto& value : values) {
    if (!value) continue;
    ++known;
    least = std::min(least, *value);
    most = std::max(most, *value);
  }
  std::vector<bool> best(values.size(), false);
  if (known < 2 || most - least <= alike) return best;
  for (std::size_t i = 0; i < values.size(); ++i) best[i] = values[i] && most - *values[i] <= alike;
  return best;
}

class SeparationWriter {
 public:
  SeparationWriter(const Model& model, const Assessment& assessment, Score score)
      : model_(model),
        assessment_(assessment),
        score_(score),
        utilities_(assessment::utility_table(model.territory(), assessment, score)),
        weights_(assessment::score_weights(assessment, score)),
        columns_(assessment::criteria_of(assessment, score)) {}

  Separation write(std::size_t ahead, std::size_t behind) const {
    return {who(ahead, behind), because(ahead, behind), otherwise(ahead, behind)};
  }

 private:
  const Language& language() const { return model_.language(); }
  const std::string& name(std::size_t site) const { return model_.territory().sites.name[site]; }
  std::string label(std::size_t criterion) const { return language().text(assessment_.criteria[criterion].label); }

  std::string who(std::size_t ahead, std::size_t behind) const {
    const double first = assessment_.score(score_, ahead).score.value();
    const double second = assessment_.score(score_, behind).score.value();
    if (std::abs(first - second) <= alike) {
      return language().text(message("{0} and {1} are level ({2} points).", name(ahead), name(behind),
                                     DecimalArgument{first, 0}));
    }
    return language().text(message("{0} stands before {1}: {2} points against {3}.", name(ahead), name(behind),
                                   DecimalArgument{first, 0}, DecimalArgument{second, 0}));
  }

  // "“Hospital” (+8), “Station” (+3)"
  std::string reasons(std::size_t site, std::size_t other) const {
    std::vector<std::pair<double, std::size_t>> gains;
    for (std::size_t k = columns_.first; k < columns_.second; ++k) {
      const double gain = assessment_.at(site, k).contribution - assessment_.at(other, k).contribution;
      if (gain >= least_points) gains.emplace_back(gain, k);
    }
    std::stable_sort(gains.begin(), gains.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    if (gains.size() > most_reasons) gains.resize(most_reasons);
    std::string text;
    for (const auto& [gain, k] : gains) {
      text += (text.empty() ? "" : ", ") +
              language().text(message("“{0}” (+{1})", label(k), DecimalArgument{gain, gain < 9.95 ? 1 : 0}));
    }
    return text;
  }

  std::string because(std::size_t ahead, std::size_t behind) const {
    const std::string for_first = reasons(ahead, behind);
    const std::string for_second = reasons(behind, ahead);
    std::string text;
    if (!for_first.empty()) text = language().text(message("For {0}: {1}.", name(ahead), for_first));
    if (!for_second.empty()) {
      text += (text.empty() ? "" : " ") + language().text(message("For {0}: {1}.", name(behind), for_second));
    }
    return text;
  }

  std::string otherwise(std::size_t ahead, std::size_t behind) const {
    const auto changes = decision::weight_changes(utilities_, weights_, ahead, behind);
    if (changes.empty()) {
      return language().text(message("No change of one weight alone puts {0} before.", name(behind)));
    }
    std::string text;
    for (std::size_t i = 0; i < std::min(changes.size(), most_weight_changes); ++i) {
      const auto& change = changes[i];
      const std::string criterion = label(columns_.first + change.criterion);
      const DecimalArgument to{100 * change.to, 0};
      const DecimalArgument from{100 * change.from, 0};
      const Message words = change.to > change.from
                                ? message("“{0}” weighed more than {1} % (now {2} %)", criterion, to, from)
                                : message("“{0}” weighed less than {1} % (now {2} %)", criterion, to, from);
      const std::string next = language().text(words);
      text = text.empty() ? next : language().text(message("{0}, or if {1}", text, next));
    }
    return language().text(message("{0} would pass if {1}.", name(behind), text));
  }

  const Model& model_;
  const Assessment& assessment_;
  Score score_;
  decision::DecisionTable utilities_;
  std::vector<double> weights_;
  std::pair<std::size_t, std::size_t> columns_;
};

}  // namespace

std::vector<bool> best_of(const Assessment& assessment, std::span<const std::size_t> sites, std::size_t criterion) {
  std::vector<std::optional<double>> values;
  for (const std::size_t site : sites) {
    const auto& part = assessment.at(site, criterion);
    values.push_back(part.value.is_number() ? std::optional(part.utility) : std::nullopt);
  }
  return best_of(values);
}

std::vector<bool> best_of(const Assessment& assessment, std::span<const std::size_t> sites, Score score) {
  std::vector<std::optional<double>> values;
  for (const std::size_t site : sites) {
    const Quantity value = assessment.score(score, site).score;
    values.push_back(value.is_number() ? std::optional(value.value()) : std::nullopt);
  }
  return best_of(values);
}

const std::vector<Separation>& Comparison::separations(const Model& model, const Results& results,
                                                       std::span<const std::size_t> sites, Score score) const {
  const Key key{results.version(), {sites.begin(), sites.end()}, score};
  if (key_ == key) return separations_;
  key_ = key;
  separations_.clear();
  const Assessment& assessment = results.assessment();
  std::vector<std::size_t> order;
  for (const std::size_t site : sites) {
    if (assessment.score(score, site).score.is_number()) order.push_back(site);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return assessment.score(score, a).rank < assessment.score(score, b).rank;
  });
  if (order.size() < 2) return separations_;
  const SeparationWriter writer(model, assessment, score);
  for (std::size_t i = 1; i < order.size(); ++i) separations_.push_back(writer.write(order[i - 1], order[i]));
  return separations_;
}

}  // namespace ancrage::viewer
