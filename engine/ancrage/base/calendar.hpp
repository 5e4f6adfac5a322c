// SPDX-License-Identifier: Apache-2.0
// Days of the calendar: as options and files write them (2026-01-01), and as people read them.
#pragma once

#include "ancrage/base/language.hpp"

#include <chrono>
#include <string>
#include <string_view>

namespace ancrage {

using Date = std::chrono::year_month_day;

// "2026-01-01". Throws usage naming `where` when it is not written so or there is no such day.
Date parse_date(std::string_view text, const std::string& where);
std::string iso_text(Date date);
// "1er janvier 2026", "January 1, 2026".
std::string date_text(Date date, const Language& language);
// The day of SOURCE_DATE_EPOCH (seconds since 1970, UTC) when that is set, so that a file can be made again to the
// byte; else of the system's clock.
Date today();

}  // namespace ancrage
