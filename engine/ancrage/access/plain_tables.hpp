// SPDX-License-Identifier: Apache-2.0
// The plain tables of the accessibility command: comma-separated text with a header, gzipped when the name ends in .gz.
// Columns come in any order, others than those named here are left alone. All readers throw Error: unreadable_input, or
// wrong_input naming file, row (from 1, below the header) and column for a missing column, a cell that is no number or
// is negative, an id that is empty, repeated or unknown, a table without rows.
#pragma once

#include "ancrage/access/apl.hpp"
#include "ancrage/access/catchments.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ancrage::access {

// `id,supply`: what each supply place offers.
struct SupplyTable {
  std::vector<std::string> id;
  std::vector<double> amount;
};
SupplyTable read_supply(const std::string& path);

// `id,population`, or `id` and one column for each of the given age classes.
struct DemandTable {
  std::vector<std::string> id;
  std::vector<double> people;               // all ages
  std::vector<double> by_class;             // places x classes, row by row; empty without classes
  std::vector<std::string> unused_columns;  // other columns than those, in their order
};
DemandTable read_demand(const std::string& path, std::span<const std::string> classes = {});

// `id,place,acts,age`: acts a year and age in years may be empty or NS (not known).
struct PractitionerTable {
  Practitioners practitioners;
  std::vector<std::string> place;  // ids of the supply places, in the order of their first practitioner
};
PractitionerTable read_practitioners(const std::string& path);

// `from,to,minutes`: from demand places to supply places, one row a pair in any order; a pair that is not there is out
// of reach.
struct TimesTable {
  std::vector<std::size_t> starts;
  std::vector<std::uint32_t> supplies;
  std::vector<double> minutes;
  std::vector<std::string> unknown_supplies;  // ids of supply places that were left out, in the order of the rows

  TravelTimes view() const { return {starts, supplies, minutes}; }
};
// What to do with a supply place that is not among the ids.
enum class UnknownSupply { refuse, leave_out };
TimesTable read_times(const std::string& path, std::span<const std::string> demand_ids,
                      std::span<const std::string> supply_ids, UnknownSupply unknown = UnknownSupply::refuse);

// A cell's number of 0 or more, for other tables of that kind.
double table_amount(const std::string& file, std::string_view column, std::size_t row, std::string_view cell);

}  // namespace ancrage::access
