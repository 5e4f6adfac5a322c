// SPDX-License-Identifier: Apache-2.0
#include "ancrage/access/scenario.hpp"

#include "ancrage/base/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace ancrage::access {

namespace {

std::optional<double> number(std::string_view text) {
  double value = 0.0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

constexpr std::array<std::string_view, change_keys.size()> option_forms{
    "--retire 65@2030",          "--remove 30132 | 30132:5400", "--close 300017191 | 300017191:2",
    "--move 30007>30130[:5400]", "--add 30132 | 30132:5400",    "--open 30130 | 30130:3"};

// Faults of an option's text.
class OptionText {
 public:
  OptionText(ChangeKind kind, std::string_view text)
      : form_(option_forms[static_cast<std::size_t>(kind)]),
        origin_(fmt::format("--{} {}", change_key(kind), text)),
        rest_(text) {}

  const std::string& origin() const { return origin_; }

  // Takes ":number" from the end.
  std::optional<double> take_number() {
    const std::size_t colon = rest_.rfind(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const auto value = number(rest_.substr(colon + 1));
    if (!value || !(*value > 0)) fail(message("“{0}” is no number above 0", rest_.substr(colon + 1)));
    rest_ = rest_.substr(0, colon);
    return value;
  }
  // Takes what stands before the separator; the whole text must have one.
  std::string_view take_until(char separator) {
    const std::size_t at = rest_.find(separator);
    if (at == std::string_view::npos) fail(message("“{0}” is missing", std::string(1, separator)));
    const std::string_view before = rest_.substr(0, at);
    rest_ = rest_.substr(at + 1);
    return before;
  }
  std::string place(std::string_view text) const {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    if (text.empty()) fail(message("A place is missing"));
    return std::string(text);
  }
  std::string_view rest() const { return rest_; }

  [[noreturn]] void fail(Message what) const {
    throw Error(ErrorCode::usage, std::move(what), origin_, message("write {0}", form_));
  }

 private:
  std::string_view form_;
  std::string origin_;
  std::string_view rest_;
};

}  // namespace

std::string_view change_key(ChangeKind kind) { return change_keys[static_cast<std::size_t>(kind)]; }

Change parse_change(ChangeKind kind, std::string_view text) {
  OptionText option(kind, text);
  Change change{.kind = kind, .origin = option.origin()};
  if (kind == ChangeKind::retire) {
    const auto age = number(option.take_until('@'));
    const auto year = number(option.rest());
    if (!age || !(*age > 0 && *age <= 120)) option.fail(message("The age must lie above 0 and not above 120"));
    if (!year || *year != std::floor(*year) || *year < 1900 || *year > 2200) {
      option.fail(message("The year must lie between {0} and {1}", "1900", "2200"));
    }
    change.age = *age;
    change.year = static_cast<int>(*year);
    return change;
  }
  const bool of_a_pole = kind == ChangeKind::close || kind == ChangeKind::open;
  (of_a_pole ? change.gps : change.acts) = option.take_number();
  if (kind == ChangeKind::move) {
    change.place = option.place(option.take_until('>'));
    change.to = option.place(option.rest());
  } else {
    change.place = option.place(option.rest());
  }
  return change;
}

void settle(Scenario& scenario) {
  if (!(scenario.time_factor > 0 && scenario.time_factor <= 10)) {
    throw Error(ErrorCode::usage, message("The factor on times must lie above 0 and not above 10"), "--time-factor",
                message("write 1.15 for 15 % longer"));
  }
  std::stable_sort(scenario.changes.begin(), scenario.changes.end(),
                   [](const Change& a, const Change& b) { return a.kind < b.kind; });
}

}  // namespace ancrage::access
