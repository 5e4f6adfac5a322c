// SPDX-License-Identifier: Apache-2.0
#include "ancrage/base/calendar.hpp"

#include "ancrage/base/error.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cstdint>
#include <cstdlib>

namespace ancrage {

namespace {

constexpr std::array months{translatable("January"), translatable("February"), translatable("March"),
                            translatable("April"),   translatable("May"),      translatable("June"),
                            translatable("July"),    translatable("August"),   translatable("September"),
                            translatable("October"), translatable("November"), translatable("December")};

}  // namespace

Date parse_date(std::string_view text, const std::string& where) {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  auto part = [&](std::size_t at, std::size_t length, auto& value) {
    const char* end = text.data() + at + length;
    return std::from_chars(text.data() + at, end, value).ptr == end;
  };
  const bool written =
      text.size() == 10 && text[4] == '-' && text[7] == '-' && part(0, 4, year) && part(5, 2, month) && part(8, 2, day);
  const Date date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  if (written && year > 0 && date.ok()) return date;
  throw Error(ErrorCode::usage, message("“{0}” is no date", text), where, message("write it as 2026-01-31"));
}

std::string iso_text(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::string date_text(Date date, const Language& language) {
  const std::string month = language.text(months[static_cast<unsigned>(date.month()) - 1]);
  const std::string year = std::to_string(static_cast<int>(date.year()));
  const auto day = static_cast<unsigned>(date.day());
  if (day == 1) return language.text(message("{0} 1, {1}", month, year));
  return language.text(message("{1} {0}, {2}", std::to_string(day), month, year));
}

Date today() {
  std::chrono::system_clock::time_point now = std::chrono::system_clock::now();
  if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH")) {
    const std::string_view text = epoch;
    std::int64_t seconds = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), seconds);
    constexpr std::int64_t most = 253'402'300'799;  // the end of 9999
    if (!text.empty() && read.ptr == text.data() + text.size() && seconds >= 0 && seconds <= most) {
      now = std::chrono::system_clock::time_point(std::chrono::seconds(seconds));
    }
  }
  return std::chrono::floor<std::chrono::days>(now);
}

}  // namespace ancrage
