// SPDX-License-Identifier: Apache-2.0
// Random inputs on the real panels of the territory that ships. ANCRAGE_MONKEY_INPUTS says how many (100,000 in an hour
// of its own, fewer among the other tests), ANCRAGE_MONKEY_SEED which.
#include "viewer/monkey.hpp"

#include "ancrage/io/writer.hpp"
#include "ancrage/territory/package.hpp"
#include "support/source_tree.hpp"
#include "support/temporary_directory.hpp"
#include "viewer/interview_file.hpp"
#include "viewer/weights.hpp"

#include <imgui.h>
#include <catch2/catch.hpp>

#include <cmath>
#include <cstdlib>
#include <iostream>
#include <numeric>

using namespace ancrage;
using namespace ancrage::viewer;

namespace {

// Far above what any frame takes, with sanitizers on a busy machine too.
constexpr double stuck_seconds = 15.0;
constexpr std::uint64_t inputs_of_a_session = 1000;

std::uint64_t number_from(const char* variable, std::uint64_t otherwise) {
  const char* text = std::getenv(variable);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

void check_weights(const Model& model, const Interview& interview) {
  const auto shown = shown_weights(model, interview);
  for (const auto score : {assessment::Score::need, assessment::Score::attractiveness}) {
    const auto [first, last] = model.columns_of(score);
    const auto begin = shown.begin();
    REQUIRE(std::accumulate(begin + static_cast<std::ptrdiff_t>(first), begin + static_cast<std::ptrdiff_t>(last), 0) ==
            100);
  }
}

// What must be true whatever was done.
void check(Offscreen& offscreen, const test::TemporaryDirectory& folder) {
  offscreen.settle();
  Screen& screen = offscreen.screen();
  const State& state = screen.state();
  REQUIRE_FALSE(screen.working());
  REQUIRE(state.asked.empty());
  check_weights(screen.model(), state.interview);
  REQUIRE(state.interview.compared.size() <= most_compared);
  REQUIRE(std::isfinite(state.camera.center.x));
  REQUIRE(state.camera.metres_per_pixel > 0);
  const std::string path = folder.path("check.toml");
  io::write_text(path, interview_text(state.interview, screen.model(), state.results.assessment()));
  REQUIRE(read_interview(path, screen.model()).interview == state.interview);
}

}  // namespace

TEST_CASE("a monkey at the mouse and the keys finds no crash, no stuck frame and no lost interview", "[monkey]") {
  const std::uint64_t seed = number_from("ANCRAGE_MONKEY_SEED", 20260);
  const std::uint64_t inputs = number_from("ANCRAGE_MONKEY_INPUTS", 4000);
  std::cout << "monkey: seed " << seed << ", " << inputs << " inputs" << std::endl;
  const territory::Territory territory = territory::load_territory(test::in_source_tree("geodata/ales"));
  const Language french("fr");
  const Language english("en");
  const Model in_french(territory, french);
  const Model in_english(territory, english);
  const test::TemporaryDirectory folder;
  test::Monkey monkey(seed);
  std::optional<Interview> left;
  while (monkey.acts() < inputs) {
    // Closed and opened again, in the other language.
    const bool even = monkey.acts() / inputs_of_a_session % 2 == 0;
    Offscreen offscreen(even ? in_french : in_english, 640, 480,
                        {1.0 + 0.5 * static_cast<double>(monkey.below(3)), folder.path("kept"), folder.path("out")});
    if (left) REQUIRE(offscreen.screen().state().interview == *left);
    offscreen.screen().state().animate = monkey.below(2) == 0;
    const std::uint64_t end = std::min(inputs, monkey.acts() + inputs_of_a_session);
    while (monkey.acts() < end) {
      INFO("seed " << seed << ", input " << monkey.acts() << ": " << monkey.last());
      monkey.act(offscreen);
      REQUIRE(monkey.longest_frame() < stuck_seconds);
      if (monkey.acts() % 250 == 0) check(offscreen, folder);
    }
    check(offscreen, folder);
    left = offscreen.screen().state().interview;
  }
  std::cout << "monkey: longest frame " << 1000 * monkey.longest_frame() << " ms" << std::endl;
}
