// SPDX-License-Identifier: Apache-2.0
// picture_tool small FROM.png TO.png: at most 256 colours.
// picture_tool compare EXPECTED.png ACTUAL.png DIFFERENCE.png: 1 when they are not alike, and where is written.
#include "ancrage/io/writer.hpp"
#include "support/picture_comparison.hpp"
#include "support/program.hpp"

#include <cstdio>
#include <exception>
#include <string>
#include <vector>

using namespace ancrage;

namespace {

int run(const std::vector<std::string>& words) {
  if (words.size() == 3 && words[0] == "small") {
    io::write_text(words[2], test::small_png(test::read_png(test::read_file(words[1]))));
    return 0;
  }
  if (words.size() == 4 && words[0] == "compare") {
    const auto found =
        test::difference(test::read_png(test::read_file(words[1])), test::read_png(test::read_file(words[2])));
    if (found.alike) return 0;
    std::printf("%s: %.2f %% of the blocks differ\n", words[1].c_str(), 100 * found.share);
    if (!found.marked.pixels.empty()) io::write_text(words[3], test::small_png(found.marked));
    return 1;
  }
  std::fputs("picture_tool small FROM TO | compare EXPECTED ACTUAL DIFFERENCE\n", stderr);
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    std::fprintf(stderr, "picture_tool: %s\n", error.what());
    return 3;
  }
}
