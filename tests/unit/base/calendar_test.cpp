// SPDX-License-Identifier: Apache-2.0
#include "ancrage/base/calendar.hpp"

#include "support/errors.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>

using namespace ancrage;

TEST_CASE("a date is read as written, and a day that does not exist is refused") {
  REQUIRE(iso_text(parse_date("2025-12-31", "--date")) == "2025-12-31");
  REQUIRE(iso_text(parse_date("2028-02-29", "--date")) == "2028-02-29");
  for (const char* wrong : {"", "2026", "2026-2-1", "31/12/2025", "2026-02-29", "2026-13-01", "2026-00-10",
                            "2026-01-32", "-026-01-01", "2026-01-0a", "2026-01-011"}) {
    CAPTURE(wrong);
    const auto fault = test::fault_of([&] { parse_date(wrong, "--date"); });
    REQUIRE(fault);
    REQUIRE(fault->code == ErrorCode::usage);
    REQUIRE(fault->text.find("--date") != std::string::npos);
  }
}

TEST_CASE("a date is written as its reader does, the first of a month too") {
  const Date new_year = parse_date("2026-01-01", "");
  const Date christmas = parse_date("2025-12-25", "");
  REQUIRE(date_text(new_year, Language("fr")) == "1er janvier 2026");
  REQUIRE(date_text(christmas, Language("fr")) == "25 décembre 2025");
  REQUIRE(date_text(new_year, Language("en")) == "January 1, 2026");
  REQUIRE(date_text(christmas, Language("en")) == "December 25, 2025");
}

TEST_CASE("today is the day of SOURCE_DATE_EPOCH when that is set") {
  ::setenv("SOURCE_DATE_EPOCH", "1767225599", 1);
  REQUIRE(iso_text(today()) == "2025-12-31");
  ::setenv("SOURCE_DATE_EPOCH", "1767225600", 1);
  REQUIRE(iso_text(today()) == "2026-01-01");
  ::setenv("SOURCE_DATE_EPOCH", "soon", 1);
  REQUIRE(today().ok());
  ::unsetenv("SOURCE_DATE_EPOCH");
}
