// SPDX-License-Identifier: Apache-2.0
#include "ancrage/territory/build/zoning.hpp"

#include "support/errors.hpp"
#include "support/temporary_directory.hpp"

#include <catch2/catch.hpp>

#include <filesystem>

using namespace ancrage;
using namespace ancrage::territory;
using namespace ancrage::territory::build;

namespace {

struct Case {
  ancrage::test::TemporaryDirectory folder;
  Administrative administrative;
  Communes communes;
  Diagnostics diagnostics;

  explicit Case(const std::string& rows) {
    std::filesystem::create_directory(folder.path("zoning"));
    folder.write("zoning/zonage-medecins-2025.csv", "Code_postal,Nom_commune,Zonage,Zonage_RR\n" + rows);
  }
  void add(const std::string& code, const std::string& name, std::vector<std::string> postcodes) {
    administrative.communes[code] = {name, "76", std::move(postcodes), {}, 100};
    communes.code.push_back(code);
    communes.name.push_back(name);
  }
  void read() { read_zoning(RawFiles(folder.path("")), administrative, communes, diagnostics); }
};

}  // namespace

TEST_CASE("the zoning is matched by postcode and name, whatever the spelling") {
  Case c(
      "1400,St Étienne de l'Olm,1_ZIP,C - Classée en ZRR\n30100,ALES,2_ZAC,NC - Commune non "
      "classée\n30700,Blauzac,3_HZ,\n");
  c.add("01400", "Saint-Étienne-de-l'Olm", {"01400"});
  c.add("30007", "Alès", {"30100", "30560"});
  c.add("30041", "Blauzac", {"30700"});
  c.read();
  CHECK(c.communes.zone == std::vector<ZoneStatus>{ZoneStatus::zip, ZoneStatus::zac, ZoneStatus::none});
  CHECK(c.communes.rural_class[0] == "C - Classée en ZRR");
  CHECK(c.diagnostics.empty());
}

TEST_CASE("a commune that is not found stays unmatched and is reported, never guessed") {
  Case c("30140,Thoiras,1_ZIP,\n30140,Corbès,1_ZIP,\n");
  c.add("30329", "Thoiras-Corbès", {"30140"});
  c.read();
  CHECK(c.communes.zone[0] == ZoneStatus::unmatched);
  REQUIRE(c.diagnostics.size() == 1);
  CHECK(c.diagnostics[0].names == std::vector<std::string>{"30329 Thoiras-Corbès"});
}

TEST_CASE("the same name under another postcode is another commune") {
  Case c("48000,Portes,1_ZIP,\n");
  c.add("30203", "Portes", {"30530"});
  c.read();
  CHECK(c.communes.zone[0] == ZoneStatus::unmatched);
}

TEST_CASE("rows that contradict each other match nothing") {
  Case c("30530,Portes,1_ZIP,\n30530,Portes,2_ZAC,\n");
  c.add("30203", "Portes", {"30530"});
  c.read();
  CHECK(c.communes.zone[0] == ZoneStatus::unmatched);
  CHECK(c.diagnostics.size() == 1);
}

TEST_CASE("an unknown zone is an error, not a guess") {
  Case c("30530,Portes,5_NEW,\n");
  c.add("30203", "Portes", {"30530"});
  const auto fault = ancrage::test::fault_of([&] { c.read(); });
  REQUIRE(fault);
  CHECK(fault->code == ErrorCode::wrong_input);
}
