// SPDX-License-Identifier: Apache-2.0
// PostgreSQL as a peer: the private server that scripts/bench starts, through psql.
#pragma once

#include "bench/support/session.hpp"

#include <optional>
#include <string>

namespace ancrage::bench {

class Postgres {
 public:
  // The server whose socket lies in the folder that ANCRAGE_BENCH_POSTGRES names; nothing, and a line that it is
  // skipped, when there is none.
  static std::optional<Postgres> find(Session& session, const std::string& contender);

  // Runs statements and commands of psql; returns what they print, unaligned. Throws with what psql says.
  std::string run(const std::string& script) const;
  // Runs `query` that often in one session, after `setup`, each time into the table "result", which the last run leaves
  // in result_file as CSV. Times are those psql takes, the memory that of the server process.
  Times time(const std::string& setup, const std::string& query, std::size_t runs,
             const std::string& result_file) const;

 private:
  explicit Postgres(std::string socket) : socket_(std::move(socket)) {}
  std::string socket_;
};

}  // namespace ancrage::bench
