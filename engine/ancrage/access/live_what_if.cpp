// SPDX-License-Identifier: Apache-2.0
#include "ancrage/access/live_what_if.hpp"

#include <limits>

namespace ancrage::access {

LiveWhatIf::LiveWhatIf(const territory::Territory& territory, const TerritoryAccess& access)
    : access_(access), comparison_(territory, access), what_if_(access.catchments, access.supply, access.demand) {
  comparison_.compare(access.now.value, what_if_.now().value, change_);
}

const AccessChange& LiveWhatIf::put(std::uint32_t row, double acts) {
  if (row_ && *row_ != row) what_if_.set_supply(*row_, access_.supply[*row_]);
  what_if_.set_supply(row, access_.supply[row] + acts);
  row_ = row;
  comparison_.compare(access_.now.value, what_if_.now().value, change_);
  return change_;
}

const AccessChange& LiveWhatIf::put_back() {
  if (row_) what_if_.set_supply(*row_, access_.supply[*row_]);
  row_.reset();
  comparison_.compare(access_.now.value, what_if_.now().value, change_);
  return change_;
}

std::uint32_t nearest_row(const TerritoryAccess& access, geometry::Point point) {
  std::uint32_t nearest = 0;
  double least = std::numeric_limits<double>::infinity();
  for (std::uint32_t row = 0; row < access.row_position.size(); ++row) {
    const geometry::Point at = access.row_position[row];
    const double square = (at.x - point.x) * (at.x - point.x) + (at.y - point.y) * (at.y - point.y);
    if (square < least) {
      least = square;
      nearest = row;
    }
  }
  return nearest;
}

}  // namespace ancrage::access
