// SPDX-License-Identifier: Apache-2.0
// What the sites of a territory offer to doctors: how many places each, and whom those with a say of their own prefer.
// A table `id,capacity,preferences`, columns in any order; `id` is a site's id or name, `preferences` applicants a>b>c
// before all others, and may be left out or empty.
#pragma once

#include "ancrage/territory/territory.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace ancrage::assessment {

struct PlaceOffers {
  std::vector<std::uint32_t> capacity;                // by site
  std::vector<std::uint8_t> listed;                   // by site: 1 where the table names it
  std::vector<std::vector<std::uint32_t>> preferred;  // by site: positions of applicants, best first
};

// Every site with that capacity.
PlaceOffers same_offers(const territory::Territory& territory, std::uint32_t capacity);

// The same, but for the sites of the table. Throws unreadable_input, or wrong_input naming file, column and row: a site
// that is not there or stands twice, a capacity that is no whole number, preferences that name who is no applicant, or
// one twice.
PlaceOffers read_offers(const std::string& path, const territory::Territory& territory, std::uint32_t capacity,
                        std::span<const std::string> applicants);

}  // namespace ancrage::assessment
