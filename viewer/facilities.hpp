// SPDX-License-Identifier: Apache-2.0
// The facilities that the map can show, by kind: each has a colour, a shape for its group (care, schools, services) and
// two letters, so that no two are told apart by colour alone.
#pragma once

#include "ancrage/base/message.hpp"
#include "ancrage/report/color.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ancrage::viewer {

enum class SignShape : std::uint8_t { disc, square, diamond };

struct FacilityKind {
  std::string_view key;  // territory::Places::kind
  const char* label;     // short; translatable, as the letters
  const char* letters;
  report::Color color;
  SignShape shape;
};

inline constexpr std::size_t facility_kind_count = 9;
inline constexpr std::array<FacilityKind, facility_kind_count> facility_kinds{{
    {"pharmacy", translatable("Pharmacy"), translatable("Ph"), report::hex(0x14684C), SignShape::disc},
    {"laboratory", translatable("Laboratory"), translatable("La"), report::hex(0x5A3E9B), SignShape::disc},
    {"hospital", translatable("Hospital"), translatable("Ho"), report::hex(0xA8122B), SignShape::disc},
    {"care_home", translatable("Care home"), translatable("Ca"), report::hex(0x75500A), SignShape::disc},
    {"primary_school", translatable("Primary school"), translatable("PS"), report::hex(0x0B6783), SignShape::square},
    {"college", translatable("Lower secondary"), translatable("LS"), report::hex(0x36479C), SignShape::square},
    {"lycee", translatable("Upper secondary"), translatable("US"), report::hex(0x86206A), SignShape::square},
    {"station", translatable("Railway station"), translatable("RS"), report::hex(0x22262B), SignShape::diamond},
    {"france_services", translatable("France Services"), translatable("FS"), report::hex(0x4C5563), SignShape::diamond},
}};

}  // namespace ancrage::viewer
