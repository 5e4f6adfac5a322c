// SPDX-License-Identifier: Apache-2.0
// The accessibility indicators by name: how people choose and the decay that the literature gives each. Any decay may
// be used with any method.
#pragma once

#include "ancrage/access/catchments.hpp"
#include "ancrage/access/decay.hpp"

#include <array>
#include <string_view>

namespace ancrage::access {

struct Method {
  std::string_view key;  // "2sfca"
  Choice choice;
  std::string_view decay;  // as parse_decay reads it
};

// 2sfca: Luo & Wang 2003, 30 minutes. e2sfca: Luo & Qi 2009, with the steps of PySAL. 3sfca: Wan, Zou & Sternberg 2012,
// same steps. apl: DREES, current edition.
inline constexpr std::array<Method, 6> methods{{{"2sfca", Choice::every, "binary:30"},
                                                {"e2sfca", Choice::every, "10:1,20:0.68,30:0.22"},
                                                {"3sfca", Choice::selective, "10:1,20:0.68,30:0.22"},
                                                {"gravity", Choice::every, "gravity:-1"},
                                                {"gaussian", Choice::every, "gaussian:20"},
                                                {"apl", Choice::every, "apl"}}};

// The method of that key; throws Error(usage) that lists them when there is none.
const Method& find_method(std::string_view key);

// What is computed with a method: the decay asked for, or else the method's own, up to `max_minutes` (infinity: no
// further bound). 2SFCA without a decay takes `max_minutes` as its catchment.
Decay method_decay(const Method& method, std::string_view wanted, double max_minutes);

}  // namespace ancrage::access
