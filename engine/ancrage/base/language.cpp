// SPDX-License-Identifier: Apache-2.0
#include "ancrage/base/language.hpp"

#include "ancrage/base/catalogues.hpp"
#include "ancrage/base/french.hpp"
#include "ancrage/base/plural_message.hpp"

#include <fmt/args.h>
#include <fmt/format.h>
#include <unicode/numberformatter.h>

#include <algorithm>
#include <array>
#include <bit>
#include <boost/locale/gnu_gettext.hpp>
#include <boost/locale/message.hpp>
#include <charconv>
#include <cmath>
#include <limits>
#include <locale>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <utility>

namespace ancrage {
namespace {

constexpr std::string_view english = "en";
constexpr std::size_t kept_formatters = 7;  // decimals 0..6; more decimals make a formatter on the spot

icu::number::LocalizedNumberFormatter number_formatter(const std::string& tag, int decimals) {
  return icu::number::NumberFormatter::withLocale(icu::Locale(tag.c_str()))
      .precision(icu::number::Precision::fixedFraction(decimals))
      .roundingMode(UNUM_ROUND_HALFUP)
      .sign(UNUM_SIGN_NEGATIVE);  // no sign on what rounds to zero
}

// Texts of the numbers written lately: a frame of the viewer writes hundreds, nearly all as in the frame before, and
// ICU takes some 2 µs for each.
class WrittenNumbers {
 public:
  template <class Write>
  std::string text(double value, int decimals, Write write) {
    const Key key{std::bit_cast<std::uint64_t>(value), decimals};
    {
      const std::lock_guard lock(guard_);
      if (const auto found = texts_.find(key); found != texts_.end()) return found->second;
    }
    std::string text = write();
    const std::lock_guard lock(guard_);
    if (texts_.size() >= most) texts_.clear();
    return texts_.try_emplace(key, std::move(text)).first->second;
  }

 private:
  static constexpr std::size_t most = 4096;
  struct Key {
    std::uint64_t bits;
    int decimals;
    bool operator==(const Key&) const = default;
  };
  struct KeyHash {
    std::size_t operator()(Key key) const {
      return (key.bits ^ key.bits >> 29) * 0x9E3779B97F4A7C15U + static_cast<unsigned>(key.decimals);
    }
  };
  std::mutex guard_;
  std::unordered_map<Key, std::string, KeyHash> texts_;
};

std::string formatted(const icu::number::LocalizedNumberFormatter& formatter, auto write) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::number::FormattedNumber number = write(formatter, status);
  std::string result;
  const icu::UnicodeString text = number.toString(status);
  if (U_FAILURE(status)) {
    throw Error(ErrorCode::internal, message("ICU could not format a number: {0}", std::string(u_errorName(status))));
  }
  text.toUTF8String(result);
  return result;
}

const Catalogue* find_catalogue(std::string_view tag) {
  const auto all = catalogues();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Catalogue& entry) { return entry.tag == tag; });
  return found == all.end() ? nullptr : &*found;
}

std::string known_tags() {
  std::string tags;
  for (const Catalogue& entry : catalogues()) tags += std::string(entry.tag) + ", ";
  return tags + std::string(english);
}

// Translations write d’{1} where French elides or contracts with the name that comes: an argument of its own takes its
// place.
void settle_french_names(std::string& pattern, std::vector<MessageArgument>& arguments) {
  constexpr std::string_view mark = "d’{";
  for (std::size_t at = pattern.find(mark); at != std::string::npos; at = pattern.find(mark, at + 1)) {
    const std::size_t digits = at + mark.size();
    const std::size_t end = pattern.find('}', digits);
    std::size_t index = arguments.size();
    std::from_chars(pattern.data() + digits, pattern.data() + std::min(end, pattern.size()), index);
    if (end == std::string::npos || index >= arguments.size()) continue;
    const auto* name = std::get_if<std::string>(&arguments[index]);
    if (name == nullptr) continue;
    pattern.replace(at, end + 1 - at, fmt::format("{{{}}}", arguments.size()));
    arguments.emplace_back(french_of(*name));
  }
}

// A locale that holds nothing but the message facet; the process's locale stays as it is.
std::locale messages_locale(const Catalogue& catalogue) {
  boost::locale::gnu_gettext::messages_info info;
  info.language = std::string(catalogue.tag);
  info.encoding = "UTF-8";
  info.domains.emplace_back("ancrage");
  info.paths.emplace_back("");
  info.callback = [bytes = catalogue.bytes](const std::string&, const std::string&) {
    return std::vector<char>(bytes.begin(), bytes.end());
  };
  return {std::locale::classic(), boost::locale::gnu_gettext::create_messages_facet<char>(info)};
}

}  // namespace

struct Language::Implementation {
  std::string tag;
  std::locale messages = std::locale::classic();
  const boost::locale::message_format<char>* translations = nullptr;  // owned by `messages`; null in English
  std::array<icu::number::LocalizedNumberFormatter, kept_formatters> formatters;
  WrittenNumbers written;

  std::string translated(const Message& message) const {
    const PluralForms forms = plural_forms(message);
    const std::optional<double> count = counted_number(message);
    const std::string& english_form = count == 1.0 ? forms.one : forms.several;
    if (translations == nullptr || forms.several.empty()) return english_form;
    const char* found = nullptr;
    if (count) {
      // Catalogues count in whole numbers: 1,5 is 1 to a rule that knows no fractions. A form that an entry has not is
      // not found.
      constexpr double most = std::numeric_limits<int>::max();
      const int whole = static_cast<int>(std::min(std::floor(std::abs(*count)), most));
      found = translations->get(0, nullptr, forms.several.c_str(), whole);
    }
    if (found == nullptr) found = translations->get(0, nullptr, forms.several.c_str());
    return found == nullptr ? english_form : found;
  }
  std::string whole(std::int64_t value) const {
    return formatted(formatters[0],
                     [=](const auto& formatter, UErrorCode& status) { return formatter.formatInt(value, status); });
  }
};

Language::Language(std::string_view tag) : implementation_(std::make_unique<Implementation>()) {
  Implementation& self = *implementation_;
  self.tag = tag;
  if (tag != english) {
    const Catalogue* catalogue = find_catalogue(tag);
    if (catalogue == nullptr) {
      throw Error(ErrorCode::usage, message("unknown language “{0}”", tag), {},
                  message("choose one of {0}", known_tags()));
    }
    self.messages = messages_locale(*catalogue);
    self.translations = &std::use_facet<boost::locale::message_format<char>>(self.messages);
  }
  for (std::size_t decimals = 0; decimals < kept_formatters; ++decimals) {
    self.formatters[decimals] = number_formatter(self.tag, static_cast<int>(decimals));
  }
}

Language::~Language() = default;
Language::Language(Language&&) noexcept = default;
Language& Language::operator=(Language&&) noexcept = default;

const std::string& Language::tag() const { return implementation_->tag; }

std::string Language::text(const Message& message) const {
  std::string pattern = implementation_->translated(message);
  std::vector<MessageArgument> values = message.arguments;
  settle_french_names(pattern, values);
  fmt::dynamic_format_arg_store<fmt::format_context> arguments;
  for (const MessageArgument& argument : values) {
    if (const auto* text = std::get_if<std::string>(&argument)) {
      arguments.push_back(*text);
    } else if (const auto* whole = std::get_if<std::int64_t>(&argument)) {
      arguments.push_back(implementation_->whole(*whole));
    } else {
      const auto& decimal = std::get<DecimalArgument>(argument);
      arguments.push_back(number(decimal.value, decimal.decimals));
    }
  }
  try {
    return fmt::vformat(pattern, arguments);
  } catch (const fmt::format_error&) {
    return pattern;
  }
}

std::string Language::text(std::string_view pattern) const { return text(Message{std::string(pattern), {}}); }

std::string Language::number(double value, int decimals) const {
  if (std::isnan(value)) return text(message("n/a"));
  const auto write = [=](const auto& formatter, UErrorCode& status) { return formatter.formatDouble(value, status); };
  const auto kept = static_cast<std::size_t>(std::max(decimals, 0));
  if (kept < kept_formatters) {
    return implementation_->written.text(value, static_cast<int>(kept),
                                         [&] { return formatted(implementation_->formatters[kept], write); });
  }
  return formatted(number_formatter(implementation_->tag, decimals), write);
}

std::string Language::number(const Quantity& value, int decimals) const {
  switch (value.state()) {
    case Quantity::State::missing:
      return text(message("n/a"));
    case Quantity::State::withheld:
      return text(message("NS"));
    case Quantity::State::number:
      break;
  }
  return number(value.value(), decimals);
}

std::string Language::text(const Error& error) const {
  std::string what = text(error.message());
  const std::string remedy = text(error.remedy());
  if (error.where().empty() && remedy.empty()) return what;
  if (remedy.empty()) return text(message("{0} ({1})", what, error.where()));
  if (error.where().empty()) return text(message("{0}: {1}", what, remedy));
  return text(message("{0} ({1}): {2}", what, error.where(), remedy));
}

std::string language_option(int argc, const char* const* argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--lang" && i + 1 < argc) return argv[i + 1];
    if (argument.starts_with("--lang=")) return std::string(argument.substr(7));
  }
  return "fr";
}

}  // namespace ancrage
