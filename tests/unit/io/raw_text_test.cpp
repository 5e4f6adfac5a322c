// SPDX-License-Identifier: Apache-2.0
#include "ancrage/io/raw_text.hpp"

#include "support/errors.hpp"
#include "support/temporary_directory.hpp"

#include <catch2/catch.hpp>

#include <cpl_vsi.h>

using namespace ancrage;
using namespace ancrage::io;
using ancrage::test::TemporaryDirectory;
using Catch::Matchers::Contains;

namespace {

void write_through(const std::string& virtual_path, std::string_view content) {
  VSILFILE* file = VSIFOpenL(virtual_path.c_str(), "wb");
  REQUIRE(file != nullptr);
  REQUIRE(VSIFWriteL(content.data(), 1, content.size(), file) == content.size());
  REQUIRE(VSIFCloseL(file) == 0);
}

}  // namespace

TEST_CASE("a gzipped text is read as what it holds") {
  const TemporaryDirectory folder;
  write_through("/vsigzip/" + folder.path("a.json.gz"), "[\"Alès\"]");
  CHECK(read_text(folder.path("a.json.gz")) == "[\"Alès\"]");
  CHECK(read_text(folder.write("empty.txt", "")).empty());
}

TEST_CASE("a gzipped text that is cut off is no text") {
  const TemporaryDirectory folder;
  std::string noise;
  for (unsigned i = 0, state = 1; i < 200'000; ++i)
    noise += static_cast<char>((state = state * 1664525u + 1013904223u) >> 24);
  write_through("/vsigzip/" + folder.path("a.gz"), noise);
  CHECK(read_text(folder.path("a.gz")) == noise);
  const std::string half = folder.read("a.gz").substr(0, 100'000);
  folder.write("half.gz", half);
  const auto fault = ancrage::test::fault_of([&] { read_text(folder.path("half.gz")); });
  REQUIRE(fault);
  CHECK(fault->code == ErrorCode::unreadable_input);
}

TEST_CASE("entries of a zip archive are listed in order and read") {
  const TemporaryDirectory folder;
  const std::string archive = folder.path("routes.zip");
  void* zip = VSIFOpenL(("/vsizip/" + archive + "/hwy/b.wpt").c_str(), "wb");
  REQUIRE(zip != nullptr);
  VSIFWriteL("bb", 1, 2, static_cast<VSILFILE*>(zip));
  VSIFCloseL(static_cast<VSILFILE*>(zip));
  write_through("/vsizip/" + archive + "/hwy/a.wpt", "a");
  CHECK(zip_entries(archive) == std::vector<std::string>{"hwy/a.wpt", "hwy/b.wpt"});
  CHECK(read_zip_entry(archive, "hwy/b.wpt") == "bb");
  const auto fault = ancrage::test::fault_of([&] { read_zip_entry(archive, "hwy/c.wpt"); });
  REQUIRE(fault);
  CHECK(fault->code == ErrorCode::unreadable_input);
  CHECK_THAT(fault->text, Contains("hwy/c.wpt"));
}

TEST_CASE("a table with title rows, byte-order mark, quotes and repeated labels") {
  const TemporaryDirectory folder;
  const std::string path = folder.write(
      "t.csv",
      "\xEF\xBB\xBFTitle; ; \r\nSecond\r\nCode;Number;Number\r\n01004;1;\"a;b\"\r\n\r\n30007;2;\"two\nlines\"\r\n");
  const DelimitedTable table = read_delimited(path, {.delimiter = ';', .title_rows = 2});
  CHECK(table.header == std::vector<std::string>{"Code", "Number", "Number"});
  REQUIRE(table.rows.size() == 2);
  CHECK(table.rows[0] == std::vector<std::string>{"01004", "1", "a;b"});
  CHECK(table.rows[1][2] == "two\nlines");
  CHECK(table.column("Number") == 1);
  CHECK(table.column("Number", 1) == 2);
  CHECK_THROWS_AS(table.column("Number", 2), Error);
}

TEST_CASE("a byte-order mark before the header is dropped") {
  const TemporaryDirectory folder;
  CHECK(read_delimited(folder.write("t.csv",
                                    "\xEF\xBB\xBF"
                                    "code,n\n1,2\n"))
            .header[0] == "code");
}

TEST_CASE("a row of another length than the header is named") {
  const TemporaryDirectory folder;
  const auto fault = ancrage::test::fault_of([&] { read_delimited(folder.write("t.csv", "a,b\n1,2\n3\n")); });
  REQUIRE(fault);
  CHECK(fault->code == ErrorCode::wrong_input);
  CHECK_THAT(fault->text, Contains("Row 2 has 1 cells") && Contains("t.csv"));
}

TEST_CASE("a missing or empty table is said so") {
  const TemporaryDirectory folder;
  CHECK(ancrage::test::fault_of([&] { read_text(folder.path("none")); })->code == ErrorCode::unreadable_input);
  CHECK(ancrage::test::fault_of([&] { read_delimited(folder.write("e.csv", "")); })->code == ErrorCode::wrong_input);
  CHECK(ancrage::test::fault_of([&] { read_text("/vsicurl/http://example.org/a"); })->code ==
        ErrorCode::unreadable_input);
}

TEST_CASE("rows are read one by one with their numbers, blank lines do not count") {
  const TemporaryDirectory folder;
  const std::string path = folder.write("t.csv", "a,b\n1,2\n\n\"3\n4\",5\n\n");
  Cells header;
  std::vector<std::pair<std::size_t, Cells>> rows;
  read_rows(
      path, {}, [&](const Cells& labels) { header = labels; },
      [&](std::size_t row, const Cells& cells) { rows.emplace_back(row, cells); });
  CHECK(header == Cells{"a", "b"});
  CHECK(rows == std::vector<std::pair<std::size_t, Cells>>{{1, {"1", "2"}}, {2, {"3\n4", "5"}}});
}
