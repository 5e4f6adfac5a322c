// SPDX-License-Identifier: Apache-2.0
// The viewer on the embedded territory at 1280x800 with software GL, a new process a run: frames while the map is
// panned, the first map after launch, memory, and what it costs while nobody does anything.
#include "bench/support/session.hpp"

#include "bench/support/build_facts.hpp"
#include "support/program.hpp"
#include "support/temporary_directory.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <stdexcept>
#include <string>

using namespace ancrage;
using namespace ancrage::bench;

namespace {

const std::string territory_folder = std::string(source_directory) + "/geodata/ales";

test::ProgramResult view(std::vector<std::string> options) {
  options.insert(options.begin(), {viewer_program, territory_folder, "--size", "1280x800"});
  auto said = test::run_program(options);
  if (said.exit_code != 0) throw std::runtime_error("ancrage-viewer: " + said.errors);
  return said;
}

void run(Session& session) {
  const std::string frames = session.options().tiny ? "5" : "600";
  session.describe("Alès Agglomération at 1280x800, software GL, " + frames + " frames of panning a run");
  Times mean;
  Times p99;
  Times first_map;
  Times idle;
  double memory = 0.0;
  bool rests = true;
  for (std::size_t i = 0; i < session.options().runs; ++i) {
    const auto report = nlohmann::json::parse(view({"--frames", frames}).output);
    const auto seconds = [&](const char* key) { return report.at(key).get<double>() / 1000.0; };
    mean.seconds.push_back(seconds("mean_ms"));
    p99.seconds.push_back(seconds("p99_ms"));
    first_map.seconds.push_back(seconds("first_map_ms"));
    idle.seconds.push_back(seconds("idle_processor_ms"));
    memory = std::max(memory, report.at("peak_memory_mb").get<double>());
    rests = rests && report.at("comes_to_rest").get<bool>();
  }
  mean.peak_memory_mib = memory;
  const test::TemporaryDirectory folder;
  for (const char* name : {"a.png", "b.png"}) view({"--screenshot", folder.path(name), "--select", "30132"});
  session.same("the same picture from two processes", folder.read("a.png") == folder.read("b.png"));
  session.same("no frame is drawn while nothing happens", rests);
  session.add("viewer: a frame while panning, mean", mean);
  session.add("viewer: a frame while panning, 99th percentile", p99);
  session.add("viewer: from launch to the first map", first_map);
  session.add("viewer: processor time in a second at rest", idle);
  session.at_most("a frame while panning", mean.median(), 0.016);
  session.at_most("99th percentile", p99.median(), 0.033);
  session.at_most("first map from launch", first_map.median(), 1.0);
  session.at_most("processor time in a second at rest", idle.median(), 0.005);
  session.at_most_mib("memory", memory, 300.0);
}

}  // namespace

int main(int argc, char** argv) { return main_of("viewer_frames", argc, argv, run); }
