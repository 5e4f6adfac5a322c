// SPDX-License-Identifier: Apache-2.0
#include "bench/support/session.hpp"

#include "bench/support/build_facts.hpp"
#include "bench/support/machine.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <utility>

namespace ancrage::bench {

namespace {

constexpr int usage_fault = 2;

std::string duration(double seconds) {
  if (seconds >= 10) return fmt::format("{:.1f} s", seconds);
  if (seconds >= 1) return fmt::format("{:.2f} s", seconds);
  const double ms = seconds * 1000;
  return fmt::format("{:.{}f} ms", ms, ms >= 100 ? 0 : ms >= 10 ? 1 : ms >= 1 ? 2 : 3);
}

std::string row_text(const std::string& contender, const Times& times) {
  const auto [least, most] = std::minmax_element(times.seconds.begin(), times.seconds.end());
  return fmt::format("{:<66} {:>4} {:>10} {:>10} {:>10} {:>10}", contender, times.seconds.size(),
                     duration(times.median()), duration(*least), duration(*most),
                     times.peak_memory_mib > 0 ? fmt::format("{:.0f} MiB", times.peak_memory_mib) : "-");
}

std::string heading() {
  return fmt::format("{:<66} {:>4} {:>10} {:>10} {:>10} {:>10}", "Contender", "Runs", "Median", "Least", "Most",
                     "Peak");
}

}  // namespace

double Times::median() const {
  std::vector<double> sorted = seconds;
  std::sort(sorted.begin(), sorted.end());
  const std::size_t half = sorted.size() / 2;
  if (sorted.empty()) return 0.0;
  return sorted.size() % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

Session::Session(std::string name, Options options) : name_(std::move(name)), options_(std::move(options)) {
  if (options_.show_machine) std::printf("%s", machine_description().c_str());
  std::printf("\n%s\nSeed %llu, %zu runs%s\n", name_.c_str(), static_cast<unsigned long long>(options_.seed),
              options_.runs, options_.tiny ? ", tiny input: the times mean nothing" : "");
}

std::string Session::raw_data() const {
  namespace fs = std::filesystem;
  const char* named = std::getenv("ANCRAGE_SHARED");
  const fs::path shared =
      named != nullptr && *named != '\0' ? fs::path(named) : fs::path(source_directory) / "../shared";
  const fs::path directory = (shared / "geodata").lexically_normal();
  return !options_.tiny && fs::is_directory(directory) ? directory.string() : std::string();
}

void Session::describe(const std::string& what) { std::printf("%s\n", what.c_str()); }

void Session::version(const std::string& what) {
  std::printf("Peer: %s\n", what.substr(0, what.find_last_not_of('\n') + 1).c_str());
}

Times Session::measure(const std::string& contender, const std::function<void()>& work,
                       const std::function<void()>& prepare, std::size_t runs) {
  using Clock = std::chrono::steady_clock;
  Times times;
  for (std::size_t run = 0; run < std::min(runs, options_.runs); ++run) {
    if (prepare) prepare();
    if (run == 0) reset_peak_memory();
    const auto start = Clock::now();
    work();
    times.seconds.push_back(std::chrono::duration<double>(Clock::now() - start).count());
    if (run == 0) times.peak_memory_mib = peak_memory_mib();
  }
  add(contender, times);
  return times;
}

void Session::add(const std::string& contender, const Times& times) {
  if (times.seconds.empty()) throw std::logic_error(contender + " was not measured");
  rows_.push_back({contender, times});
}

void Session::skip(const std::string& what, const std::string& why) {
  std::printf("Skipped: %s (%s)\n", what.c_str(), why.c_str());
}

void Session::same(const std::string& what, bool equal, const std::string& difference) {
  if (!equal) throw std::runtime_error("the answers differ: " + what + (difference.empty() ? "" : ": " + difference));
  std::printf("Same answer: %s\n", what.c_str());
  ++compared_;
}

void Session::at_most(const std::string& what, double seconds, double limit) {
  targets_.push_back(fmt::format("{:<8} {}: {} (at most {})", seconds <= limit ? "reached" : "MISSED", what,
                                 duration(seconds), duration(limit)));
}

void Session::at_most_mib(const std::string& what, double mib, double limit) {
  targets_.push_back(
      fmt::format("{:<8} {}: {:.0f} MiB (at most {:.0f})", mib <= limit ? "reached" : "MISSED", what, mib, limit));
}

void Session::at_least(const std::string& what, double ratio, double limit) {
  targets_.push_back(
      fmt::format("{:<8} {}: {:.1f} times (at least {})", ratio >= limit ? "reached" : "MISSED", what, ratio, limit));
}

void Session::finish() const {
  if (rows_.empty()) return;  // all skipped
  if (compared_ == 0) throw std::logic_error("no answers were compared");
  std::string rows;
  for (const Row& row : rows_) rows += row_text(row.contender, row.times) + "\n";
  for (const std::string& target : targets_) rows += target + "\n";
  std::printf("%s\n%s", heading().c_str(), rows.c_str());
  if (options_.results_file.empty()) return;
  std::ofstream results(options_.results_file, std::ios::app);
  if (results.tellp() == 0) results << heading() << "\n";
  results << "\n" << name_ << "\n" << rows;
  if (!results.flush()) throw std::runtime_error("cannot write " + options_.results_file);
}

int main_of(const std::string& name, int argc, char** argv, void (*run)(Session&)) {
  Options options;
  bool no_machine = false;
  CLI::App app("Benchmark " + name);
  app.add_option("--runs", options.runs, "times that every contender runs (default 5)")->check(CLI::Range(1, 1000));
  app.add_option("--seed", options.seed, "of random input (default 1)");
  app.add_flag("--tiny", options.tiny, "the smallest input that goes everywhere");
  app.add_option("--results", options.results_file, "file to append the rows to");
  app.add_flag("--no-machine", no_machine, "leaves out the description of the machine");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& fault) {
    return app.exit(fault) == 0 ? 0 : usage_fault;
  }
  options.show_machine = !no_machine;
  try {
    Session session(name, options);
    run(session);
    session.finish();
    return 0;
  } catch (const std::exception& fault) {
    std::fflush(stdout);
    std::fprintf(stderr, "%s: %s\n", name.c_str(), fault.what());
    return 1;
  }
}

}  // namespace ancrage::bench
