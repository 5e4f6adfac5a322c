// SPDX-License-Identifier: Apache-2.0
#include "ancrage/assessment/applicants.hpp"

#include "support/errors.hpp"
#include "support/source_tree.hpp"
#include "support/temporary_directory.hpp"

#include <catch2/catch.hpp>

using namespace ancrage;
using namespace ancrage::assessment;
using namespace ancrage::test;

namespace {

const std::string territory = in_source_tree("geodata/ales");

class Folder {
 public:
  Applicants read(const std::string& content) const {
    return read_applicants(folder_.write("a.csv", content), territory);
  }
  void check_fault(const std::string& content, const std::vector<std::string>& words) const {
    CAPTURE(content);
    const auto fault = fault_of([&] { read(content); });
    REQUIRE(fault);
    CHECK(fault->code == ErrorCode::wrong_input);
    for (const std::string& word : words) CHECK_THAT(fault->text, Catch::Contains(word));
  }
  const TemporaryDirectory& folder() const { return folder_; }

 private:
  TemporaryDirectory folder_;
};

}  // namespace

TEST_CASE("applicants have what their rows say, columns in any order and most left out") {
  const Folder folder;
  folder.folder().write("mine.toml", "name = \"Mien\"\n[limits]\ncollege = 15\nlycee = 30\n");
  const Applicants read = folder.read(
      "priority,id,profile,limits,within,partner,group\n"
      "2, a1 ,mine.toml,college=10; zone=zip,Alès=30;Nîmes=60,a2,msp\n"
      ",a2,FAMILLE,,,a1,\n"
      ",a3,,,,,\n");
  REQUIRE(read.list.size() == 3);
  CHECK(read.diagnostics.empty());
  const Applicant& first = read.list[0];
  CHECK(first.id == "a1");
  CHECK(first.profile.name == "Mien");
  CHECK(first.priority == 2);
  CHECK(first.partner == 1u);
  CHECK(first.group == "msp");
  REQUIRE(first.profile.limits.size() == 5);
  CHECK(first.profile.limits[0].minutes == 10.0);  // instead of the profile's 15
  CHECK(first.profile.limits[1].kind == LimitKind::lycee);
  CHECK_THAT(first.profile.limits[0].origin, Catch::Contains("a.csv, limits, a1"));
  CHECK(read.list[1].profile.name == "Famille");
  CHECK(read.list[1].partner == 0u);
  CHECK(read.list[2].profile.empty());
  CHECK(read.list[2].priority == no_priority);
  CHECK(folder.read("id\nx\ny\n").list.size() == 2);
}

TEST_CASE("columns of applicants that mean nothing are named") {
  const Folder folder;
  const Applicants read = folder.read("id,patner,note\na1,a2,x\n");
  REQUIRE(read.diagnostics.size() == 1);
  CHECK(read.diagnostics[0].names == std::vector<std::string>{"patner", "note"});
}

TEST_CASE("what is wrong with applicants names file, column and row") {
  const Folder folder;
  folder.check_fault("id,profile\n", {"a.csv"});
  folder.check_fault("code\na1\n", {"a.csv", "id"});
  folder.check_fault("id\na1\na1\n", {"a.csv, id", "2", "a1"});
  folder.check_fault("id,profile\na1,intern\n", {"a.csv, profile, a1", "intern", "interne"});
  folder.check_fault("id,within\na1,Alès\n", {"a.csv, within, a1", "Alès"});
  folder.check_fault("id,limits\na1,colege=15\n", {"a.csv, limits, a1", "college"});
  folder.check_fault("id,limits\na1,college=15;college=10\n", {"a.csv, limits, a1", "twice"});
  folder.check_fault("id,partner\na1,a9\na2,\n", {"a.csv, partner", "a9", "a1"});
  folder.check_fault("id,partner\na1,a1\n", {"a.csv, partner", "own partner"});
  folder.check_fault("id,partner\na1,a2\na2,\n", {"a.csv, partner", "a1", "a2"});
  folder.check_fault("id,partner\na1,a2\na2,a3\na3,a1\n", {"a.csv, partner", "does not name"});
  for (const std::string priority : {"0", "-1", "first", "1.5"}) {
    folder.check_fault("id,priority\na1," + priority + "\n", {"a.csv, priority", priority});
  }
  folder.folder().write("typo.toml", "[limits]\ncolege = 15\n");
  folder.check_fault("id,profile\na1,typo.toml\n", {"typo.toml", "college"});
  CHECK(fault_of([&] { read_applicants(folder.folder().path("absent.csv"), territory); })->code ==
        ErrorCode::unreadable_input);
}
