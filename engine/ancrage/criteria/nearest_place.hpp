// SPDX-License-Identifier: Apache-2.0
// The form that the criteria of proximity share: minutes from each site to the nearest place of some kind, and its
// name.
#pragma once

#include "ancrage/criteria/criterion.hpp"

#include <string_view>

namespace ancrage::criteria {

// Minutes of travel/estimate.hpp; missing everywhere when there is no such place. Equally near: the first by id.
Values minutes_to_nearest(const Inputs& inputs, const territory::Places& places,
                          bool (*is_wanted)(std::string_view kind));

}  // namespace ancrage::criteria
