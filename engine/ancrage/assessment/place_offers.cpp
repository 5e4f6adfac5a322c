// SPDX-License-Identifier: Apache-2.0
#include "ancrage/assessment/place_offers.hpp"

#include "ancrage/assessment/assessment.hpp"
#include "ancrage/assessment/matching_tables.hpp"
#include "ancrage/base/error.hpp"
#include "ancrage/io/plain_cells.hpp"

#include <fmt/format.h>

namespace ancrage::assessment {

namespace {

std::size_t site_of_row(const territory::Territory& territory, const io::DelimitedTable& table, std::size_t row,
                        const std::string& id) {
  try {
    return find_site(territory, id);
  } catch (const Error& error) {
    throw Error(ErrorCode::wrong_input, error.message(), fmt::format("{}, id, {}", table.source, row + 1),
                error.remedy());
  }
}

}  // namespace

PlaceOffers same_offers(const territory::Territory& territory, std::uint32_t capacity) {
  const std::size_t sites = territory.sites.size();
  return {std::vector<std::uint32_t>(sites, capacity), std::vector<std::uint8_t>(sites, 0),
          std::vector<std::vector<std::uint32_t>>(sites)};
}

PlaceOffers read_offers(const std::string& path, const territory::Territory& territory, std::uint32_t capacity,
                        std::span<const std::string> applicants) {
  const io::DelimitedTable table = io::read_delimited(path);
  const std::vector<std::string> ids = io::unique_ids(table, table.column("id"));
  const std::size_t column = table.column("capacity");
  const auto preferences = io::find_column(table, "preferences");
  PlaceOffers offers = same_offers(territory, capacity);
  for (std::size_t row = 0; row < ids.size(); ++row) {
    const std::size_t site = site_of_row(territory, table, row, ids[row]);
    if (offers.listed[site]++ != 0) {
      io::fail_in_column(path, "id", message("Row {0} names “{1}” again", row + 1, territory.sites.name[site]),
                message("keep one row a site"));
    }
    offers.capacity[site] = parse_capacity(path, "capacity", row + 1, table.rows[row][column]);
    offers.preferred[site] = parse_preferences(path, row + 1, io::cell_of(table, row, preferences), applicants);
  }
  return offers;
}

}  // namespace ancrage::assessment
