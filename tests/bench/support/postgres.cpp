// SPDX-License-Identifier: Apache-2.0
#include "bench/support/postgres.hpp"

#include "support/program.hpp"
#include "support/temporary_directory.hpp"

#include <cstdlib>
#include <sstream>
#include <stdexcept>

namespace ancrage::bench {

namespace {

constexpr double ms_per_second = 1000.0;
constexpr double kib_per_mib = 1024.0;

}  // namespace

std::optional<Postgres> Postgres::find(Session& session, const std::string& contender) {
  const char* socket = std::getenv("ANCRAGE_BENCH_POSTGRES");
  if (socket == nullptr || *socket == '\0') {
    session.skip(contender, "no PostgreSQL server; scripts/bench starts one");
    return std::nullopt;
  }
  return Postgres(socket);
}

std::string Postgres::run(const std::string& script) const {
  const test::TemporaryDirectory folder;
  const auto said = test::run_program({"psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", socket_, "-U",
                                       "postgres", "-d", "postgres", "-f", folder.write("script.sql", script)},
                                      {.variables = {{"LC_ALL", "C.UTF-8"}}});
  if (said.exit_code != 0) throw std::runtime_error("psql: " + said.errors);
  return said.output;
}

Times Postgres::time(const std::string& setup, const std::string& query, std::size_t runs,
                     const std::string& result_file) const {
  std::string script = setup + "\n";
  for (std::size_t i = 0; i < runs; ++i) {
    script += "DROP TABLE IF EXISTS result;\n\\timing on\nCREATE TEMP TABLE result AS " + query + ";\n\\timing off\n";
  }
  // A program that the server starts is a child of the process that ran the queries.
  script +=
      "CREATE TEMP TABLE peak (line text);\n"
      "COPY peak FROM PROGRAM 'grep VmHWM /proc/$PPID/status' WITH (DELIMITER '|');\n"
      "SELECT 'Peak: ' || regexp_replace(line, '[^0-9]', '', 'g') FROM peak;\n"
      "\\copy result TO '" +
      result_file + "' CSV HEADER\n";
  std::istringstream lines(run("SET client_min_messages TO warning;\n" + script));
  Times times;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("Time: ")) times.seconds.push_back(std::stod(line.substr(6)) / ms_per_second);
    if (line.starts_with("Peak: ")) times.peak_memory_mib = std::stod(line.substr(6)) / kib_per_mib;
  }
  if (times.seconds.size() != runs) throw std::runtime_error("psql told too few times");
  return times;
}

}  // namespace ancrage::bench
