// SPDX-License-Identifier: Apache-2.0
#include "ancrage/report/diagnostics.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace ancrage::report {

namespace {

std::string_view severity_key(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      break;
  }
  return "error";
}

Message severity_label(Severity severity) {
  switch (severity) {
    case Severity::note:
      return message("note");
    case Severity::warning:
      return message("warning");
    case Severity::error:
      break;
  }
  return message("error");
}

}  // namespace

std::string joined_names(const std::vector<std::string>& names) {
  constexpr std::size_t most = 12;
  std::string result = fmt::format(
      "{}", fmt::join(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(std::min(most, names.size())), ", "));
  return names.size() > most ? result + ", …" : result;
}

std::string diagnostic_line(const Diagnostic& diagnostic, const Language& language) {
  std::string result = language.text(severity_label(diagnostic.severity)) + " · ";
  if (!diagnostic.layer.empty()) result += diagnostic.layer + " · ";
  result += language.text(diagnostic.what);
  if (!diagnostic.names.empty()) result += " (" + joined_names(diagnostic.names) + ")";
  return result;
}

nlohmann::ordered_json diagnostics_json(const Diagnostics& diagnostics, const Language& language) {
  nlohmann::ordered_json result = nlohmann::ordered_json::array();
  for (const Diagnostic& diagnostic : diagnostics) {
    result.push_back({{"severity", severity_key(diagnostic.severity)},
                      {"layer", diagnostic.layer},
                      {"message", language.text(diagnostic.what)},
                      {"names", diagnostic.names}});
  }
  return result;
}

}  // namespace ancrage::report
