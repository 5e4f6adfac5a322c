// SPDX-License-Identifier: Apache-2.0
// How much a supply counts for somebody who travels to it: a weight of the travel time. Bounds are inside: with
// "10:1,15:0.3" a time of 10 minutes weighs 1 and one of 15 weighs 0.3; what lies beyond the last bound weighs nothing.
//
//   parse_decay("10:1,15:0.3,20:0.1")    steps (Luo & Qi 2009): the weight of the first bound that is not passed
//   parse_decay("binary:30")             1 up to 30 minutes (Luo & Wang 2003)
//   parse_decay("gaussian:20")           exp(-t² / 2σ²), σ = 20 minutes
//   parse_decay("gravity:-1")            t^β, β = -1
#pragma once

#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace ancrage::access {

// A value; immutable, safe to share between threads.
class Decay {
 public:
  struct Step {
    double minutes;  // up to and with
    double weight;
  };

  // Throw Error(usage): bounds and σ must be positive and finite, bounds increase, weights not be negative.
  static Decay binary(double minutes);
  static Decay steps(std::vector<Step> steps);
  static Decay gaussian(double sigma_minutes);
  static Decay gravity(double exponent);

  // The same decay, and nothing beyond `minutes` (which is inside). Throws Error(usage) unless positive; infinity keeps
  // all.
  Decay within(double minutes) const;

  // Weight of a time of 0 or more minutes: finite and not negative, except that gravity with a negative exponent gives
  // infinity at 0 minutes. Weights below 1e-100 are 0, so that no later division overflows.
  double weight(double minutes) const;

  // The greatest time that can have a weight; infinity when there is no bound.
  double reach() const;
  // Whether a longer way can weigh more than a shorter one, which is no decay but is computed as asked.
  bool grows() const;
  // As parse_decay reads it; the bound set by within() is not part of it.
  std::string text() const;

 private:
  enum class Kind { steps, gaussian, gravity };
  Decay(Kind kind, double parameter, std::vector<Step> steps);

  Kind kind_;
  double parameter_;  // σ or β
  std::vector<Step> steps_;
  double bound_ = std::numeric_limits<double>::infinity();
};

// Throws Error(usage) naming the option, what is wrong with the text, and the forms there are.
Decay parse_decay(std::string_view text, const std::string& option = "--decay");

// DREES, accessibilité potentielle localisée: current weights, and those of the first edition of 2012.
Decay apl_decay();
Decay apl_decay_2012();

}  // namespace ancrage::access
