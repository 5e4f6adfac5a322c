// SPDX-License-Identifier: Apache-2.0
#include "ancrage/criteria/criterion.hpp"
#include "ancrage/criteria/nearest_place.hpp"

namespace ancrage::criteria {

Definition laboratory_minutes() {
  return {"laboratory_minutes",
          message("Nearest laboratory"),
          message("min"),
          message("driving minutes, traffic flowing freely"),
          0,
          /*timed=*/true,
          /*estimate=*/false,
          {"facilities.laboratory"},
          [](const Inputs& inputs) {
            return minutes_to_nearest(inputs, inputs.territory.facilities,
                                      [](std::string_view kind) { return kind == "laboratory"; });
          }};
}

}  // namespace ancrage::criteria
