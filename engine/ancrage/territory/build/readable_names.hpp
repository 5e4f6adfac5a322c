// SPDX-License-Identifier: Apache-2.0
// Names of registers, written in capitals without accents, made readable: "CSP FILIERIS DE LA GRAND COMBE" becomes
// "CSP Filieris de La Grand-Combe". Places get their official spelling; accents of other words come from a list of the
// words that registers of care use, and are never invented.
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>

namespace ancrage::territory::build {

class ReadableNames {
 public:
  // `places`: official names of the communes whose spelling is to be restored.
  explicit ReadableNames(std::span<const std::string> places);

  // A name that has small letters already stays as it is. `own_commune` is where the place is: its name is completed
  // when the raw one breaks off in it.
  std::string operator()(std::string_view raw, const std::string& own_commune) const;

 private:
  struct Spelt {
    std::string name{};
    std::size_t pieces = 0;
  };
  Spelt place_at(std::span<const std::string> keys, const std::string& own) const;

  std::map<std::string, std::string> places_;  // by search key
};

}  // namespace ancrage::territory::build
