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
          /*estimate=*/true,
          {"population_cells", "communes.aged_65_plus"},
          [](const Inputs& inputs) {
            return catchment_ratio(inputs, 100.0, [](const InhabitedPlaces& places, std::uint32_t row) {
              const Quantity share = places.share_65_plus[row];
              if (!share.is_number()) return RatioTerms{};
              return RatioTerms{places.population[row] * share.value(), places.population[row]};
            });
          }};
}

}  // namespace ancrage::criteria
