// SPDX-License-Identifier: Apache-2.0
#include "ancrage/access/decay.hpp"

#include "ancrage/access/method.hpp"
#include "support/errors.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>
#include <string>

using namespace ancrage;
using namespace ancrage::access;

TEST_CASE("the bounds of a decay are inside") {
  const Decay steps = parse_decay("10:1,15:0.3,20:0.1");
  CHECK(steps.weight(0) == 1.0);
  CHECK(steps.weight(10) == 1.0);
  CHECK(steps.weight(std::nextafter(10.0, 11.0)) == 0.3);
  CHECK(steps.weight(15) == 0.3);
  CHECK(steps.weight(20) == 0.1);
  CHECK(steps.weight(std::nextafter(20.0, 21.0)) == 0.0);
  CHECK(steps.reach() == 20.0);
  const Decay binary = parse_decay("binary:30");
  CHECK(binary.weight(30) == 1.0);
  CHECK(binary.weight(30.5) == 0.0);
  const Decay cut = parse_decay("gaussian:20").within(25);
  CHECK(cut.weight(25) > 0);
  CHECK(cut.weight(25.01) == 0.0);
  CHECK(cut.reach() == 25.0);
}

TEST_CASE("gaussian and gravity follow their formulas") {
  CHECK(parse_decay("gaussian:20").weight(20) == Approx(std::exp(-0.5)).epsilon(1e-15));
  CHECK(parse_decay("gaussian:20").weight(0) == 1.0);
  CHECK(parse_decay("gravity:-1.5").weight(4) == Approx(0.125).epsilon(1e-15));
  CHECK(std::isinf(parse_decay("gravity:-1").weight(0)));
  CHECK(std::isinf(parse_decay("gravity:-1").reach()));
}

TEST_CASE("weights too small to divide by are none") {
  CHECK(parse_decay("gaussian:1").weight(21) > 0);
  CHECK(parse_decay("gaussian:1").weight(22) == 0.0);
}

TEST_CASE("a decay is written as it is read") {
  for (const std::string text : {"10:1,15:0.3,20:0.1", "binary:30", "gaussian:12.5", "gravity:-1"}) {
    CHECK(parse_decay(text).text() == text);
  }
  CHECK(parse_decay("apl").text() == "10:1,15:0.3,20:0.1");
  CHECK(parse_decay("apl-2012").text() == "5:1,10:0.3,15:0.1");
}

TEST_CASE("what is no decay is refused with the option and the forms there are") {
  for (const std::string text :
       {"",           "10",           "10:",      ":1",          "10:1,",     "10:1;20:0.5",
        "10:1,5:0.5", "10:1,10:0.5",  "0:1",      "-5:1",        "10:-1",     "10:nan",
        "inf:1",      "binary",       "binary:",  "binary:0",    "binary:-3", "binary:x",
        "gaussian:0", "gaussian:inf", "gravity:", "gravity:nan", "linear:3",  "10:1 ,20:0.5"}) {
    CAPTURE(text);
    const auto fault = test::fault_of([&] { parse_decay(text, "--decay"); });
    REQUIRE(fault);
    CHECK(fault->code == ErrorCode::usage);
    CHECK_THAT(fault->text, Catch::Contains("--decay") && Catch::Contains("gravity:-1"));
  }
  CHECK(test::fault_of([] { apl_decay().within(0); }));
  CHECK(test::fault_of([] { apl_decay().within(-1); }));
  CHECK(test::fault_of([] { apl_decay().within(std::nan("")); }));
}

TEST_CASE("a decay that grows with the time is told apart") {
  CHECK(parse_decay("10:0.5,20:1").grows());
  CHECK(parse_decay("gravity:1").grows());
  CHECK_FALSE(parse_decay("10:1,20:1").grows());
  CHECK_FALSE(parse_decay("gaussian:3").grows());
  CHECK_FALSE(parse_decay("gravity:-2").grows());
}

TEST_CASE("each method has its decay, which another one replaces") {
  const double none = std::numeric_limits<double>::infinity();
  CHECK(method_decay(find_method("2sfca"), "", none).text() == "binary:30");
  CHECK(method_decay(find_method("2sfca"), "", 20).text() == "binary:20");
  CHECK(method_decay(find_method("2sfca"), "gravity:-1", 20).weight(21) == 0.0);
  CHECK(method_decay(find_method("e2sfca"), "", none).text() == "10:1,20:0.68,30:0.22");
  CHECK(method_decay(find_method("e2sfca"), "", 20).weight(25) == 0.0);
  CHECK(method_decay(find_method("apl"), "", none).text() == "10:1,15:0.3,20:0.1");
  CHECK(find_method("3sfca").choice == Choice::selective);
  CHECK(test::fault_of([] { find_method("4sfca"); })->code == ErrorCode::usage);
  CHECK(test::fault_of([] { method_decay(find_method("2sfca"), "", -3); })->code == ErrorCode::usage);
}
