// SPDX-License-Identifier: Apache-2.0
// What French does to names that no catalogue can foresee.
#pragma once

#include <string>
#include <string_view>

namespace ancrage {

// A name after « de »: “de Nîmes”, “d’Alès”, “du Vigan” (Le Vigan), “des Mages” (Les Mages), “de La Grand-Combe”. An h
// or a y before a consonant counts as a vowel. Translations write d’{1} for it, see Language::text.
std::string french_of(std::string_view name);

}  // namespace ancrage
