// SPDX-License-Identifier: Apache-2.0
#include "ancrage/territory/build/sites.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace ancrage;
using namespace ancrage::territory;

namespace {

// Two communes of the territory and one of the ring, squares of 10 side by side.
Communes three_communes() {
  Communes communes;
  communes.code = {"30001", "30002", "30003"};
  communes.name = {"Les Mages", "Portes", "Barjac"};
  communes.member = {1, 1, 0};
  for (const double x : {0.0, 10.0, 20.0}) {
    communes.boundary.add_ring(std::vector<geometry::Point>{{x, 0}, {x + 10, 0}, {x + 10, 10}, {x, 10}, {x, 0}});
    communes.boundary.end_part();
    communes.boundary.end_feature();
  }
  return communes;
}

void add_cell(PopulationCells& cells, const std::string& id, const std::string& commune, double people, double x) {
  cells.id.push_back(id);
  cells.commune_code.push_back(commune);
  cells.population.push_back(people);
  cells.center.push_back({x, 5});
}

void add_pole(Places& poles, const std::string& id, const std::string& name, const std::string& kind,
              const std::string& commune) {
  poles.id.push_back(id);
  poles.name.push_back(name);
  poles.kind.push_back(kind);
  poles.commune_code.push_back(commune);
  poles.position.push_back({1, 1});
}

}  // namespace

TEST_CASE("the site of a commune is its most populous cell, the first of equals") {
  PopulationCells cells;
  add_cell(cells, "c", "30001", 50, 7);
  add_cell(cells, "b", "30001", 80, 3);
  add_cell(cells, "a", "30001", 80, 1);
  add_cell(cells, "d", "30002", 1, 15);
  Diagnostics diagnostics;
  const Sites sites = build::make_sites(three_communes(), cells, {}, diagnostics);
  REQUIRE(sites.id == std::vector<std::string>{"30001", "30002"});
  CHECK(sites.position[0] == geometry::Point{1, 5});
  CHECK(sites.kind[0] == "commune_centre");
  CHECK(diagnostics.empty());
}

TEST_CASE("a commune without inhabited cell gets a point inside its outline, and is reported") {
  Diagnostics diagnostics;
  const Communes communes = three_communes();
  const Sites sites = build::make_sites(communes, {}, {}, diagnostics);
  CHECK(geometry::contains(communes.boundary, 1, sites.position[1]));
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].names.size() == 2);
}

TEST_CASE("poles of general practice in the territory are sites, named with their commune once") {
  Places poles;
  add_pole(poles, "300000002", "CSP Filieris de Les Mages", "centre_de_sante", "30001");
  add_pole(poles, "300000001", "MSP Simone Veil", "maison_de_sante", "30002");
  add_pole(poles, "300000003", "Centre dentaire", "centre_dentaire", "30001");
  add_pole(poles, "300000004", "MSP de Barjac", "maison_de_sante", "30003");
  Diagnostics diagnostics;
  const Sites sites = build::make_sites(three_communes(), {}, poles, diagnostics);
  REQUIRE(sites.size() == 4);
  CHECK(sites.name[2] == "MSP Simone Veil (Portes)");
  CHECK(sites.kind[2] == "health_pole");
  CHECK(sites.name[3] == "CSP Filieris de Les Mages");
  CHECK(sites.kind[3] == "health_centre");
}
