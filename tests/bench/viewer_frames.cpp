// SPDX-License-Identifier: Apache-2.0
// The viewer on the embedded territory at 1280x800 with software GL, a new process a run: frames while the map is
// panned, bare and with the isochrones of a couple, the first map after launch, memory over a whole interview, and what
// it costs while nobody does anything.
#include "bench/support/session.hpp"

#include "bench/support/build_facts.hpp"
#include "support/program.hpp"
#include "support/temporary_directory.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>
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

// The interview of scripts/tour, without its pictures.
std::string interview_script() {
  std::istringstream tour(test::read_file(std::string(source_directory) + "/viewer/pictures/tour.txt"));
  std::string script;
  for (std::string line; std::getline(tour, line);) {
    if (!line.starts_with("shot ")) script += line + "\n";
  }
  return script;
}

void run(Session& session) {
  const std::string frames = session.options().tiny ? "5" : "600";
  session.describe("Alès Agglomération at 1280x800, software GL, " + frames + " frames of panning a run");
  Times mean;
  Times p99;
  Times couple;
  Times couple_p99;
  Times first_map;
  Times idle;
  double memory = 0.0;
  bool rests = true;
  const test::TemporaryDirectory folder;
  const std::string couple_script = folder.write("couple.txt", "select Génolhac\nsecond Alès\nwait 1\n");
  const std::string whole_script = folder.write("interview.txt", interview_script());
  for (std::size_t i = 0; i < session.options().runs; ++i) {
    const auto report = nlohmann::json::parse(view({"--frames", frames}).output);
    const auto seconds = [&](const char* key) { return report.at(key).get<double>() / 1000.0; };
    mean.seconds.push_back(seconds("mean_ms"));
    p99.seconds.push_back(seconds("p99_ms"));
    first_map.seconds.push_back(seconds("first_map_ms"));
    idle.seconds.push_back(seconds("idle_processor_ms"));
    memory = std::max(memory, report.at("peak_memory_mb").get<double>());
    rests = rests && report.at("comes_to_rest").get<bool>();
    const auto two = nlohmann::json::parse(view({"--play", couple_script, "--frames", frames}).output);
    couple.seconds.push_back(two.at("mean_ms").get<double>() / 1000.0);
    couple_p99.seconds.push_back(two.at("p99_ms").get<double>() / 1000.0);
  }
  const auto whole = nlohmann::json::parse(view({"--play", whole_script, "--frames", "5"}).output);
  memory = std::max(memory, whole.at("peak_memory_mb").get<double>());
  mean.peak_memory_mib = memory;
  for (const char* name : {"a.png", "b.png"}) view({"--screenshot", folder.path(name), "--select", "30132"});
  session.same("the same picture from two processes", folder.read("a.png") == folder.read("b.png"));
  session.same("no frame is drawn while nothing happens", rests);
  session.add("viewer: a frame while panning, mean", mean);
  session.add("viewer: a frame while panning, 99th percentile", p99);
  session.add("viewer: the same with the isochrones of a couple, mean", couple);
  session.add("viewer: the same with the isochrones of a couple, 99th percentile", couple_p99);
  session.add("viewer: from launch to the first map", first_map);
  session.add("viewer: processor time in a second at rest", idle);
  session.at_most("a frame while panning", mean.median(), 0.016);
  session.at_most("99th percentile", p99.median(), 0.033);
  session.at_most("a frame while panning, with a couple", couple.median(), 0.016);
  session.at_most("99th percentile, with a couple", couple_p99.median(), 0.033);
  session.at_most("first map from launch", first_map.median(), 1.0);
  session.at_most("processor time in a second at rest", idle.median(), 0.005);
  session.at_most_mib("memory over a whole interview", memory, 300.0);
}

}  // namespace

int main(int argc, char** argv) { return main_of("viewer_frames", argc, argv, run); }
