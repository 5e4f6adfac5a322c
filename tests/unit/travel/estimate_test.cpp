// SPDX-License-Identifier: Apache-2.0
#include "ancrage/travel/estimate.hpp"

#include <catch2/catch.hpp>

using namespace ancrage::travel;

TEST_CASE("the straight-line estimate starts at zero, grows, and has an inverse") {
  CHECK(estimated_minutes(0) == 0);
  CHECK(estimated_minutes(5000) < estimated_minutes(5001));
  for (const double minutes : {1.0, 10.0, 15.0, 45.0}) {
    CHECK(estimated_minutes(estimated_reach_m(minutes)) == Approx(minutes));
  }
}
