// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/reasons.hpp"

#include "ancrage/assessment/decision_input.hpp"
#include "ancrage/base/plural_message.hpp"
#include "ancrage/report/limits.hpp"
#include "ancrage/report/site_report.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace ancrage::report {

namespace {

using assessment::Assessment;
using assessment::Score;
using nlohmann::ordered_json;
using territory::Territory;

// Points that are not worth a sentence.
constexpr double least_points = 0.05;

// A criterion and the points that it brings, costs, or separates two sites by.
struct Part {
  std::size_t criterion;
  double points;
  double most;  // that it could bring
};

void keep_largest(std::vector<Part>& parts) {
  std::erase_if(parts, [](const Part& part) { return !(part.points >= least_points); });
  std::stable_sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.points > b.points; });
}

// Points that each criterion with a value can bring at the site: its part of the weight that rests on values.
std::vector<Part> possible_points(const Assessment& assessment, Score which, std::size_t site) {
  const auto [first, last] = assessment::criteria_of(assessment, which);
  double whole = 0.0;
  for (std::size_t k = first; k < last; ++k) {
    if (assessment.at(site, k).value.is_number()) whole += assessment.criteria[k].weight;
  }
  std::vector<Part> parts;
  for (std::size_t k = first; k < last && whole > 0; ++k) {
    if (!assessment.at(site, k).value.is_number()) continue;
    parts.push_back({k, 0.0, 100 * assessment.criteria[k].weight / whole});
  }
  return parts;
}

// The second of two parts deserves its own words when it weighs at least half of the first.
bool has_second(const std::vector<Part>& parts) { return parts.size() > 1 && parts[1].points >= 0.5 * parts[0].points; }

DecimalArgument points(double value) { return {value, 1}; }

// A difference of scores that is not shown as 0.
DecimalArgument difference(double gap) {
  constexpr int most = 4;
  int decimals = 1;
  while (decimals < most && gap * std::pow(10.0, decimals) < 0.5) ++decimals;
  return {gap, decimals};
}

// A threshold beside the value that it is to be passed from: rounded away from it, so that what is shown does it, and
// with as many decimals as it takes to tell them apart and to stay inside.
struct Threshold {
  DecimalArgument to;
  DecimalArgument from;
};
Threshold threshold(double from, double to, int decimals, decision::Interval inside) {
  constexpr int more = 3;
  constexpr double slack = 1e-9;  // of a last decimal, for what is a round number but for its last bit
  double shown = to;
  for (const int last = decimals + more; decimals < last; ++decimals) {
    const double scale = std::pow(10.0, decimals);
    shown = (to > from ? std::ceil(to * scale - slack) : std::floor(to * scale + slack)) / scale;
    if (shown != std::round(from * scale) / scale && shown > inside.low && shown < inside.high) break;
  }
  return {{shown, decimals}, {from, decimals}};
}

class Words {
 public:
  Words(const Assessment& assessment, const Language& language) : assessment_(assessment), language_(language) {}

  std::string label(std::size_t k) const { return language_.text(assessment_.criteria[k].label); }
  int decimals(std::size_t k) const { return assessment_.criteria[k].decimals; }
  std::string value(std::size_t k, std::size_t site) const {
    return value_text(assessment_.criteria[k], assessment_.at(site, k).value, language_);
  }
  // A raw value with so many decimals, no estimate.
  std::string value(std::size_t k, const DecimalArgument& value) const {
    assessment::Criterion criterion = assessment_.criteria[k];
    criterion.decimals = value.decimals;
    criterion.estimate = false;
    return value_text(criterion, value.value, language_);
  }
  template <class... Arguments>
  std::string say(std::string_view pattern, Arguments&&... arguments) const {
    return language_.text(Message{std::string(pattern), {message_argument(std::forward<Arguments>(arguments))...}});
  }

 private:
  const Assessment& assessment_;
  const Language& language_;
};

std::string most_sentence(const Words& words, const std::vector<Part>& parts, double score, std::size_t site) {
  const Part& first = parts[0];
  if (!has_second(parts)) {
    return words.say(translatable("“{0}” counts most ({1}): {2} of the {3} points."), words.label(first.criterion),
                     words.value(first.criterion, site), points(first.points), points(score));
  }
  const Part& second = parts[1];
  return words.say(translatable("“{0}” counts most ({1}): {2} of the {3} points; then “{4}” ({5}): {6}."),
                   words.label(first.criterion), words.value(first.criterion, site), points(first.points),
                   points(score), words.label(second.criterion), words.value(second.criterion, site),
                   points(second.points));
}

std::string cost_sentence(const Words& words, const std::vector<Part>& parts, std::size_t site) {
  const Part& first = parts[0];
  if (!has_second(parts)) {
    return words.say(translatable("“{0}” holds it back most ({1}): {2} of {3} possible points lost."),
                     words.label(first.criterion), words.value(first.criterion, site), points(first.points),
                     points(first.most));
  }
  const Part& second = parts[1];
  return words.say(
      translatable("“{0}” holds it back most ({1}): {2} of {3} possible points lost; then “{4}” ({5}): {6} of {7}."),
      words.label(first.criterion), words.value(first.criterion, site), points(first.points), points(first.most),
      words.label(second.criterion), words.value(second.criterion, site), points(second.points), points(second.most));
}

// What speaks for one site against another, the largest first.
std::vector<Part> advantages(const Assessment& assessment, Score which, std::size_t site, std::size_t other) {
  std::vector<Part> parts;
  const auto [first, last] = assessment::criteria_of(assessment, which);
  for (std::size_t k = first; k < last; ++k) {
    parts.push_back({k, assessment.at(site, k).contribution - assessment.at(other, k).contribution, 0.0});
  }
  keep_largest(parts);
  return parts;
}

std::string weight_sentence(const Words& words, const PassingChanges& changes, const std::string& behind) {
  if (changes.weights.empty()) return words.say(translatable("No weight alone would let {0} pass."), behind);
  const auto& [k, from, to] = changes.weights.front();
  if (from == to) return {};
  const auto [share, now] = threshold(100 * from, 100 * to, 0, {0.0, 100.0});
  return to > from ? words.say(translatable("{0} would pass if “{1}” weighed more than {2} % instead of {3} %."),
                               behind, words.label(k), share, now)
                   : words.say(translatable("{0} would pass if “{1}” weighed less than {2} % instead of {3} %."),
                               behind, words.label(k), share, now);
}

std::string fact_sentence(const Words& words, const PassingChanges& changes, const std::string& behind) {
  if (changes.facts.empty()) return words.say(translatable("No fact alone would let {0} pass."), behind);
  const auto& change = changes.facts.front();
  if (change.from == change.to) return {};
  constexpr double infinity = std::numeric_limits<double>::infinity();
  const auto [shown, now] = threshold(change.from, change.to, words.decimals(change.criterion),
                                      {change.to > 0.0 ? 0.0 : -infinity, infinity});
  const std::string to = words.value(change.criterion, shown);
  const std::string from = words.value(change.criterion, now);
  return change.to > change.from ? words.say(translatable("{0} would pass with “{1}” above {2} instead of {3}."),
                                             behind, words.label(change.criterion), to, from)
                                 : words.say(translatable("{0} would pass with “{1}” below {2} instead of {3}."),
                                             behind, words.label(change.criterion), to, from);
}

ordered_json changes_json(const Assessment& assessment, const auto& changes) {
  ordered_json result = ordered_json::array();
  for (const auto& change : changes) {
    result.push_back({{"id", assessment.criteria[change.criterion].id}, {"from", change.from}, {"to", change.to}});
  }
  return result;
}

}  // namespace

std::vector<std::string> site_reasons(const Assessment& assessment, Score which, std::size_t site,
                                      const Language& language) {
  const Quantity score = assessment.score(which, site).score;
  std::vector<std::string> sentences;
  if (!score.is_number()) return sentences;
  std::vector<Part> brings = possible_points(assessment, which, site);
  std::vector<Part> costs = brings;
  for (Part& part : brings) part.points = assessment.at(site, part.criterion).contribution;
  for (Part& part : costs) part.points = part.most - assessment.at(site, part.criterion).contribution;
  keep_largest(brings);
  keep_largest(costs);
  const Words words(assessment, language);
  if (!brings.empty()) sentences.push_back(most_sentence(words, brings, score.value(), site));
  if (!costs.empty()) sentences.push_back(cost_sentence(words, costs, site));
  return sentences;
}

PassingChanges passing_changes(const Territory& territory, const Assessment& assessment, Score which, std::size_t site,
                               std::size_t other) {
  PassingChanges changes{site, other, {}, {}};
  const Quantity mine = assessment.score(which, site).score;
  const Quantity theirs = assessment.score(which, other).score;
  if (!mine.is_number() || !theirs.is_number() || mine.value() == theirs.value()) return changes;
  if (theirs.value() > mine.value()) std::swap(changes.ahead, changes.behind);
  const auto [first, last] = assessment::criteria_of(assessment, which);
  const std::vector<double> weights = assessment::score_weights(assessment, which);
  changes.weights = decision::weight_changes(assessment::utility_table(territory, assessment, which), weights,
                                             changes.ahead, changes.behind);
  std::vector<Quantity> raw;
  for (std::size_t k = first; k < last; ++k) raw.push_back(assessment.at(changes.behind, k).value);
  changes.facts = decision::fact_changes(raw, assessment::value_functions(assessment, which), weights,
                                         std::max(mine.value(), theirs.value()));
  for (auto& change : changes.weights) change.criterion += first;
  for (auto& change : changes.facts) change.criterion += first;
  return changes;
}

std::vector<std::string> VersusReasons::all() const {
  std::vector<std::string> sentences{lead};
  sentences.insert(sentences.end(), because.begin(), because.end());
  for (const std::string* sentence : {&weight, &fact}) {
    if (!sentence->empty()) sentences.push_back(*sentence);
  }
  sentences.insert(sentences.end(), out.begin(), out.end());
  return sentences;
}

VersusReasons versus_reasons(const Territory& territory, const Assessment& assessment, Score which, std::size_t site,
                             std::size_t other, const Language& language) {
  const Words words(assessment, language);
  const auto& names = territory.sites.name;
  VersusReasons reasons;
  for (const std::size_t one : {site, other}) {
    const std::string why = exclusion_text(assessment, one, language);
    if (!why.empty()) reasons.out.push_back(words.say(translatable("{0} has no rank: {1}."), names[one], why));
  }
  const Quantity mine = assessment.score(which, site).score;
  const Quantity theirs = assessment.score(which, other).score;
  if (!mine.is_number() || !theirs.is_number()) {
    reasons.lead = words.say(translatable("There is nothing to compare: {0} has no score."),
                             names[mine.is_number() ? other : site]);
    return reasons;
  }
  if (mine.value() == theirs.value()) {
    reasons.lead = words.say(translatable("{0} and {1} have the same score."), names[site], names[other]);
    return reasons;
  }
  const PassingChanges changes = passing_changes(territory, assessment, which, site, other);
  const std::string& behind = names[changes.behind];
  const double gap = std::abs(mine.value() - theirs.value());
  reasons.lead =
      language.text(plural_message("{1} stands before {2} by {0} point.", "{1} stands before {2} by {0} points.",
                                   difference(gap), names[changes.ahead], behind));
  for (const auto& [better, worse] :
       {std::pair(changes.ahead, changes.behind), std::pair(changes.behind, changes.ahead)}) {
    const std::vector<Part> parts = advantages(assessment, which, better, worse);
    if (parts.empty()) continue;
    const std::size_t k = parts.front().criterion;
    reasons.because.push_back(language.text(
        plural_message("In favour of {1}, above all “{2}”: {3} against {4} ({0} point).",
                       "In favour of {1}, above all “{2}”: {3} against {4} ({0} points).", points(parts.front().points),
                       names[better], words.label(k), words.value(k, better), words.value(k, worse))));
  }
  reasons.weight = weight_sentence(words, changes, behind);
  reasons.fact = fact_sentence(words, changes, behind);
  return reasons;
}

ordered_json reasons_json(const Assessment& assessment, std::size_t site, const Language& language) {
  ordered_json result = ordered_json::object();
  for (const Score which : {Score::need, Score::attractiveness}) {
    result[std::string(assessment::score_key(which))] = site_reasons(assessment, which, site, language);
  }
  return result;
}

ordered_json versus_reasons_json(const Territory& territory, const Assessment& assessment, Score which,
                                 std::size_t site, std::size_t other, const Language& language) {
  const PassingChanges changes = passing_changes(territory, assessment, which, site, other);
  return {{"sentences", versus_reasons(territory, assessment, which, site, other, language).all()},
          {"weight_changes", changes_json(assessment, changes.weights)},
          {"fact_changes", changes_json(assessment, changes.facts)}};
}

}  // namespace ancrage::report
