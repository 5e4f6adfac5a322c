// SPDX-License-Identifier: Apache-2.0
// The form that the criteria of proximity share: minutes from each site to the nearest place of some kind, and its
// name.
#pragma once

#include "ancrage/criteria/criterion.hpp"

#include <string_view>

namespace ancrage::criteria {

// Minutes by car; missing where no such place is within 120 minutes. Equally near: the first by id. Cost: the table of
// the sites and places.
Values minutes_to_nearest(const territory::Sites& sites, const travel::TerritoryTimes& travel,
                          const territory::Places& places, bool (*is_wanted)(std::string_view kind));
// From the sites of the inputs.
Values minutes_to_nearest(const Inputs& inputs, const territory::Places& places,
                          bool (*is_wanted)(std::string_view kind));

}  // namespace ancrage::criteria
