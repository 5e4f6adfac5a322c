// SPDX-License-Identifier: Apache-2.0
#include "ancrage/territory/build/zoning.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/base/plural_message.hpp"
#include "ancrage/base/text.hpp"
#include "ancrage/io/raw_text.hpp"

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace ancrage::territory::build {

namespace {

struct Published {
  std::set<std::string> zones;
  std::set<std::string> rural_classes;
};
using Rows = std::map<std::pair<std::string, std::string>, Published>;  // by postcode and search key of the name

// Only the rows of wanted postcodes: the search key of a name is not free.
Rows rows_of(const io::DelimitedTable& table, const std::set<std::string>& postcodes) {
  constexpr std::size_t postcode_width = 5;
  const std::size_t postcode = table.column("Code_postal");
  const std::size_t name = table.column("Nom_commune");
  const std::size_t zone = table.column("Zonage");
  const std::size_t rural_class = table.column("Zonage_RR");
  Rows rows;
  for (const std::vector<std::string>& row : table.rows) {
    const std::string code = padded(row[postcode], postcode_width);
    if (!postcodes.contains(code)) continue;
    Published& published = rows[{code, search_key(row[name])}];
    published.zones.insert(row[zone]);
    if (!row[rural_class].empty()) published.rural_classes.insert(row[rural_class]);
  }
  return rows;
}

Published matched(const Rows& rows, const CurrentCommune& commune) {
  Published result;
  const std::string key = search_key(commune.name);
  for (const std::string& postcode : commune.postcodes) {
    const auto found = rows.find({postcode, key});
    if (found == rows.end()) continue;
    result.zones.insert(found->second.zones.begin(), found->second.zones.end());
    result.rural_classes.insert(found->second.rural_classes.begin(), found->second.rural_classes.end());
  }
  return result;
}

// HZ: outside the zones. ZAR: a region's own kind of support, which is none of the two national zones.
ZoneStatus status_of(const std::string& published, const std::string& source) {
  if (published == "1_ZIP") return ZoneStatus::zip;
  if (published == "2_ZAC") return ZoneStatus::zac;
  if (published == "3_HZ" || published == "4_ZAR") return ZoneStatus::none;
  if (published.starts_with("N/A")) return ZoneStatus::unmatched;
  throw Error(ErrorCode::wrong_input, message("“{0}” is no zone that is known here", published), source,
              message("Known are 1_ZIP, 2_ZAC, 3_HZ, 4_ZAR and N/A"));
}

}  // namespace

void read_zoning(const RawFiles& files, const Administrative& administrative, Communes& communes,
                 Diagnostics& diagnostics) {
  const io::DelimitedTable table = io::read_delimited(files.path("zoning/zonage-medecins-2025.csv"));
  std::set<std::string> postcodes;
  for (const std::string& code : communes.code) {
    const CurrentCommune& commune = administrative.communes.at(code);
    postcodes.insert(commune.postcodes.begin(), commune.postcodes.end());
  }
  const Rows rows = rows_of(table, postcodes);

  std::vector<std::string> unmatched;
  std::vector<std::string> contradicted;
  for (const std::string& code : communes.code) {
    const CurrentCommune& commune = administrative.communes.at(code);
    const Published published = matched(rows, commune);
    const std::string label = code + " " + commune.name;
    communes.zone.push_back(published.zones.size() == 1 ? status_of(*published.zones.begin(), table.source)
                                                        : ZoneStatus::unmatched);
    communes.rural_class.push_back(published.rural_classes.size() == 1 ? *published.rural_classes.begin() : "");
    if (published.zones.size() > 1) {
      contradicted.push_back(label);
    } else if (communes.zone.back() == ZoneStatus::unmatched) {
      unmatched.push_back(label);
    }
  }
  if (!unmatched.empty()) {
    diagnostics.push_back(
        {Severity::warning, "communes",
         plural_message("{0} commune is not found in the zoning by postcode and name",
                        "{0} communes are not found in the zoning by postcode and name", unmatched.size()),
         unmatched});
  }
  if (!contradicted.empty()) {
    diagnostics.push_back({Severity::warning, "communes",
                           plural_message("The zoning has contradicting rows for {0} commune",
                                          "The zoning has contradicting rows for {0} communes", contradicted.size()),
                           contradicted});
  }
}

}  // namespace ancrage::territory::build
