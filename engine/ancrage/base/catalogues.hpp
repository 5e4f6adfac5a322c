// SPDX-License-Identifier: Apache-2.0
// The compiled message catalogues (GNU .mo) inside the library; the definitions are generated at build time from
// engine/messages/*.po. Text goes through base/language.hpp; nothing else reads these bytes.
#pragma once

#include <span>
#include <string_view>

namespace ancrage {

// `tag` is the name of the .po file without its extension.
struct Catalogue {
  std::string_view tag;
  std::span<const unsigned char> bytes;
};

// Every language that has a catalogue, by tag. English has none: its patterns are the keys.
std::span<const Catalogue> catalogues();

}  // namespace ancrage
