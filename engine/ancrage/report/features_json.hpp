// SPDX-License-Identifier: Apache-2.0
// The rows of a feature table as JSON objects, without geometry.
#pragma once

#include "ancrage/io/feature_table.hpp"

#include <nlohmann/json_fwd.hpp>

namespace ancrage::report {

// [{"column": text, number, null or "NS" where withheld, …}, …] in the order of rows and columns.
nlohmann::ordered_json features_json(const io::FeatureTable& table);

}  // namespace ancrage::report
