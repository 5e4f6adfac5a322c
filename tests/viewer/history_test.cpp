// SPDX-License-Identifier: Apache-2.0
#include "viewer/history.hpp"

#include <catch2/catch.hpp>

using namespace ancrage;
using namespace ancrage::viewer;

namespace {

Interview with_weights(double a, double b) {
  Interview interview;
  interview.weights = {a, b};
  return interview;
}

}  // namespace

TEST_CASE("what was decided is taken back in order, and made again") {
  History history;
  Interview now = with_weights(1, 1);
  history.record(now, message("first"));
  now = with_weights(2, 1);
  history.record(now, message("second"));
  now = with_weights(3, 1);
  REQUIRE(history.undo_label() == message("second"));
  REQUIRE(history.undo(now));
  REQUIRE(now == with_weights(2, 1));
  REQUIRE(history.undo(now));
  REQUIRE(now == with_weights(1, 1));
  REQUIRE_FALSE(history.undo(now));
  REQUIRE(history.redo(now));
  REQUIRE(history.redo(now));
  REQUIRE(now == with_weights(3, 1));
  REQUIRE_FALSE(history.redo(now));
}

TEST_CASE("a new decision forgets what could be made again") {
  History history;
  Interview now = with_weights(1, 1);
  history.record(now, message("first"));
  now = with_weights(2, 1);
  history.undo(now);
  history.record(now, message("other"));
  REQUIRE_FALSE(history.can_redo());
}

TEST_CASE("the changes of one gesture are one step, the next gesture is another") {
  History history;
  Interview now = with_weights(1, 1);
  for (double w = 2; w < 50; ++w) {
    history.record(now, message("slider"), 7);
    now = with_weights(w, 1);
  }
  REQUIRE(*history.gesture_base(7) == with_weights(1, 1));
  REQUIRE(history.gesture_base(8) == nullptr);
  history.end_gesture();
  REQUIRE(history.gesture_base(7) == nullptr);
  history.record(now, message("slider"), 7);
  const Interview between = now;
  now = with_weights(60, 1);
  history.undo(now);
  REQUIRE(now == between);
  history.undo(now);
  REQUIRE(now == with_weights(1, 1));
}

TEST_CASE("steps beyond what is kept are forgotten, the oldest first") {
  History history;
  Interview now = with_weights(0, 1);
  for (std::size_t i = 1; i <= most_steps + 5; ++i) {
    history.record(now, message("step"));
    now = with_weights(static_cast<double>(i), 1);
  }
  std::size_t undone = 0;
  while (history.undo(now)) ++undone;
  REQUIRE(undone == most_steps);
  REQUIRE(now == with_weights(5, 1));
}
