// SPDX-License-Identifier: Apache-2.0
// Random instances of hospitals and residents, kept as plain lists so that an oracle needs none of the engine's code.
#pragma once

#include "ancrage/matching/hospital_residents.hpp"

#include <cstdint>
#include <random>
#include <vector>

namespace ancrage::test {

struct RandomMarket {
  std::vector<std::vector<std::uint32_t>> residents;  // lists of hospitals, best first
  std::vector<std::vector<std::uint32_t>> hospitals;  // lists of residents
  std::vector<std::uint32_t> capacity;

  matching::HospitalResidents instance() const;
};

// Lists of random length and order; some name who does not name them back; capacities 0 to `most_places`.
RandomMarket random_market(std::mt19937_64& random, std::size_t residents, std::size_t hospitals,
                           std::uint32_t most_places);

// Whether the list names it, and how well: its position, or the list's size when it is not there.
std::size_t position_in(const std::vector<std::uint32_t>& list, std::uint32_t wanted);

// Whether a pair of the market blocks: read from the definition, with the hospital of each resident or none.
bool blocks(const RandomMarket& market, const std::vector<std::uint32_t>& hospital_of, std::uint32_t resident,
            std::uint32_t hospital);
bool is_stable(const RandomMarket& market, const std::vector<std::uint32_t>& hospital_of);

// Capacities kept and acceptable pairs only.
bool is_matching(const RandomMarket& market, const std::vector<std::uint32_t>& hospital_of);

// Every stable matching, by trying all; for small markets.
std::vector<std::vector<std::uint32_t>> all_stable(const RandomMarket& market);

}  // namespace ancrage::test
