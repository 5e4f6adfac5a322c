// SPDX-License-Identifier: Apache-2.0
// Pictures kept in the repository, and whether a new one still looks like them.
#pragma once

#include "support/picture.hpp"

#include <string>

namespace ancrage::test {

// Means of blocks, so that the longer side is at most `most` pixels; channels rounded to steps of 16. A
// picture of that size already keeps its pixels.
Picture reduced(const Picture& picture, std::size_t most);

// Pictures are compared by blocks of pixels, since drivers differ in single ones: not alike are those where more than
// one block in a thousand is off by more than a step in some channel.
struct PictureDifference {
  bool alike = false;
  double share = 1.0;  // of the blocks that differ; all when the sizes do
  Picture marked{};    // the blocks: what was expected in grey, what differs in red
};
PictureDifference difference(const Picture& expected, const Picture& actual);

// Of the blocks on the longer side of what is compared and kept.
inline constexpr std::size_t kept_side = 320;

// The bytes of a PNG; small: of at most 256 colours, which are found by median cut where there are more.
std::string lossless_png(const Picture& picture);
std::string small_png(const Picture& picture);

}  // namespace ancrage::test
