// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/matching.hpp"

#include "ancrage/report/diagnostics.hpp"
#include "ancrage/report/text_table.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <numeric>
#include <utility>

namespace ancrage::report {

namespace {

using matching::HospitalResidents;
using matching::Intake;
using matching::Matching;
using matching::none;
using matching::Reason;
using nlohmann::ordered_json;
using Align = TextTable::Align;

const Matching& matching_of(const MatchingReport& report, MatchingMethod method) {
  return method == MatchingMethod::stable ? report.stable : report.assignment;
}

struct Totals {
  std::size_t placed = 0;
  std::size_t first_choice = 0;
  double rank_sum = 0.0;
  std::size_t blocking = 0;
};

Totals totals_of(const MatchingReport& report, const Matching& matching) {
  Totals totals;
  for (const std::uint32_t choice : matching) {
    if (choice == none) continue;
    ++totals.placed;
    totals.rank_sum += choice + 1.0;
    if (choice == 0) ++totals.first_choice;
  }
  totals.blocking = matching::blocking_pairs(report.instance, matching).size();
  return totals;
}

std::string hospital_id(const MatchingReport& report, const Matching& matching, std::size_t resident) {
  const std::uint32_t hospital = matching::hospital_of(report.instance, matching, resident);
  return hospital == none ? std::string() : report.hospitals[hospital];
}

Message refusal_message(const MatchingReport& report, const matching::Refusal& refusal) {
  const std::string& hospital = report.hospitals[refusal.hospital];
  std::vector<std::string> preferred;
  for (const std::uint32_t resident : refusal.preferred) preferred.push_back(report.residents[resident]);
  switch (refusal.reason) {
    case Reason::not_acceptable:
      return message("{0}: does not name this resident", hospital);
    case Reason::no_places:
      return message("{0}: has no place", hospital);
    case Reason::full:
      return message("{0}: full, preferred: {1}", hospital, joined_names(preferred));
    case Reason::blocking:
      break;
  }
  return message("{0}: would take this resident (blocking pair)", hospital);
}

std::string why_not(const MatchingReport& report, const Matching& matching, const Intake& intake, std::size_t resident,
                    const Language& language) {
  std::string result;
  for (const matching::Refusal& refusal : matching::refusals(report.instance, matching, intake, resident)) {
    result += (result.empty() ? "" : " ; ") + language.text(refusal_message(report, refusal));
  }
  return result;
}

std::string totals_line(const Message& label, const MatchingReport& report, const Matching& matching,
                        const Language& language) {
  const Totals totals = totals_of(report, matching);
  const Quantity mean =
      totals.placed == 0 ? Quantity::missing() : Quantity(totals.rank_sum / static_cast<double>(totals.placed));
  return language.text(message("{0}: {1} of {2} placed, {3} of them at their first choice; mean rank {4}; blocking "
                               "pairs: {5}",
                               language.text(label), totals.placed, report.residents.size(), totals.first_choice,
                               language.number(mean, 2), totals.blocking)) +
         "\n";
}

}  // namespace

std::string_view reason_key(Reason reason) {
  switch (reason) {
    case Reason::not_acceptable:
      return "not_acceptable";
    case Reason::no_places:
      return "no_places";
    case Reason::full:
      return "full";
    case Reason::blocking:
      break;
  }
  return "blocking";
}

Diagnostics matching_diagnostics(const MatchingReport& report, MatchingMethod method) {
  const HospitalResidents& instance = report.instance;
  const Matching& matching = matching_of(report, method);
  Diagnostics result;
  std::uint64_t places = 0;
  for (std::size_t h = 0; h < instance.hospitals(); ++h) places += instance.capacity(h);
  if (places < instance.residents()) {
    result.push_back(
        {Severity::note, {}, message("There are {0} places for {1} residents", places, instance.residents()), {}});
  }
  Diagnostic one_sided{Severity::note, {}, message("Residents name hospitals that do not name them"), {}};
  Diagnostic without{Severity::note, {}, message("Residents stay without a place"), {}};
  for (std::size_t r = 0; r < instance.residents(); ++r) {
    const auto standing = instance.standing(r);
    if (std::find(standing.begin(), standing.end(), none) != standing.end()) {
      one_sided.names.push_back(report.residents[r]);
    }
    if (matching[r] == none) without.names.push_back(report.residents[r]);
  }
  for (Diagnostic* diagnostic : {&one_sided, &without}) {
    if (!diagnostic->names.empty()) result.push_back(std::move(*diagnostic));
  }
  return result;
}

std::string matching_text(const MatchingReport& report, MatchingMethod method, const Language& language) {
  const Matching& matching = matching_of(report, method);
  const bool is_stable = method == MatchingMethod::stable;
  const Matching& other = matching_of(report, is_stable ? MatchingMethod::assignment : MatchingMethod::stable);
  const Intake intake(report.instance, matching);
  TextTable table({{language.text("Resident")},
                   {language.text("Hospital")},
                   {language.text("Rank"), Align::right},
                   {language.text(is_stable ? message("Assignment (rank)") : message("Stable (rank)"))},
                   {language.text("Liked better, and why not")}});
  const auto rank_text = [](std::uint32_t choice) {
    return choice == none ? std::string("–") : std::to_string(choice + 1);
  };
  for (std::size_t r = 0; r < report.residents.size(); ++r) {
    const std::string hospital = hospital_id(report, matching, r);
    const std::string other_hospital = hospital_id(report, other, r);
    table.add_row({report.residents[r], hospital.empty() ? "–" : hospital, rank_text(matching[r]),
                   other_hospital.empty() ? "–" : other_hospital + " (" + rank_text(other[r]) + ")",
                   why_not(report, matching, intake, r, language)});
  }
  std::string result = table.text() + "\n";
  result +=
      totals_line(report.optimal_for == matching::Side::residents ? message("Stable matching, best for residents")
                                                                  : message("Stable matching, best for hospitals"),
                  report, report.stable, language);
  result += totals_line(message("Assignment of the least sum of ranks"), report, report.assignment, language);
  for (const Diagnostic& diagnostic : matching_diagnostics(report, method)) {
    result += diagnostic_line(diagnostic, language) + "\n";
  }
  return result;
}

io::FeatureTable matching_features(const MatchingReport& report, MatchingMethod method) {
  const Matching& matching = matching_of(report, method);
  std::vector<std::string> hospital;
  std::vector<Quantity> rank;
  std::vector<std::string> better;
  for (std::size_t r = 0; r < report.residents.size(); ++r) {
    hospital.push_back(hospital_id(report, matching, r));
    rank.push_back(matching[r] == none ? Quantity::missing() : Quantity(matching[r] + 1.0));
    const auto choices = report.instance.choices(r);
    std::string& list = better.emplace_back();
    for (const std::uint32_t h : choices.first(std::min<std::size_t>(matching[r], choices.size()))) {
      list += (list.empty() ? "" : ">") + report.hospitals[h];
    }
  }
  io::FeatureTable table;
  table.name = "matching";
  table.resize(report.residents.size());
  table.add_text("resident", {report.residents.begin(), report.residents.end()});
  table.add_text("hospital", std::move(hospital));
  table.add_integers("rank", rank);
  table.add_text("better", std::move(better));
  return table;
}

ordered_json matching_json(const MatchingReport& report, MatchingMethod method) {
  const Matching& matching = matching_of(report, method);
  const Intake intake(report.instance, matching);
  ordered_json rows = ordered_json::array();
  for (std::size_t r = 0; r < report.residents.size(); ++r) {
    ordered_json refused = ordered_json::array();
    for (const matching::Refusal& refusal : matching::refusals(report.instance, matching, intake, r)) {
      ordered_json preferred = ordered_json::array();
      for (const std::uint32_t resident : refusal.preferred) preferred.push_back(report.residents[resident]);
      refused.push_back({{"hospital", report.hospitals[refusal.hospital]},
                         {"reason", reason_key(refusal.reason)},
                         {"preferred", std::move(preferred)}});
    }
    const bool placed = matching[r] != none;
    rows.push_back({{"resident", report.residents[r]},
                    {"hospital", placed ? ordered_json(hospital_id(report, matching, r)) : ordered_json(nullptr)},
                    {"rank", placed ? ordered_json(matching[r] + 1) : ordered_json(nullptr)},
                    {"refusals", std::move(refused)}});
  }
  return {{"matching", std::move(rows)}};
}

}  // namespace ancrage::report
