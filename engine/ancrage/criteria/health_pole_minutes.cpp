// SPDX-License-Identifier: Apache-2.0
#include "ancrage/criteria/criterion.hpp"
#include "ancrage/criteria/nearest_place.hpp"

namespace ancrage::criteria {

Definition health_pole_minutes() {
  return {"health_pole_minutes",
          message("Nearest health pole"),
          message("min"),
          message("driving minutes, traffic flowing freely"),
          0,
          /*timed=*/true,
          /*estimate=*/false,
          {"health_poles"},
          [](const Inputs& inputs) {
            return minutes_to_nearest(inputs, inputs.territory.health_poles, territory::is_general_practice);
          }};
}

}  // namespace ancrage::criteria
