// SPDX-License-Identifier: Apache-2.0
#include "ancrage/criteria/criterion.hpp"
#include "ancrage/criteria/nearest_place.hpp"

namespace ancrage::criteria {

Definition hospital_minutes() {
  return {"hospital_minutes",
          message("Nearest hospital"),
          message("min"),
          message("driving minutes, traffic flowing freely"),
          0,
          /*timed=*/true,
          /*estimate=*/false,
          {"facilities.hospital"},
          [](const Inputs& inputs) {
            return minutes_to_nearest(inputs, inputs.territory.facilities,
                                      [](std::string_view kind) { return kind == "hospital"; });
          }};
}

}  // namespace ancrage::criteria
