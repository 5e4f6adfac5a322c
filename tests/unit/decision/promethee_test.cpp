// SPDX-License-Identifier: Apache-2.0
#include "ancrage/decision/promethee.hpp"

#include "support/decision_tables.hpp"
#include "support/errors.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cmath>

using namespace ancrage;
using namespace ancrage::decision;
using namespace ancrage::test;

TEST_CASE("PROMETHEE II gives the net flows of Papathanasiou & Ploskas 2018 (METHODS section 3)") {
  const auto table = decision_table({{8.0, 7.0, 2.0, 1.0},
                                     {5.0, 3.0, 7.0, 5.0},
                                     {7.0, 5.0, 6.0, 4.0},
                                     {9.0, 9.0, 7.0, 3.0},
                                     {11.0, 10.0, 3.0, 7.0},
                                     {6.0, 9.0, 5.0, 4.0}});
  const std::vector<Preference> linear(4, {.shape = PreferenceShape::linear, .q = 1.0, .p = 2.0});
  const Flows flows = promethee2(table, std::array{0.4, 0.3, 0.1, 0.2}, linear);
  const std::array published{-0.26, -0.52, -0.22, 0.36, 0.70, -0.06};
  for (std::size_t i = 0; i < published.size(); ++i) CHECK(flows.net(i) == Approx(published[i]).margin(1e-12));
}

TEST_CASE("each preference function at its thresholds") {
  const auto degree = [](PreferenceShape shape, double difference) {
    return Preference{shape, 2.0, 6.0, 3.0}.degree(difference);
  };
  using enum PreferenceShape;
  for (const auto shape : {usual, u_shape, v_shape, level, linear, gaussian}) {
    CHECK(degree(shape, 0.0) == 0.0);
    CHECK(degree(shape, -5.0) == 0.0);
    CHECK(degree(shape, std::nan("")) == 0.0);
    CHECK(degree(shape, 1e6) == 1.0);
  }
  CHECK(degree(usual, 1e-9) == 1.0);
  CHECK(degree(u_shape, 2.0) == 0.0);
  CHECK(degree(u_shape, 2.1) == 1.0);
  CHECK(degree(v_shape, 3.0) == 0.5);
  CHECK(degree(v_shape, 6.0) == 1.0);
  CHECK(degree(level, 2.0) == 0.0);
  CHECK(degree(level, 2.1) == 0.5);
  CHECK(degree(level, 6.0) == 0.5);
  CHECK(degree(level, 6.1) == 1.0);
  CHECK(degree(linear, 2.0) == 0.0);
  CHECK(degree(linear, 4.0) == 0.5);
  CHECK(degree(linear, 6.0) == 1.0);
  CHECK(degree(gaussian, 3.0) == Approx(1 - std::exp(-0.5)));
}

TEST_CASE("thresholds that make no preference function are refused with the criterion's name") {
  using enum PreferenceShape;
  for (const Preference& wrong :
       {Preference{linear, 2.0, 2.0}, Preference{level, 3.0, 2.0}, Preference{v_shape, 0.0, 0.0},
        Preference{gaussian, 0.0, 0.0, 0.0}, Preference{u_shape, -1.0}, Preference{linear, 0.0, INFINITY}}) {
    const auto fault = fault_of([&] { check_preference(wrong, "minutes"); });
    REQUIRE(fault);
    CHECK(fault->text.find("minutes") != std::string::npos);
  }
  CHECK_FALSE(fault_of([] { check_preference({u_shape, 0.0}, ""); }));
}

TEST_CASE("net flows add up to nothing, and what is worse everywhere stands behind") {
  const auto seed = GENERATE(range(1U, 21U));
  CAPTURE(seed);
  std::mt19937 random(seed);
  auto table = random_utilities(random, 12, 4, 0.1);
  for (std::size_t k = 0; k < 4; ++k) {  // the second is worse than the first
    table.values[k] = 0.5 + 0.1 * static_cast<double>(k);
    table.values[4 + k] = table.values[k].value() - 0.2;
  }
  const std::vector<Preference> preferences{{PreferenceShape::usual},
                                            {PreferenceShape::v_shape, 0.0, 0.5},
                                            {PreferenceShape::linear, 0.1, 0.4},
                                            {PreferenceShape::gaussian, 0.0, 0.0, 0.2}};
  const Flows flows = promethee2(table, std::array{1.0, 2.0, 3.0, 4.0}, preferences);
  double sum = 0.0;
  for (std::size_t i = 0; i < table.rows(); ++i) sum += flows.net(i);
  CHECK(sum == Approx(0.0).margin(1e-12));
  CHECK(flows.net(0) > flows.net(1));
}

TEST_CASE("where one has no value neither is preferred") {
  const auto table = decision_table({{1.0, Quantity::missing()}, {0.0, 5.0}});
  const Flows flows = promethee2(table, std::array{0.25, 0.75}, std::vector<Preference>(2));
  CHECK(flows.positive == std::vector{0.25, 0.0});
  CHECK(flows.negative == std::vector{0.0, 0.25});
}

TEST_CASE("PROMETHEE II of a single alternative has no flows") {
  const Flows flows = promethee2(decision_table({{1.0}}), std::array{1.0}, std::vector<Preference>(1));
  CHECK(flows.positive == std::vector{0.0});
  CHECK(flows.negative == std::vector{0.0});
}
