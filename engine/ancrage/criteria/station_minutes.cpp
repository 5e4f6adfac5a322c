// SPDX-License-Identifier: Apache-2.0
#include "ancrage/criteria/criterion.hpp"
#include "ancrage/criteria/nearest_place.hpp"

namespace ancrage::criteria {

Definition station_minutes() {
  return {"station_minutes",
          message("Nearest railway station"),
          message("min"),
          message("driving minutes estimated from the straight-line distance"),
          0,
          /*estimate=*/true,
          {"facilities.station"},
          [](const Inputs& inputs) {
            return minutes_to_nearest(inputs, inputs.territory.facilities,
                                      [](std::string_view kind) { return kind == "station"; });
          }};
}

}  // namespace ancrage::criteria
