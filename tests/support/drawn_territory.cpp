// SPDX-License-Identifier: Apache-2.0
#include "support/drawn_territory.hpp"

#include <stdexcept>

namespace ancrage::test {

namespace {

constexpr double cell_side_m = 1000.0;

std::vector<geometry::Point> square(geometry::Point low, double side) {
  return {low, {low.x + side, low.y}, {low.x + side, low.y + side}, {low.x, low.y + side}, low};
}

void add_cell(territory::PopulationCells& cells, const DrawnCommune& commune, geometry::Point low) {
  cells.id.push_back("cell" + std::to_string(cells.size()));
  cells.commune_code.emplace_back(1, commune.letter);
  cells.year.push_back(2019);
  cells.population.push_back(commune.people_per_cell);
  for (std::size_t band = 0; band < territory::age_bands; ++band) {
    const bool older = band + 1 == territory::age_bands;
    const bool adults = band + 5 == territory::age_bands;
    cells.by_age.emplace_back(commune.people_per_cell * (older    ? commune.share_65_plus
                                                         : adults ? 1 - commune.share_65_plus
                                                                  : 0.0));
  }
  cells.outline.add_ring(square(low, cell_side_m));
  cells.outline.end_part();
  cells.outline.end_feature();
  cells.center.push_back({low.x + cell_side_m / 2, low.y + cell_side_m / 2});
}

void add_commune(territory::Communes& communes, const DrawnCommune& drawn, double people) {
  communes.code.emplace_back(1, drawn.letter);
  communes.name.emplace_back(1, drawn.letter);
  communes.member.push_back(drawn.member);
  communes.zone.push_back(drawn.zone);
  communes.rural_class.emplace_back();
  communes.population.emplace_back(people);
  communes.age_base_population.emplace_back(people);
  communes.aged_65_plus.emplace_back(people * drawn.share_65_plus);
  communes.gps.push_back(drawn.gps);
  communes.gps_60_plus.push_back(drawn.gps_60_plus);
  for (auto* column : {&communes.under_18, &communes.median_income_eur, &communes.unemployed, &communes.social_housing,
                       &communes.main_homes, &communes.emergency_km}) {
    column->push_back(Quantity::missing());
  }
}

}  // namespace

geometry::Point cell_middle(int column, int row) { return {cell_side_m * (column + 0.5), cell_side_m * (row + 0.5)}; }

void add_place(territory::Places& places, std::string id, std::string name, std::string kind, geometry::Point position,
               std::string commune_code) {
  places.id.push_back(std::move(id));
  places.name.push_back(std::move(name));
  places.kind.push_back(std::move(kind));
  places.commune_code.push_back(std::move(commune_code));
  places.position.push_back(position);
}

void add_sector(territory::Territory& territory, std::string code, geometry::Point low, double side) {
  auto& sectors = territory.priority_sectors;
  sectors.name.push_back(code);
  sectors.code.push_back(std::move(code));
  sectors.kind.emplace_back("QPV");
  sectors.communes.emplace_back();
  sectors.population.push_back(Quantity::missing());
  sectors.outline.add_ring(square(low, side));
  sectors.outline.end_part();
  sectors.outline.end_feature();
}

territory::Territory drawn_territory(const std::vector<std::string>& map, const std::vector<DrawnCommune>& communes) {
  territory::Territory territory;
  territory.name = "drawn";
  territory.code = "000000000";
  for (const DrawnCommune& drawn : communes) {
    double people = 0.0;
    bool first = true;
    for (std::size_t line = map.size(); line-- > 0;) {
      for (std::size_t column = 0; column < map[line].size(); ++column) {
        if (map[line][column] != drawn.letter) continue;
        const geometry::Point low{cell_side_m * static_cast<double>(column),
                                  cell_side_m * static_cast<double>(map.size() - 1 - line)};
        add_cell(territory.cells, drawn, low);
        territory.communes.boundary.add_ring(square(low, cell_side_m));
        territory.communes.boundary.end_part();
        people += drawn.people_per_cell;
        if (first && drawn.member) {
          add_place(territory.sites, std::string(1, drawn.letter), std::string(1, drawn.letter), "commune_centre",
                    territory.cells.center.back(), std::string(1, drawn.letter));
        }
        first = false;
      }
    }
    if (first) throw std::invalid_argument("a commune is not on the map");
    territory.communes.boundary.end_feature();
    add_commune(territory.communes, drawn, people);
  }
  territory.criteria = {{"gp_density", "need", 30, {{0, 1}, {15, 0}}},
                        {"priority_population", "need", 30, {{0, 0}, {100, 1}}},
                        {"gp_aged_60_plus", "need", 20, {{0, 0}, {60, 1}}},
                        {"catchment_population", "need", 20, {{0, 0}, {30000, 1}}},
                        {"health_pole_minutes", "attractiveness", 80, {{0, 1}, {40, 0}}},
                        {"pharmacy_minutes", "attractiveness", 20, {{0, 1}, {25, 0}}}};
  return territory;
}

}  // namespace ancrage::test
