// SPDX-License-Identifier: Apache-2.0
#include "ancrage/planning/location_tables.hpp"

#include "support/errors.hpp"
#include "support/temporary_directory.hpp"

#include <catch2/catch.hpp>

using namespace ancrage;
using namespace ancrage::planning;

namespace {

constexpr const char* demand_text = "id,population\nd1,10\nd2,20\n";
constexpr const char* costs_text = "to,from,cost\nb,d2,2\na,d1,5\nb,d1,7\n";

class Tables {
 public:
  LocationProblem read(const LocationChoice& choice = {}) const {
    return read_location(folder_.path("costs.csv"), folder_.path("demand.csv"), choice);
  }
  void costs(const char* text) const { folder_.write("costs.csv", text); }
  void demand(const char* text) const { folder_.write("demand.csv", text); }
  Tables() {
    costs(costs_text);
    demand(demand_text);
  }

  void check_wrong(const std::string& word, const LocationChoice& choice = {}) const {
    const auto fault = test::fault_of([&] { read(choice); });
    REQUIRE(fault);
    CHECK(fault->code == ErrorCode::wrong_input);
    CHECK_THAT(fault->text, Catch::Contains(word));
  }

 private:
  test::TemporaryDirectory folder_;
};

}  // namespace

TEST_CASE("places come in the order of their ids, whatever the rows are in", "[planning]") {
  const LocationProblem problem = Tables().read();
  CHECK(problem.place_id == std::vector<std::string>{"a", "b"});
  CHECK(problem.people == std::vector<double>{10, 20});
  CHECK(problem.costs.starts == std::vector<std::size_t>{0, 2, 3});
  CHECK(problem.costs.places == std::vector<std::uint32_t>{0, 1, 1});
  CHECK(problem.costs.costs == std::vector<double>{5, 7, 2});
}

TEST_CASE("only candidates and fixed places may open", "[planning]") {
  const LocationProblem problem = Tables().read({.candidates = {{"b"}}, .fixed = {}});
  CHECK(problem.place_id == std::vector<std::string>{"b"});
  const LocationProblem fixed = Tables().read({.candidates = {{"b"}}, .fixed = {"a"}});
  CHECK(fixed.place_id == std::vector<std::string>{"a", "b"});
  CHECK(fixed.fixed == std::vector<std::uint8_t>{1, 0});
}

TEST_CASE("wrong tables are refused where they are wrong", "[planning]") {
  const Tables tables;
  tables.check_wrong("“c”", {.candidates = {}, .fixed = {"c"}});
  tables.check_wrong("“c”", {.candidates = {{"c"}}, .fixed = {}});
  tables.check_wrong("twice", {.candidates = {}, .fixed = {"a", "a"}});
  tables.costs("from,to,cost\nd1,a,5\nd3,a,1\n");
  tables.check_wrong("“d3”");
  tables.costs("from,to,cost\nd1,a,5\nd1,a,6\n");
  tables.check_wrong("first in row 1");
  tables.costs("from,to,cost\nd1,a,-1\n");
  tables.check_wrong("negative");
  tables.costs("from,to,cost\nd1,a,near\n");
  tables.check_wrong("not a number");
  tables.costs("from,to,cost\nd1,,3\n");
  tables.check_wrong("no id");
  tables.costs("from,to\nd1,a\n");
  tables.check_wrong("cost");
  tables.costs(costs_text);
  tables.demand("id,population\nd1,10\nd1,20\n");
  tables.check_wrong("repeats");
}
