// SPDX-License-Identifier: Apache-2.0
#include "ancrage/travel/edge_list.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/io/raw_text.hpp"

#include <algorithm>
#include <utility>

namespace ancrage::travel {

namespace {

double checked_minutes(const io::FeatureTable& table, const std::vector<Quantity>& minutes, std::size_t row) {
  const Quantity value = minutes[row];
  if (value.is_number() && value.value() >= 0 && value.value() <= most_minutes) return value.value();
  throw Error(ErrorCode::wrong_input,
              message("Row {0} holds “{1}”, which is no travel time", row + 1, table.texts("minutes")[row]),
              table.source + ", minutes",
              message("write minutes between 0 and {0}; leave out edges that cannot be driven",
                      static_cast<std::int64_t>(most_minutes)));
}

}  // namespace

NetworkPlace EdgeList::place(const std::string& node_id) const {
  NetworkPlace result;
  result.node = nodes.find(node_id).value_or(nowhere);
  return result;
}

EdgeList read_edge_list(const std::string& path) {
  const io::FeatureTable table = read_named_table(path, {"from", "to", "minutes"});
  if (table.size() == 0) {
    throw Error(ErrorCode::wrong_input, message("The source holds no road that can be driven"), path,
                message("write one row a directed edge: from,to,minutes"));
  }
  const std::vector<Quantity> minutes = table.quantities("minutes");
  RoadLinks links;
  std::vector<double> times;
  std::vector<std::string> names;
  NameIndex nodes;
  for (std::size_t row = 0; row < table.size(); ++row) {
    links.tail.push_back(nodes.number(table.texts("from")[row], names));
    links.head.push_back(nodes.number(table.texts("to")[row], names));
    links.open.push_back(along);
    times.push_back(checked_minutes(table, minutes, row));
  }
  RoadNetwork network(std::move(links), names.size());
  return {std::move(network), std::move(times), std::move(names), std::move(nodes)};
}

}  // namespace ancrage::travel
