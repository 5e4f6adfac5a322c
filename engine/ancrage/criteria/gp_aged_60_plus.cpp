// SPDX-License-Identifier: Apache-2.0
#include "ancrage/criteria/catchment_ratio.hpp"
#include "ancrage/criteria/criterion.hpp"

namespace ancrage::criteria {

Definition gp_aged_60_plus() {
  return {"gp_aged_60_plus",
          message("Practitioners aged 60 and over"),
          message("%"),
          message("share of the catchment’s general practitioners who are 60 or older; missing where there is none"),
          0,
          /*timed=*/true,
          /*estimate=*/false,
          {"communes.gps_60_plus"},
          [](const Inputs& inputs) {
            return catchment_ratio(inputs, 100.0, [&](std::uint32_t row) {
              return RatioTerms{inputs.catchments.gps_60_plus()[row], inputs.catchments.gps()[row]};
            });
          }};
}

}  // namespace ancrage::criteria
