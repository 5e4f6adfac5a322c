// SPDX-License-Identifier: Apache-2.0
#include "ancrage/access/plain_tables.hpp"

#include "support/errors.hpp"
#include "support/temporary_directory.hpp"

#include <catch2/catch.hpp>

using namespace ancrage;
using namespace ancrage::access;
using test::fault_of;

namespace {

const std::vector<std::string> two_places{"01004", "Alès"};
const std::vector<std::string> two_supplies{"a", "b"};

void check_wrong(const std::optional<test::Fault>& fault, const std::string& first, const std::string& second) {
  REQUIRE(fault);
  CHECK(fault->code == ErrorCode::wrong_input);
  CHECK_THAT(fault->text, Catch::Contains(first) && Catch::Contains(second));
}

}  // namespace

TEST_CASE("supply and demand keep the ids and the order of their rows") {
  const test::TemporaryDirectory folder;
  const auto supply = read_supply(folder.write("s.csv", "name,supply,id\nx,3.5,b\ny, 0 ,a\n"));
  CHECK(supply.id == std::vector<std::string>{"b", "a"});
  CHECK(supply.amount == std::vector<double>{3.5, 0});
  const auto demand =
      read_demand(folder.write("d.csv", "\xEF\xBB\xBFid,population,nom\r\n01004,10,x\r\nAlès,1e3,y\r\n"));
  CHECK(demand.id == two_places);
  CHECK(demand.people == std::vector<double>{10, 1000});
  CHECK(demand.by_class.empty());
  CHECK(demand.unused_columns == std::vector<std::string>{"nom"});
}

TEST_CASE("age classes are columns of the demand") {
  const test::TemporaryDirectory folder;
  const std::string path = folder.write("d.csv", "id,65+,0-17\nx,3,4\ny,1,0\n");
  const auto demand = read_demand(path, std::vector<std::string>{"0-17", "65+"});
  CHECK(demand.by_class == std::vector<double>{4, 3, 0, 1});
  CHECK(demand.people == std::vector<double>{7, 1});
  CHECK(demand.unused_columns.empty());
  check_wrong(fault_of([&] { read_demand(path, std::vector<std::string>{"18-64"}); }), "18-64", "0-17");
}

TEST_CASE("practitioners may lack acts or age") {
  const test::TemporaryDirectory folder;
  const auto table = read_practitioners(folder.write("p.csv", "id,place,acts,age\nd1,B,5000,50\nd2,A,,NS\nd3,B,NS,\n"));
  CHECK(table.place == std::vector<std::string>{"B", "A"});
  CHECK(table.practitioners.place == std::vector<std::uint32_t>{0, 1, 0});
  CHECK(table.practitioners.acts[0].value() == 5000);
  CHECK(table.practitioners.acts[1].state() == Quantity::State::missing);
  CHECK(table.practitioners.acts[2].state() == Quantity::State::withheld);
  CHECK_FALSE(table.practitioners.age[1].is_number());
}

TEST_CASE("times become rows whatever their order in the file") {
  const test::TemporaryDirectory folder;
  const auto times =
      read_times(folder.write("t.csv", "minutes,to,from\n7,b,Alès\n0,a,01004\n3,a,Alès\n"), two_places, two_supplies);
  CHECK(times.starts == std::vector<std::size_t>{0, 1, 3});
  CHECK(times.supplies == std::vector<std::uint32_t>{0, 0, 1});
  CHECK(times.minutes == std::vector<double>{0, 3, 7});
}

TEST_CASE("supply places that are not known are refused, or left out and listed") {
  const test::TemporaryDirectory folder;
  const std::string path = folder.write("t.csv", "from,to,minutes\nAlès,c,1\nAlès,a,2\n01004,c,3\n");
  check_wrong(fault_of([&] { read_times(path, two_places, two_supplies); }), "Row 1", "“c”");
  const auto times = read_times(path, two_places, two_supplies, UnknownSupply::leave_out);
  CHECK(times.unknown_supplies == std::vector<std::string>{"c"});
  CHECK(times.minutes == std::vector<double>{2});
}

TEST_CASE("wrong tables are refused with file, row and column") {
  const test::TemporaryDirectory folder;
  const auto supply = [&](const std::string& text) {
    return fault_of([&] { read_supply(folder.write("s.csv", text)); });
  };
  check_wrong(supply("id,supply\na,1\nb,-2\n"), "s.csv, supply", "Row 2");
  check_wrong(supply("id,supply\na,nan\n"), "s.csv, supply", "nan");
  check_wrong(supply("id,supply\na,inf\n"), "s.csv, supply", "inf");
  check_wrong(supply("id,supply\na,\"12,5\"\n"), "12,5", "decimal point");
  check_wrong(supply("id,supply\na,\n"), "s.csv, supply", "Row 1");
  check_wrong(supply("id,supply\na,NS\n"), "s.csv, supply", "Row 1");
  check_wrong(supply("id,supply\na,1\nb,1\na,1\n"), "s.csv, id", "Row 3");
  check_wrong(supply("id,supply\n,1\n"), "s.csv, id", "Row 1");
  check_wrong(supply("id,supply\n"), "s.csv", "no rows");
  check_wrong(supply(""), "s.csv", "header");
  check_wrong(supply("id,amount\na,1\n"), "supply", "amount");
  check_wrong(supply("id;supply\na;1\n"), "id", "id;supply");
  check_wrong(supply("id,supply\na,1,2\n"), "s.csv", "Row 1");
  CHECK(fault_of([&] { read_supply(folder.path("absent.csv")); })->code == ErrorCode::unreadable_input);
  check_wrong(fault_of([&] { read_practitioners(folder.write("p.csv", "id,place,acts,age\nd,,1,2\n")); }), "place",
              "Row 1");
  check_wrong(fault_of([&] { read_practitioners(folder.write("p.csv", "id,place,acts,age\nd,a,1,-2\n")); }), "age",
              "Row 1");
}

TEST_CASE("wrong times are refused with file, row and column") {
  const test::TemporaryDirectory folder;
  const auto times = [&](const std::string& rows) {
    return fault_of([&] { read_times(folder.write("t.csv", "from,to,minutes\n" + rows), two_places, two_supplies); });
  };
  check_wrong(times("Ales,a,1\n"), "t.csv, from", "nearest: Alès");
  check_wrong(times("Alès,a,1\nAlès,b,2\nAlès,a,1\n"), "Row 3", "first in row 1");
  check_wrong(times("Alès,a,-1\n"), "t.csv, minutes", "negative");
  check_wrong(times("Alès,a,NaN\n"), "t.csv, minutes", "NaN");
  check_wrong(times("Alès,a,\n"), "t.csv, minutes", "Row 1");
  check_wrong(times(""), "t.csv", "no row");
}
