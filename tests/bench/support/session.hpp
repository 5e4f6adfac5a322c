// SPDX-License-Identifier: Apache-2.0
// A benchmark is a program of one source: it makes its input, lets every contender answer, has the answers compared,
// and only then are times shown. It exits with 1, without a time, when answers differ or when none were compared.
//
//   void run(Session& session) {
//     session.describe("squares of 1000 numbers");
//     auto ours = session.measure("Ancrage", [&] { answer = squares(numbers); });
//     session.same("all squares", answer == oracle);
//     session.at_least("Boost / Ancrage", boost.median() / ours.median(), 10);
//   }
//   int main(int argc, char** argv) { return ancrage::bench::main_of("squares", argc, argv, run); }
//
// Options of every benchmark: --runs N, --seed K, --tiny (the smallest input that goes everywhere; its times mean
// nothing), --results FILE (the rows again, appended, for the table at the end of scripts/bench), --no-machine.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace ancrage::bench {

struct Options {
  std::size_t runs = 5;
  std::uint64_t seed = 1;
  bool tiny = false;
  bool show_machine = true;
  std::string results_file{};
};

// Times of one contender; what was not measured is 0.
struct Times {
  std::vector<double> seconds;  // one a run
  double peak_memory_mib = 0.0;

  double median() const;
};

class Session {
 public:
  Session(std::string name, Options options);

  const Options& options() const { return options_; }
  // The folder of the raw open data (ANCRAGE_SHARED or ../shared, then geodata); empty when it is not there, or in a
  // tiny run.
  std::string raw_data() const;

  // One line: what is computed, on what.
  void describe(const std::string& what);
  // What another program is ("PostgreSQL 15.18, pgRouting 3.4.2").
  void version(const std::string& what);
  // Runs the work options().runs times (`runs` of them when that is fewer: slow peers), `prepare` before each untimed.
  // The peak memory is that of the whole process during the first run.
  Times measure(const std::string& contender, const std::function<void()>& work,
                const std::function<void()>& prepare = {}, std::size_t runs = SIZE_MAX);
  // Times that a peer took itself.
  void add(const std::string& contender, const Times& times);
  // A contender or a part that cannot run here, and why.
  void skip(const std::string& what, const std::string& why);

  // Answers were compared; throws Mismatch when they are not the same.
  void same(const std::string& what, bool equal, const std::string& difference = {});
  // What the plan asks for; missing it is shown, and fails nothing: the machine may be busy.
  void at_most(const std::string& what, double seconds, double limit);
  void at_most_mib(const std::string& what, double mib, double limit);
  void at_least(const std::string& what, double ratio, double limit);

  // Prints and appends what was measured. Throws when no answer was compared.
  void finish() const;

 private:
  struct Row {
    std::string contender;
    Times times;
  };
  std::string name_;
  Options options_;
  std::vector<Row> rows_;
  std::vector<std::string> targets_;
  std::size_t compared_ = 0;
};

// Reads the options and runs: 0 done, 1 answers differ or something failed, 2 usage.
int main_of(const std::string& name, int argc, char** argv, void (*run)(Session&));

}  // namespace ancrage::bench
