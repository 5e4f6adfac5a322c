// SPDX-License-Identifier: Apache-2.0
#include "ancrage/base/language.hpp"

#include "ancrage/base/plural_message.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <limits>
#include <locale>

using ancrage::DecimalArgument;
using ancrage::Error;
using ancrage::ErrorCode;
using ancrage::Language;
using ancrage::message;
using ancrage::plural_message;
using ancrage::Quantity;

TEST_CASE("numbers have a decimal comma and narrow no-break spaces in French") {
  const Language french("fr");
  CHECK(french.number(1234567.891, 2) == "1\u202f234\u202f567,89");
  CHECK(french.number(0.5, 1) == "0,5");
  CHECK(french.number(1000) == "1\u202f000");
  CHECK(french.number(1.25, 8) == "1,25000000");
}

TEST_CASE("numbers have a decimal point and commas in English") {
  const Language english("en");
  CHECK(english.number(1234567.891, 2) == "1,234,567.89");
  CHECK(english.number(999) == "999");
}

TEST_CASE("halves round away from zero and nothing that rounds to zero has a sign") {
  const Language english("en");
  CHECK(english.number(2.5) == "3");
  CHECK(english.number(-2.5) == "-3");
  CHECK(english.number(-0.04, 1) == "0.0");
  CHECK(english.number(-0.0) == "0");
}

TEST_CASE("missing and withheld quantities are words, zero is a number") {
  const Language french("fr");
  const Language english("en");
  CHECK(french.number(Quantity::missing()) == "n.d.");
  CHECK(english.number(Quantity::missing()) == "n/a");
  CHECK(french.number(std::numeric_limits<double>::quiet_NaN()) == "n.d.");
  CHECK(french.number(Quantity::withheld(), 2) == "NS");
  CHECK(english.number(Quantity::withheld()) == "NS");
  CHECK(french.number(Quantity(0.0), 1) == "0,0");
}

TEST_CASE("a message is translated and its arguments are written in the reader's language") {
  const Language french("fr");
  const Language english("en");
  const auto greeting = message("unknown language “{0}”", "xx");
  CHECK(english.text(greeting) == "unknown language “xx”");
  CHECK(french.text(greeting) == "langue inconnue «\u202fxx\u202f»");
  const auto numbers = message("{0}: {1}", 12345, DecimalArgument{0.25, 1});
  CHECK(english.text(numbers) == "12,345: 0.3");
  CHECK(french.text(numbers) == "12\u202f345\u202f: 0,3");
}

TEST_CASE("a pattern nobody translated comes out in English with its arguments filled") {
  CHECK(Language("fr").text(message("zzz {0} zzz", 1000)) == "zzz 1\u202f000 zzz");
  CHECK(Language("fr").text("zzz {{}}") == "zzz {}");
}

TEST_CASE("the empty pattern stays empty rather than becoming the catalogue's header") {
  CHECK(Language("fr").text("").empty());
}

TEST_CASE("a pattern that its arguments do not fit comes out as it is") {
  CHECK(Language("en").text(message("{0} of {1}", 1)) == "{0} of {1}");
  CHECK(Language("en").text("{") == "{");
}

TEST_CASE("an error is one line: what, where, what to do") {
  const Language french("fr");
  const Language english("en");
  const Error whole(ErrorCode::usage, message("unknown language “{0}”", "xx"), "--lang",
                    message("choose one of {0}", "fr, en"));
  CHECK(english.text(whole) == "unknown language “xx” (--lang): choose one of fr, en");
  CHECK(french.text(whole) == "langue inconnue «\u202fxx\u202f» (--lang)\u202f: choisissez parmi fr, en");
  CHECK(french.text(Error(ErrorCode::interrupted, message("Interrupted"))) == "Interrompu");
  CHECK(french.text(Error(ErrorCode::internal, message("Interrupted"), "a.csv")) == "Interrompu (a.csv)");
  CHECK(english.text(Error(ErrorCode::internal, message("Interrupted"), {}, message("choose one of {0}", "a"))) ==
        "Interrupted: choose one of a");
}

TEST_CASE("braces in an argument are text, not a placeholder") {
  CHECK(Language("en").text(message("{0} ({1})", "{1}", "{0}")) == "{1} ({0})");
}

TEST_CASE("a language without catalogue is a usage error that names the choices") {
  try {
    Language("tlh");
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::usage);
    CHECK(std::string(error.what()) == "unknown language “tlh”: choose one of fr, en");
  }
  CHECK_THROWS_AS(Language(""), Error);
}

TEST_CASE("a language leaves the process's locale alone") {
  const std::locale before;
  const Language french("fr");
  CHECK(french.number(1.5, 1) == "1,5");
  CHECK(std::locale() == before);
}

TEST_CASE("the language option is found before options are parsed") {
  const std::array<const char*, 4> apart{"ancrage", "--lang", "en", "rank"};
  const std::array<const char*, 2> joined{"ancrage", "--lang=en"};
  const std::array<const char*, 2> cut{"ancrage", "--lang"};
  CHECK(ancrage::language_option(4, apart.data()) == "en");
  CHECK(ancrage::language_option(2, joined.data()) == "en");
  CHECK(ancrage::language_option(2, cut.data()) == "fr");
}

TEST_CASE("a number chooses its form as the language counts") {
  const Language french("fr");
  const Language english("en");
  const auto lead = [](double points) {
    return plural_message("{1} stands before {2} by {0} point.", "{1} stands before {2} by {0} points.",
                          DecimalArgument{points, 1}, "A", "B");
  };
  CHECK(english.text(lead(1.0)) == "A stands before B by 1.0 point.");
  CHECK(english.text(lead(1.04)) == "A stands before B by 1.0 point.");
  CHECK(english.text(lead(1.5)) == "A stands before B by 1.5 points.");
  CHECK(english.text(lead(0.5)) == "A stands before B by 0.5 points.");
  CHECK(french.text(lead(1.5)) == "A devance B de 1,5 point.");
  CHECK(french.text(lead(0.0)) == "A devance B de 0,0 point.");
  CHECK(french.text(lead(2.0)) == "A devance B de 2,0 points.");
}

TEST_CASE("forms that nobody translated are chosen in English, in errors too") {
  const auto sheep = [](int count) { return plural_message("zzz {0} sheep is", "zzz {0} sheep are", count); };
  CHECK(Language("fr").text(sheep(1)) == "zzz 1 sheep is");
  CHECK(Language("fr").text(sheep(1000)) == "zzz 1\u202f000 sheep are");
  CHECK(ancrage::english_text(sheep(1)) == "zzz 1 sheep is");
  CHECK(std::string(Error(ErrorCode::internal, sheep(0)).what()) == "zzz 0 sheep are");
}
