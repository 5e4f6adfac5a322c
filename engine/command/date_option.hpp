// SPDX-License-Identifier: Apache-2.0
// --date: the day of which dated rules are asked.
#pragma once

#include "ancrage/base/calendar.hpp"
#include "command/context.hpp"

#include <CLI/App.hpp>

#include <string>

namespace ancrage::command {

inline void add_date_option(CLI::App& command, std::string& date, const Context& context) {
  command.add_option("--date", date,
                     context.text("day of the aids, as 2026-01-31 (default: today, or the day of SOURCE_DATE_EPOCH)"));
}

// Throws usage when it is no day.
inline Date date_of(const std::string& option) { return option.empty() ? today() : parse_date(option, "--date"); }

}  // namespace ancrage::command
