// SPDX-License-Identifier: Apache-2.0
#include "ancrage/access/floating_catchment.hpp"

#include "ancrage/access/distribution.hpp"
#include "support/errors.hpp"
#include "support/travel_times.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

using namespace ancrage;
using namespace ancrage::access;
using test::time_rows;

namespace {

std::vector<double> values(const test::TimeRows& times, const std::vector<double>& supply,
                           const std::vector<double>& demand, const Decay& decay, Choice choice = Choice::every) {
  return accessibility(Catchments(times.view(), supply.size(), decay, choice), supply, demand).value;
}

void check_close(const std::vector<double>& computed, const std::vector<double>& expected, double tolerance) {
  REQUIRE(computed.size() == expected.size());
  for (std::size_t i = 0; i < computed.size(); ++i) CHECK(computed[i] == Approx(expected[i]).epsilon(tolerance));
}

}  // namespace

TEST_CASE("2SFCA gives the ratios of Luo & Wang 2003, figure 3") {
  // Tracts 1 to 11 of one inhabitant; physician a is reached by 1,2,3,4,6,7,9,10 and b by 4,5,8,11.
  const std::array<int, 8> of_a{1, 2, 3, 4, 6, 7, 9, 10};
  const std::array<int, 4> of_b{4, 5, 8, 11};
  std::vector<std::vector<std::optional<double>>> rows;
  for (int tract = 1; tract <= 11; ++tract) {
    const bool a = std::find(of_a.begin(), of_a.end(), tract) != of_a.end();
    const bool b = std::find(of_b.begin(), of_b.end(), tract) != of_b.end();
    rows.push_back({a ? std::optional(30.0) : 31.0, b ? std::optional(12.0) : std::nullopt});
  }
  const auto computed = values(time_rows(rows), {1, 1}, std::vector<double>(11, 1.0), Decay::binary(30));
  check_close(computed, {1. / 8, 1. / 8, 1. / 8, 3. / 8, 1. / 4, 1. / 8, 1. / 8, 1. / 4, 1. / 8, 1. / 8, 1. / 4},
              1e-15);
}

TEST_CASE("gravity 2SFCA gives the hospital example of PySAL access") {
  const auto times = time_rows({{1., 80., 40.}, {80., 1., 40.}, {40., 40., 1.}});
  const auto computed = values(times, {15, 20, 100}, {100, 50, 10}, Decay::gravity(-1).within(60));
  check_close(computed, {0.331444117, 0.579828132, 7.286418170}, 1e-9);
}

TEST_CASE("3SFCA gives the example of the R package fca") {
  // W has 6 supply rows and 4 demand columns, filled by column with 1 to 24, and is the weight itself: t to the
  // power 1.
  std::vector<std::vector<std::optional<double>>> rows(4);
  for (std::size_t i = 0; i < 4; ++i) {
    for (std::size_t j = 0; j < 6; ++j) rows[i].push_back(static_cast<double>(6 * i + j + 1));
  }
  const auto computed = values(time_rows(rows), {1, 2, 3, 4, 5, 6}, {1, 2, 3, 4}, Decay::gravity(1), Choice::selective);
  check_close(computed, {0.6686168, 1.3565093, 2.0921208, 2.8355005}, 1e-7);
}

TEST_CASE("E2SFCA weighs by steps on both sides of the sum") {
  // One supply of 10; 100 people at 10 minutes (weight 1), 50 at 25 (0.22), 80 at 30.5 (none).
  const auto times = time_rows({{10.}, {25.}, {30.5}});
  const auto computed = values(times, {10}, {100, 50, 80}, Decay::steps({{10, 1}, {20, 0.68}, {30, 0.22}}));
  const double ratio = 10.0 / (100 + 0.22 * 50);
  check_close(computed, {ratio, 0.22 * ratio, 0.0}, 1e-15);
}

TEST_CASE("who reaches nothing has no accessibility, and a supply that nobody reaches gives none") {
  const auto times = time_rows({{5., std::nullopt, 99.}, {std::nullopt, std::nullopt, std::nullopt}});
  const std::vector<double> supply{10, 20, 30};
  const std::vector<double> demand{4, 6};
  const auto result = accessibility(Catchments(times.view(), 3, Decay::binary(30)), supply, demand);
  CHECK(result.value == std::vector<double>{2.5, 0.0});
  CHECK(result.load == std::vector<double>{4.0, 0.0, 0.0});
  CHECK(result.ratio == std::vector<double>{2.5, 0.0, 0.0});
}

TEST_CASE("a supply reached by places without people only is reached by nobody") {
  const auto result = accessibility(Catchments(time_rows({{5.}, {5.}}).view(), 1, Decay::binary(30)), std::vector{7.0},
                                    std::vector{0.0, 0.0});
  CHECK(result.value == std::vector<double>{0.0, 0.0});
  CHECK(result.ratio.front() == 0.0);
}

TEST_CASE("the people get what the reached supplies give") {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    CAPTURE(seed);
    const auto instance = test::random_instance(seed, 20 + seed * 5, 5 + seed);
    for (const Decay& decay : {Decay::binary(30), Decay::steps({{10, 1}, {20, 0.68}, {30, 0.22}}), Decay::gaussian(9),
                               Decay::gravity(-1.3), apl_decay(), apl_decay().within(12)}) {
      for (const Choice choice : {Choice::every, Choice::selective}) {
        const Catchments catchments(instance.times.view(), instance.supply.size(), decay, choice);
        const auto result = accessibility(catchments, instance.supply, instance.demand);
        const auto balance = conservation(instance.supply, result.load, result.value, instance.demand);
        REQUIRE(balance.reached_supply > 0);
        CHECK(balance.relative_error() < 1e-12);
        CHECK(balance.reached_supply <= balance.supply);
        CHECK(
            std::all_of(result.value.begin(), result.value.end(), [](double a) { return std::isfinite(a) && a >= 0; }));
      }
    }
  }
}

TEST_CASE("random instances agree with the formulas written out") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    const auto instance = test::random_instance(seed, 30, 12);
    const Decay decay = Decay::gaussian(8).within(25);
    std::vector<std::vector<double>> w(30, std::vector<double>(12, 0.0));
    for (std::size_t i = 0; i < 30; ++i) {
      for (std::size_t pair = instance.times.starts[i]; pair < instance.times.starts[i + 1]; ++pair) {
        const double t = instance.times.minutes[pair];
        w[i][instance.times.supplies[pair]] = t <= 25 ? std::exp(-t * t / 128) : 0.0;
      }
    }
    std::vector<double> expected(30, 0.0);
    for (std::size_t j = 0; j < 12; ++j) {
      double sum = 0.0;
      for (std::size_t i = 0; i < 30; ++i) sum += w[i][j] * instance.demand[i];
      if (sum == 0) continue;
      for (std::size_t i = 0; i < 30; ++i) expected[i] += w[i][j] * instance.supply[j] / sum;
    }
    check_close(values(instance.times, instance.supply, instance.demand, decay), expected, 1e-12);
  }
}

TEST_CASE("the number of threads does not change a byte") {
  const auto instance = test::random_instance(7, 3000, 60);
  const Catchments catchments(instance.times.view(), 60, apl_decay());
  const auto one = accessibility(catchments, instance.supply, instance.demand, 1);
  for (const unsigned threads : {2U, 5U}) {
    const auto several = accessibility(catchments, instance.supply, instance.demand, threads);
    CHECK(several.value == one.value);
    CHECK(several.ratio == one.ratio);
    CHECK(several.load == one.load);
  }
}

TEST_CASE("catchments list each pair both ways round") {
  const auto instance = test::random_instance(3, 50, 20);
  const Catchments catchments(instance.times.view(), 20, Decay::gaussian(10), Choice::selective);
  std::size_t pairs = 0;
  for (std::size_t j = 0; j < 20; ++j) {
    const auto column = catchments.by_supply().row(j);
    CHECK(std::is_sorted(column.places.begin(), column.places.end()));
    for (std::size_t k = 0; k < column.places.size(); ++k, ++pairs) {
      const auto row = catchments.by_demand().row(column.places[k]);
      const auto found = std::lower_bound(row.places.begin(), row.places.end(), j);
      REQUIRE(found != row.places.end());
      CHECK(row.weights[static_cast<std::size_t>(found - row.places.begin())] == column.weights[k]);
    }
  }
  CHECK(pairs == catchments.by_demand().places.size());
}

TEST_CASE("rows of times that are not in order, and amounts that are none, are refused") {
  const std::vector<std::size_t> starts{0, 2};
  const std::vector<std::uint32_t> falling{1, 0};
  const std::vector<std::uint32_t> beyond{0, 2};
  const std::vector<std::uint32_t> good{0, 1};
  const std::vector<double> minutes{1, 2};
  const std::vector<double> negative{1, -2};
  const std::vector<double> not_a_number{1, std::nan("")};
  const auto code = [](const TravelTimes& times, const Decay& decay = Decay::binary(30)) {
    const auto fault = test::fault_of([&] { Catchments(times, 2, decay); });
    return fault ? fault->code : ErrorCode::internal;
  };
  CHECK(code({starts, good, minutes}) == ErrorCode::internal);  // nothing was thrown
  CHECK(code({starts, falling, minutes}) == ErrorCode::wrong_input);
  CHECK(code({starts, beyond, minutes}) == ErrorCode::wrong_input);
  CHECK(code({starts, good, negative}) == ErrorCode::wrong_input);
  CHECK(code({starts, good, not_a_number}) == ErrorCode::wrong_input);
  CHECK(code({{}, good, minutes}) == ErrorCode::wrong_input);
  CHECK(code({starts, good, std::vector<double>{0, 1}}, Decay::gravity(-1)) == ErrorCode::wrong_input);
  const Catchments catchments({starts, good, minutes}, 2, Decay::binary(30));
  const auto amounts = [&](std::vector<double> supply, std::vector<double> demand) {
    return test::fault_of([&] { accessibility(catchments, supply, demand); });
  };
  CHECK_FALSE(amounts({1, 1}, {1}));
  CHECK(amounts({1}, {1})->code == ErrorCode::wrong_input);
  CHECK(amounts({1, -1}, {1})->code == ErrorCode::wrong_input);
  CHECK(amounts({1, 1}, {std::nan("")})->code == ErrorCode::wrong_input);
  CHECK(amounts({1, std::numeric_limits<double>::infinity()}, {1})->code == ErrorCode::wrong_input);
}
