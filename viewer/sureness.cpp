// SPDX-License-Identifier: Apache-2.0
#include "viewer/sureness.hpp"

#include "ancrage/assessment/decision_input.hpp"
#include "ancrage/base/language.hpp"
#include "ancrage/report/robustness.hpp"
#include "viewer/model.hpp"
#include "viewer/state.hpp"

#include <utility>

namespace ancrage::viewer {

std::optional<SurenessKey> wanted_sureness(const State& state) {
  if (state.view != View::compare || state.board.page != ComparePage::reasons) return std::nullopt;
  SurenessKey key{state.results.version(), state.weighed, {}};
  for (const std::size_t site : state.interview.compared) {
    if (state.results.assessment().score(key.score, site).score.is_number()) key.sites.push_back(site);
  }
  return key.sites.size() < 2 ? std::nullopt : std::optional(std::move(key));
}

SurenessInput sureness_input(const State& state, const Model& model, SurenessKey key) {
  const assessment::Assessment& assessment = state.results.assessment();
  SurenessInput input;
  input.utilities = decision::with_rows(assessment::utility_table(model.territory(), assessment, key.score), key.sites);
  input.weights = assessment::score_weights(assessment, key.score);
  const auto [first, last] = assessment::criteria_of(assessment, key.score);
  for (std::size_t k = first; k < last; ++k) {
    input.labels.push_back(model.language().text(assessment.criteria[k].label));
  }
  input.key = std::move(key);
  return input;
}

Sureness sureness_of(const SurenessInput& input, const Language& language) {
  const decision::Robustness robustness = decision::robustness(input.utilities, input.weights);
  const report::RobustnessReport report{robustness, input.utilities.ids, input.labels};
  Sureness result{input.key, {}, {}};
  for (std::size_t i = 0; i < input.key.sites.size(); ++i) {
    Sureness::Site site{robustness.among_first(i, 1), {}};
    for (const Message& sentence : report::robustness_sentences(report, i)) {
      site.words += (site.words.empty() ? "" : language.tag() == "fr" ? "\u00A0; " : "; ") + language.text(sentence);
      if (site.first == 0.0) break;  // among the first five are all that are compared
    }
    result.sites.push_back(std::move(site));
  }
  result.basis = language.text(message("{0} weightings drawn, all possible ones alike, among these places (seed {1})",
                                       robustness.smaa.samples, std::to_string(robustness.options.seed)));
  return result;
}

}  // namespace ancrage::viewer
