// SPDX-License-Identifier: Apache-2.0
#include "ancrage/criteria/catchment_ratio.hpp"
#include "ancrage/criteria/criterion.hpp"

namespace ancrage::criteria {

Definition aged_65_plus() {
  return {"aged_65_plus",
          message("People aged 65 and over"),
          message("%"),
          message("share of the catchment’s people who are 65 or older, from the cells’ age bands, else from the "
                  "commune’s share"),
          0,
          /*timed=*/true,
          /*estimate=*/false,
          {"population_cells", "communes.aged_65_plus"},
          [](const Inputs& inputs) {
            return catchment_ratio(inputs, 100.0, [&](std::uint32_t row) {
              if (row >= inputs.access.places.size()) return RatioTerms{};
              const Quantity share = inputs.access.places.share_65_plus[row];
              if (!share.is_number()) return RatioTerms{};
              const double people = inputs.access.people[row];
              return RatioTerms{people * share.value(), people};
            });
          }};
}

}  // namespace ancrage::criteria
