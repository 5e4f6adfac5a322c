// SPDX-License-Identifier: Apache-2.0
#include "ancrage/assessment/applicants.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/base/text.hpp"
#include "ancrage/io/plain_cells.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <map>
#include <system_error>

namespace ancrage::assessment {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 7> known_columns{"id",      "profile", "within",  "limits",
                                                        "partner", "group",   "priority"};

// What a cell is blamed for.
std::string origin_of(const io::DelimitedTable& table, std::string_view column, std::string_view id) {
  return fmt::format("{}, {}, {}", table.source, column, id);
}

// Profiles of the cells, each file read once.
class ProfileReader {
 public:
  ProfileReader(const io::DelimitedTable& table, const std::string& territory_path)
      : table_(table), folder_(fs::path(table.source).parent_path()), territory_path_(territory_path) {}

  const Profile& of(std::string_view words, std::string_view id) {
    const auto kept = kept_.find(words);
    if (kept != kept_.end()) return kept->second;
    return kept_.emplace(words, words.empty() ? Profile{} : read_profile(path_of(words, id))).first->second;
  }

 private:
  std::string path_of(std::string_view words, std::string_view id) const {
    std::error_code failed;
    const fs::path beside = folder_ / fs::path(words);
    if (fs::is_regular_file(beside, failed)) return beside.string();
    try {
      return find_profile(territory_path_, words);
    } catch (const Error& error) {
      throw Error(ErrorCode::wrong_input, error.message(), origin_of(table_, "profile", id), error.remedy());
    }
  }

  const io::DelimitedTable& table_;
  fs::path folder_;
  const std::string& territory_path_;
  std::map<std::string, Profile, std::less<>> kept_;
};

Limit parse_cell(std::string_view column, const std::string& text, const std::string& origin) {
  try {
    Limit limit = column == "within" ? parse_place_limit(LimitKind::within, text) : parse_limit(text);
    limit.origin = origin;
    return limit;
  } catch (const Error& error) {
    throw Error(ErrorCode::wrong_input, error.message(), origin, error.remedy());
  }
}

void add_limits(const io::DelimitedTable& table, std::size_t row, Applicant& applicant) {
  std::vector<Limit> given;
  for (const std::string_view column : {"within", "limits"}) {
    const std::string origin = origin_of(table, column, applicant.id);
    for (const std::string& text : io::parts_of(io::cell_of(table, row, io::find_column(table, column)), ';')) {
      Limit limit = parse_cell(column, text, origin);
      for (const Limit& other : given) {
        if (same_subject(other, limit)) {
          throw Error(ErrorCode::wrong_input, message("One thing is limited twice"), origin,
                      message("keep one of them"));
        }
      }
      given.push_back(limit);
    }
  }
  for (Limit& limit : given) set_limit(applicant.profile.limits, std::move(limit));
}

std::uint32_t parse_priority(const io::DelimitedTable& table, std::size_t row, std::string_view cell) {
  if (cell.empty()) return no_priority;
  std::uint32_t value = 0;
  const auto [end, fault] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (fault != std::errc{} || end != cell.data() + cell.size() || value == 0 || value == no_priority) {
    io::fail_in_column(table.source, "priority", message("Row {0} holds “{1}”, which is no priority", row + 1, cell),
              message("write 1 for those who come first, then 2, 3 …, or nothing"));
  }
  return value;
}

// Sets the partners, from the ids in the cells.
void link_partners(const io::DelimitedTable& table, const std::vector<std::string>& ids,
                   std::vector<Applicant>& applicants) {
  const auto column = io::find_column(table, "partner");
  for (std::size_t row = 0; row < ids.size(); ++row) {
    const std::string_view wanted = io::cell_of(table, row, column);
    if (wanted.empty()) continue;
    const auto found = std::find(ids.begin(), ids.end(), wanted);
    if (found == ids.end()) {
      io::fail_in_column(table.source, "partner",
                message("Row {0} has the partner “{1}”, who is not in the table", row + 1, wanted),
                message("nearest: {0}", fmt::format("{}", fmt::join(nearest_texts(wanted, ids), ", "))));
    }
    applicants[row].partner = static_cast<std::size_t>(found - ids.begin());
    if (*applicants[row].partner == row) {
      io::fail_in_column(table.source, "partner", message("Row {0} is its own partner", row + 1),
                message("name the other doctor of the couple, or nobody"));
    }
  }
  for (std::size_t row = 0; row < ids.size(); ++row) {
    if (!applicants[row].partner || applicants[*applicants[row].partner].partner == row) continue;
    io::fail_in_column(table.source, "partner",
              message("“{0}” has the partner “{1}”, who does not name “{0}”", ids[row], ids[*applicants[row].partner]),
              message("let both doctors of a couple name each other"));
  }
}

Diagnostics unknown_columns(const io::DelimitedTable& table) {
  Diagnostic unknown{Severity::warning, {}, message("Columns of the applicants that mean nothing here"), {}};
  for (const std::string& label : table.header) {
    if (std::find(known_columns.begin(), known_columns.end(), label) == known_columns.end()) {
      unknown.names.push_back(label);
    }
  }
  return unknown.names.empty() ? Diagnostics{} : Diagnostics{std::move(unknown)};
}

}  // namespace

Applicants read_applicants(const std::string& path, const std::string& territory_path) {
  const io::DelimitedTable table = io::read_delimited(path);
  const std::vector<std::string> ids = io::unique_ids(table, table.column("id"));
  ProfileReader profiles(table, territory_path);
  Applicants result{{}, unknown_columns(table)};
  for (std::size_t row = 0; row < ids.size(); ++row) {
    Applicant applicant{.id = ids[row]};
    applicant.profile = profiles.of(io::cell_of(table, row, io::find_column(table, "profile")), applicant.id);
    add_limits(table, row, applicant);
    applicant.group = io::cell_of(table, row, io::find_column(table, "group"));
    applicant.priority = parse_priority(table, row, io::cell_of(table, row, io::find_column(table, "priority")));
    result.list.push_back(std::move(applicant));
  }
  link_partners(table, ids, result.list);
  return result;
}

}  // namespace ancrage::assessment
