// SPDX-License-Identifier: Apache-2.0
#include "ancrage/territory/default_criteria.hpp"

namespace ancrage::territory {

std::string default_criteria_toml() {
  return R"(# Deux scores, jamais fondus : [need.*] le besoin du territoire, [attractiveness.*] l'attrait pour le médecin.
# weight : poids du critère dans son score (les poids sont ramenés à leur somme).
# value  : fonction de valeur, points [valeur brute, 0 à 1], linéaire entre deux points, constante au-delà. Les bornes
#          sont absolues : ajouter un site ne change jamais l'ordre des autres.

[need.accessibility]         # APL au site : consultations par an et par habitant
weight = 30
value = [[0, 1.0], [2.5, 0.7], [4, 0.3], [6, 0.0]]

[need.people_lifted]         # habitants qu'un généraliste ici ferait passer au-dessus de 2,5
weight = 25
value = [[0, 0.0], [500, 0.4], [3000, 1.0]]

[need.priority_people]       # habitants des QPV et des communes ZIP à 15 minutes
weight = 25
value = [[0, 0.0], [2000, 0.4], [15000, 1.0]]

[need.supply_lost]           # part de l'APL du site due aux généralistes de 60 ans et plus, %
weight = 20
value = [[0, 0.0], [60, 1.0]]

[attractiveness.health_pole_minutes]
weight = 28
value = [[0, 1.0], [10, 0.8], [20, 0.4], [40, 0.0]]

[attractiveness.college_minutes]
weight = 14
value = [[0, 1.0], [10, 0.8], [30, 0.0]]

[attractiveness.pharmacy_minutes]
weight = 12
value = [[0, 1.0], [10, 0.7], [25, 0.0]]

[attractiveness.hospital_minutes]
weight = 10
value = [[0, 1.0], [20, 0.7], [60, 0.0]]

[attractiveness.catchment_population]
weight = 10
value = [[0, 0.0], [5000, 0.5], [30000, 1.0]]

[attractiveness.lycee_minutes]
weight = 10
value = [[0, 1.0], [20, 0.7], [60, 0.0]]

[attractiveness.laboratory_minutes]
weight = 8
value = [[0, 1.0], [15, 0.6], [40, 0.0]]

[attractiveness.station_minutes]
weight = 8
value = [[0, 1.0], [15, 0.7], [45, 0.0]]
)";
}

}  // namespace ancrage::territory
