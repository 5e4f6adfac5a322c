// SPDX-License-Identifier: Apache-2.0
// Another applicant, or a slider moved: weights and limits change, and 10,000 sites are filtered, scored and ranked
// again, against the same by its definition. The sites are those of Alès Agglomération, over and over, their values
// and places shaken.
#include "bench/support/session.hpp"

#include "ancrage/assessment/apply_profile.hpp"
#include "ancrage/decision/value_function.hpp"
#include "ancrage/territory/package.hpp"
#include "bench/support/build_facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <random>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

using namespace ancrage;
using namespace ancrage::assessment;
using namespace ancrage::bench;

namespace {

constexpr double limit_seconds = 0.016;
constexpr double shaken_m = 3000.0;

struct Input {
  territory::Territory territory;
  travel::TerritoryTimes travel;
  access::TerritoryAccess access;
  Assessment assessment;

  Input()
      : territory(territory::load_territory(std::string(source_directory) + "/geodata/ales")),
        travel(territory),
        access(access::territory_access(territory, travel)),
        assessment(assess(territory, travel, access)) {}

  void multiply(std::size_t count, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    std::uniform_real_distribution<double> shift(-1.0, 1.0);
    const territory::Sites sites = std::exchange(territory.sites, {});
    const std::vector<Contribution> cells = std::exchange(assessment.contributions, {});
    const std::size_t columns = assessment.criteria.size();
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t from = i % sites.size();
      territory.sites.id.push_back(fmt::format("{:05}", i));
      territory.sites.name.push_back(sites.name[from]);
      territory.sites.kind.push_back(sites.kind[from]);
      territory.sites.commune_code.push_back(sites.commune_code[from]);
      const geometry::Point at = sites.position[from];
      territory.sites.position.push_back({at.x + shaken_m * shift(random), at.y + shaken_m * shift(random)});
      for (std::size_t k = 0; k < columns; ++k) {
        Contribution cell = cells[from * columns + k];
        if (cell.value.is_number()) {
          cell.value = cell.value.value() * (1.0 + 0.3 * shift(random));
          cell.utility = decision::ValueFunction(assessment.criteria[k].value)(cell.value.value());
        }
        assessment.contributions.push_back(std::move(cell));
      }
    }
  }
};

struct Wish {
  std::vector<double> weights;
  std::vector<Limit> limits;
};

std::vector<Wish> wishes(std::size_t count, std::size_t criteria, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::uniform_real_distribution<double> weight(0.0, 40.0);
  std::uniform_real_distribution<double> minutes(10.0, 60.0);
  std::vector<Wish> result;
  for (std::size_t i = 0; i < count; ++i) {
    Wish wish;
    for (std::size_t k = 0; k < criteria; ++k) wish.weights.push_back(weight(random));
    for (const char* text : {"Alès=1", "Nîmes=1"}) wish.limits.push_back(parse_place_limit(LimitKind::within, text));
    wish.limits.push_back(parse_limit("college=1"));
    wish.limits.push_back(parse_limit("group_practice=1"));
    for (Limit& limit : wish.limits) limit.minutes = minutes(random);
    wish.limits.push_back(parse_limit("zone=zip+zac"));
    result.push_back(std::move(wish));
  }
  return result;
}

// Sites by attractiveness, those that are in first; by definition, nothing kept.
std::vector<std::size_t> plainly(const Input& input, const Wish& wish, SiteMeasures& measures) {
  using Row = std::tuple<bool, double, std::string, std::size_t>;
  std::vector<Row> rows;
  const auto& criteria = input.assessment.criteria;
  for (std::size_t site = 0; site < input.territory.sites.size(); ++site) {
    bool out = false;
    for (const Limit& limit : wish.limits) {
      if (limit.kind == LimitKind::zone) {
        const auto commune = input.territory.commune_index(input.territory.sites.commune_code[site]);
        const auto zone = input.territory.communes.zone[*commune];
        out = out || (zone != territory::ZoneStatus::zip && zone != territory::ZoneStatus::zac);
      } else {
        out = out || !(measures.of(limit).minutes[site].value_or(1e9) <= limit.minutes);
      }
    }
    double sum = 0.0;
    double whole = 0.0;
    for (std::size_t k = 0; k < criteria.size(); ++k) {
      const Contribution& cell = input.assessment.at(site, k);
      if (criteria[k].score != Score::attractiveness || !cell.value.is_number()) continue;
      sum += wish.weights[k] * cell.utility;
      whole += wish.weights[k];
    }
    rows.emplace_back(out, -sum / whole, input.territory.sites.id[site], site);
  }
  std::sort(rows.begin(), rows.end());
  std::vector<std::size_t> order;
  for (const Row& row : rows) order.push_back(std::get<3>(row));
  return order;
}

void run(Session& session) {
  const std::size_t count = session.options().tiny ? 200 : 10000;
  Input input;
  input.multiply(count, session.options().seed);
  const std::vector<Wish> all =
      wishes(session.options().runs, input.assessment.criteria.size(), session.options().seed);
  session.describe(
      fmt::format("{} sites, {} criteria, 5 limits; both scores", count, input.assessment.criteria.size()));
  SiteMeasures measures(input.territory, input.travel, input.access);
  for (const Limit& limit : all.front().limits) {
    if (limit.kind != LimitKind::zone) measures.of(limit);
  }
  measures.zones();
  std::vector<std::vector<std::size_t>> ours;
  const Times again = session.measure("Ancrage: limits, scores and ranks again", [&] {
    const Wish& wish = all[ours.size() % all.size()];
    reweigh(input.assessment, input.territory, wish.weights);
    set_limits(input.assessment, input.territory, wish.limits, measures);
    ours.push_back(input.assessment.ranking(Score::attractiveness));
  });
  std::vector<std::vector<std::size_t>> plain;
  session.measure("one score by its definition",
                  [&] { plain.push_back(plainly(input, all[plain.size() % all.size()], measures)); });
  session.same("the order of all sites for every wish", ours == plain);
  session.at_most("10,000 sites ranked again", again.median(), limit_seconds);
}

}  // namespace

int main(int argc, char** argv) { return main_of("profile_rerank", argc, argv, run); }
