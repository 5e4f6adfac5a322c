// SPDX-License-Identifier: Apache-2.0
#include "ancrage/access/decay.hpp"

#include "ancrage/base/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

namespace ancrage::access {

namespace {

constexpr double least_weight = 1e-100;

Message forms() { return message("write 10:1,15:0.3,20:0.1 or binary:30, gaussian:20, gravity:-1"); }

[[noreturn]] void fail(Message what) { throw Error(ErrorCode::usage, std::move(what), {}, forms()); }

bool is_positive(double value) { return std::isfinite(value) && value > 0; }

std::optional<double> number(std::string_view text) {
  double value = 0.0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::vector<Decay::Step> parse_steps(std::string_view text) {
  std::vector<Decay::Step> steps;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    const std::string_view step = text.substr(begin, end - begin);
    const std::size_t colon = step.find(':');
    const auto minutes = number(step.substr(0, colon));
    const auto weight = colon == std::string_view::npos ? std::nullopt : number(step.substr(colon + 1));
    if (!minutes || !weight) fail(message("“{0}” is no step of minutes and weight", step));
    steps.push_back({*minutes, *weight});
    begin = end + 1;
  }
  return steps;
}

Decay parse(std::string_view text) {
  if (text == "apl") return apl_decay();
  if (text == "apl-2012") return apl_decay_2012();
  const std::size_t colon = text.find(':');
  const std::string_view name = text.substr(0, colon);
  if (name != "binary" && name != "gaussian" && name != "gravity") return Decay::steps(parse_steps(text));
  const auto parameter = colon == std::string_view::npos ? std::nullopt : number(text.substr(colon + 1));
  if (!parameter) fail(message("“{0}” needs a number after the colon", name));
  if (name == "binary") return Decay::binary(*parameter);
  return name == "gaussian" ? Decay::gaussian(*parameter) : Decay::gravity(*parameter);
}

}  // namespace

Decay::Decay(Kind kind, double parameter, std::vector<Step> steps)
    : kind_(kind), parameter_(parameter), steps_(std::move(steps)) {}

Decay Decay::binary(double minutes) { return steps({{minutes, 1.0}}); }

Decay Decay::steps(std::vector<Step> steps) {
  if (steps.empty()) fail(message("A decay by steps needs a step"));
  double last = 0.0;
  for (const Step& step : steps) {
    if (!is_positive(step.minutes) || step.minutes <= last) {
      fail(message("The minutes of the steps must be above 0 and increase"));
    }
    if (!std::isfinite(step.weight) || step.weight < 0) fail(message("A weight of the steps is negative"));
    last = step.minutes;
  }
  return {Kind::steps, 0.0, std::move(steps)};
}

Decay Decay::gaussian(double sigma_minutes) {
  if (!is_positive(sigma_minutes)) fail(message("The width of a gaussian decay must be above 0"));
  return {Kind::gaussian, sigma_minutes, {}};
}

Decay Decay::gravity(double exponent) {
  if (!std::isfinite(exponent)) fail(message("The exponent of a gravity decay must be a number"));
  return {Kind::gravity, exponent, {}};
}

Decay Decay::within(double minutes) const {
  if (!(minutes > 0)) {
    throw Error(ErrorCode::usage, message("The greatest time must be above 0"), "--max", message("give it in minutes"));
  }
  Decay result = *this;
  result.bound_ = std::min(bound_, minutes);
  return result;
}

double Decay::weight(double minutes) const {
  if (minutes > bound_) return 0.0;
  double weight = 0.0;
  if (kind_ == Kind::steps) {
    for (const Step& step : steps_) {
      if (minutes > step.minutes) continue;
      weight = step.weight;
      break;
    }
  } else if (kind_ == Kind::gaussian) {
    const double ratio = minutes / parameter_;
    weight = std::exp(-0.5 * ratio * ratio);
  } else {
    weight = std::pow(minutes, parameter_);
  }
  return weight < least_weight ? 0.0 : weight;
}

double Decay::reach() const { return kind_ == Kind::steps ? std::min(bound_, steps_.back().minutes) : bound_; }

bool Decay::grows() const {
  if (kind_ == Kind::gravity) return parameter_ > 0;
  return std::adjacent_find(steps_.begin(), steps_.end(),
                            [](const Step& near, const Step& far) { return near.weight < far.weight; }) != steps_.end();
}

std::string Decay::text() const {
  if (kind_ == Kind::gaussian) return fmt::format("gaussian:{}", parameter_);
  if (kind_ == Kind::gravity) return fmt::format("gravity:{}", parameter_);
  if (steps_.size() == 1 && steps_.front().weight == 1.0) return fmt::format("binary:{}", steps_.front().minutes);
  std::string result;
  for (const Step& step : steps_) {
    result += fmt::format("{}{}:{}", result.empty() ? "" : ",", step.minutes, step.weight);
  }
  return result;
}

Decay parse_decay(std::string_view text, const std::string& option) {
  try {
    return parse(text);
  } catch (const Error& fault) {
    throw Error(fault.code(), fault.message(), fmt::format("{} {}", option, text), fault.remedy());
  }
}

Decay apl_decay() { return Decay::steps({{10, 1}, {15, 0.3}, {20, 0.1}}); }

Decay apl_decay_2012() { return Decay::steps({{5, 1}, {10, 0.3}, {15, 0.1}}); }

}  // namespace ancrage::access
