// SPDX-License-Identifier: Apache-2.0
#include "ancrage/territory/build/administrative.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/io/raw_text.hpp"
#include "ancrage/territory/build/json.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace ancrage::territory::build {

namespace {

// "CA de Nîmes Métropole" with type "CA" -> "Nîmes Métropole".
std::string without_legal_form(std::string name, const std::string& type) {
  if (name.starts_with(type + " ")) name.erase(0, type.size() + 1);
  constexpr std::array<std::string_view, 6> links{"de la ", "de ", "du ", "des ", "d'", "d’"};
  for (const std::string_view link : links) {
    if (name.starts_with(link)) return name.substr(link.size());
  }
  return name;
}

void read_communes(const RawFiles& files, Administrative& result) {
  const std::string path = files.path("administrative/communes.json.gz");
  const Json list = parsed_json(io::read_text(path), path);
  for (const Json& entry : list) {
    const std::string code = text_of(entry, "code", path);
    if (text_of(entry, "type", path) == "commune-actuelle") {
      CurrentCommune& commune = result.communes[code];
      commune.name = text_of(entry, "nom", path);
      commune.region = text_of(entry, "region", path);
      commune.postcodes = entry.value("codesPostaux", std::vector<std::string>());
      commune.former_codes = entry.value("anciensCodes", std::vector<std::string>());
      if (const auto population = entry.find("population"); population != entry.end()) {
        commune.population = population->get<double>();
      }
    } else if (entry.contains("chefLieu")) {
      result.current_of[code] = text_of(entry, "chefLieu", path);
    }
  }
  for (auto& [code, commune] : result.communes) {
    for (const std::string& former : commune.former_codes) result.current_of[former] = code;
  }
  for (const auto& [former, code] : result.current_of) {
    const auto commune = result.communes.find(code);
    if (former != code && commune != result.communes.end()) commune->second.former_codes.push_back(former);
  }
  for (auto& [code, commune] : result.communes) {
    result.current_of[code] = code;
    std::sort(commune.former_codes.begin(), commune.former_codes.end());
    const auto rest = std::unique(commune.former_codes.begin(), commune.former_codes.end());
    commune.former_codes.erase(rest, commune.former_codes.end());
  }
}

}  // namespace

std::string Administrative::current(const std::string& code) const {
  const auto found = current_of.find(code);
  return found == current_of.end() ? std::string() : found->second;
}

Administrative read_administrative(const RawFiles& files, const std::string& epci_code) {
  Administrative result;
  read_communes(files, result);
  const std::string path = files.path("administrative/epci.json.gz");
  const Json list = parsed_json(io::read_text(path), path);
  for (const Json& entry : list) {
    if (text_of(entry, "code", path) != epci_code) continue;
    result.territory_name = without_legal_form(text_of(entry, "nom", path), text_of(entry, "type", path));
    for (const Json& member : entry.at("membres")) {
      const std::string code = result.current(text_of(member, "code", path));
      if (code.empty()) {
        throw Error(ErrorCode::wrong_input,
                    message("A member is not among the communes: {0}", text_of(member, "nom", path)), path,
                    message("Use the lists of communes and of intercommunalities of the same year"));
      }
      result.members.push_back(code);
    }
    std::sort(result.members.begin(), result.members.end());
    return result;
  }
  throw Error(ErrorCode::wrong_input, message("There is no intercommunality of the code {0}", epci_code), path,
              message("Give its SIREN, nine digits: 200066918 is Alès Agglomération"));
}

}  // namespace ancrage::territory::build
