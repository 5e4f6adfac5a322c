// SPDX-License-Identifier: Apache-2.0
// `ancrage rank` of the embedded territory in a new process: what a user waits for. Once with its files in the page
// cache, once after the territory was dropped from it.
#include "bench/support/session.hpp"

#include "ancrage/assessment/assessment.hpp"
#include "ancrage/io/raw_text.hpp"
#include "ancrage/territory/package.hpp"
#include "bench/support/build_facts.hpp"
#include "support/program.hpp"
#include "support/temporary_directory.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <stdexcept>
#include <string>

using namespace ancrage;
using namespace ancrage::bench;

namespace {

constexpr double limit_seconds = 0.5;

const std::string territory_folder = std::string(source_directory) + "/geodata/ales";

void drop_from_page_cache(const std::string& folder) {
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const int file = open(entry.path().c_str(), O_RDONLY);
    if (file < 0) continue;
    fdatasync(file);
    posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
    close(file);
  }
}

test::ProgramResult rank() {
  auto said = test::run_program({program, "rank", territory_folder, "--format", "csv"});
  if (said.exit_code != 0) throw std::runtime_error("ancrage rank: " + said.errors);
  return said;
}

// Whether the rows are the sites by need, with the scores that the library gives here.
bool as_assessed(const std::string& csv) {
  const test::TemporaryDirectory folder;
  const auto rows = io::read_delimited(folder.write("rank.csv", csv));
  const territory::Territory loaded = territory::load_territory(territory_folder);
  const auto assessed = assessment::assess(loaded);
  const auto& order = assessed.ranking(assessment::Score::need);
  if (rows.rows.size() != order.size()) return false;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Quantity score = assessed.score(assessment::Score::need, order[i]).score;
    if (rows.rows[i][rows.column("id")] != loaded.sites.id[order[i]]) return false;
    if (std::abs(std::stod(rows.rows[i][rows.column("need_score")]) - score.value()) > 1e-6) return false;
  }
  return true;
}

void run(Session& session) {
  session.describe("all sites by both scores, as CSV");
  std::string first;
  bool same = true;
  const auto once = [&](Times& times, bool dropped) {
    if (dropped) drop_from_page_cache(territory_folder);
    const auto start = std::chrono::steady_clock::now();
    const auto said = rank();
    times.seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    times.peak_memory_mib = std::max(times.peak_memory_mib, said.peak_memory_mib);
    if (first.empty()) first = said.output;
    same = same && said.output == first;
  };
  Times cached;
  Times dropped;
  for (std::size_t i = 0; i < session.options().runs; ++i) {
    once(dropped, true);
    once(cached, false);
  }
  session.same("the same bytes every time", same);
  session.same("the library's own sites and scores", as_assessed(first));
  session.add("Ancrage: rank, files in the page cache", cached);
  session.add("Ancrage: rank, territory dropped from the page cache", dropped);
  session.at_most("rank of the embedded territory from cold", dropped.median(), limit_seconds);
}

}  // namespace

int main(int argc, char** argv) { return main_of("ales_rank", argc, argv, run); }
