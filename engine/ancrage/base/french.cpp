// SPDX-License-Identifier: Apache-2.0
#include "ancrage/base/french.hpp"

#include "ancrage/base/text.hpp"

namespace ancrage {

namespace {

bool is_vowel(char letter) { return std::string_view("aeiou").find(letter) != std::string_view::npos; }

bool elides(std::string_view name) {
  const std::string key = search_key(name);
  if (key.empty()) return false;
  if (is_vowel(key.front()) || key.front() == 'h') return true;
  return key.front() == 'y' && key.size() > 1 && !is_vowel(key[1]);
}

}  // namespace

std::string french_of(std::string_view name) {
  if (name.starts_with("Le ")) return "du " + std::string(name.substr(3));
  if (name.starts_with("Les ")) return "des " + std::string(name.substr(4));
  return (elides(name) ? "d’" : "de ") + std::string(name);
}

}  // namespace ancrage
