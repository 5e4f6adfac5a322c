// SPDX-License-Identifier: Apache-2.0
// A number that may be missing (nobody knows) or withheld (statistical secrecy, "NS"). Zero is a number.
#pragma once

#include <cmath>
#include <cstdint>

namespace ancrage {

class Quantity {
 public:
  enum class State : std::uint8_t { number, missing, withheld };

  constexpr Quantity() = default;
  // A NaN is missing.
  constexpr Quantity(double value) : value_(value), state_(value == value ? State::number : State::missing) {}
  static constexpr Quantity missing() { return {}; }
  static constexpr Quantity withheld() {
    Quantity result;
    result.state_ = State::withheld;
    return result;
  }

  constexpr State state() const { return state_; }
  constexpr bool is_number() const { return state_ == State::number; }
  // Only for numbers; NaN otherwise, so that a forgotten test shows.
  constexpr double value() const { return value_; }
  constexpr double value_or(double fallback) const { return is_number() ? value_ : fallback; }

  friend constexpr bool operator==(const Quantity& a, const Quantity& b) {
    return a.state_ == b.state_ && (!a.is_number() || a.value_ == b.value_);
  }

 private:
  double value_ = std::nan("");
  State state_ = State::missing;
};

}  // namespace ancrage
