// SPDX-License-Identifier: Apache-2.0
#include "ancrage/territory/build/sources.hpp"

#include "ancrage/base/language.hpp"
#include "ancrage/territory/build/outlines.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace ancrage::territory::build {

namespace {

constexpr const char* open_licence = "Licence Ouverte / Etalab";
constexpr const char* as_published = "fichier publié, date de récupération non indiquée";

std::vector<Source> commune_sources(double ring_km) {
  return {
      {"communes", "code,name,member,population", "Etalab, d’après l’INSEE et la DGCL",
       "Découpage administratif : communes, EPCI, populations municipales", "COG 2026", open_licence,
       "paquet npm @etalab/decoupage-administratif 6.0.0 (licence MIT)",
       fmt::format(
           "Communes membres de l’EPCI, et couronne : communes dont le contour vient à {:g} km ou moins de celui "
           "de l’EPCI.",
           ring_km)},
      {"communes", "geometry", "IGN, d’après Admin Express ; simplification france-geojson", "Contours des communes",
       "COG 2018", open_licence, as_published,
       fmt::format(
           "Communes de 2018 réunies en communes d’aujourd’hui, Lambert-93, puis simplification en couverture : "
           "chaque frontière commune est simplifiée une seule fois (Douglas-Peucker, {:g} m), sans vide ni "
           "recouvrement.",
           outline_tolerance_m)},
      {"communes", "zone,rural_class", "Agences régionales de santé",
       "Zonage des médecins généralistes (ZIP, ZAC) et zones de revitalisation rurale", "juin 2025",
       "Licence Ouverte présumée", as_published,
       "Publié par code postal et nom, sans code INSEE : rapproché par code postal et nom, sans deviner ; une commune "
       "non "
       "trouvée reste « unmatched ». Hors zone et zones régionales (ZAR) : « none »."},
      {"communes", "under_18,aged_65_plus,age_base_population,median_income_eur,unemployed,social_housing,main_homes",
       "INSEE (recensement, Filosofi), diffusion SIRSé", "Indicateurs communaux", "2016", open_licence, as_published,
       "Effectifs des communes réunies additionnés ; leur revenu médian est laissé vide (une médiane ne s’additionne "
       "pas). Chômeurs : 15 à 64 ans. Logement social : résidences principales en HLM."},
      {"communes", "emergency_km", "jeu « distances communes – urgences » d’Occitanie, d’après FINESS et l’INSEE",
       "Distance au service d’urgence le plus proche", "2025", open_licence, as_published,
       "Codes INSEE remis à cinq caractères ; vide hors d’Occitanie."},
      {"communes", "gps,gps_60_plus", "CartoSanté (agences régionales de santé), d’après le SNDS",
       "Médecins généralistes libéraux par commune, dont 60 ans et plus", "31/12/2019", open_licence, as_published,
       "Les deux colonnes du fichier portent le même intitulé : la première compte les 60 ans et plus, la seconde "
       "tous. "
       "Effectifs des communes réunies additionnés."}};
}

std::vector<Source> connector_sources(std::size_t connectors) {
  if (connectors == 0) return {};
  return {
      {"roads", "synthetic", "Ancrage",
       connectors == 1 ? std::string("1 raccord synthétique en ville")
                       : fmt::format("{} raccords synthétiques en ville", connectors),
       "", "ODbL, comme les points qu’ils joignent", "geodata/connectors.toml",
       "Lignes droites entre deux points des routes numérotées, là où celles-ci s’arrêtent dans une ville et où aucune "
       "source ne dessine la rue qui les relie : road_class = connector, synthetic = 1. Le motif et la source de "
       "chacun "
       "sont dans le fichier ; leur liste est dans le rapport de construction."}};
}

std::vector<Source> place_sources() {
  return {
      {"health_poles", "", "DREES / Agence du numérique en santé, FINESS",
       "Établissements d’Occitanie : maisons de santé (603) et centres de santé (124)", "début 2026", open_licence,
       as_published,
       "Une ligne par numéro d’établissement. Centres de santé selon leur nom : centre_dentaire (rien d’autre que le "
       "dentaire), centre_specialise (infirmier, ophtalmologie, santé sexuelle, prévention, étudiants…), sinon "
       "centre_de_sante. Noms remis en minuscules."},
      {"facilities", "pharmacy,laboratory,care_home,hospital", "DREES / Agence du numérique en santé, FINESS",
       "Établissements d’Occitanie : pharmacies (620), laboratoires (611), EHPAD (500), hôpitaux", "début 2026",
       open_licence, as_published,
       "Hôpital : catégories 101, 106, 122, 128, 129, 355 et 365, sauf ce que le nom dit psychiatrique, de jour, de "
       "suite, de long séjour ou mobile (liste dans le rapport de construction)."},
      {"facilities", "primary_school,college,lycee", "Ministère de l’Éducation nationale",
       "Écoles, collèges et lycées par département", "2026", open_licence, as_published,
       "Types ecole, college, lycee ; commune d’après la position."},
      {"facilities", "station", "SNCF Réseau", "Gares et haltes", "vers 2025", open_licence, as_published,
       "Gares ouvertes aux voyageurs, une fois chacune."},
      {"facilities", "france_services", "Agence nationale de la cohésion des territoires", "France Services", "2024",
       open_licence, as_published, "Situées au centre de leur commune par le fichier ; un point par guichet."},
      {"sites", "", "Ancrage, d’après population_cells et health_poles", "Sites candidats", "voir ces couches",
       open_licence, "calculés",
       "Centre habité de chaque commune membre : centre de son carreau le plus peuplé, parmi ceux dont le centre est "
       "dans la commune. S’y ajoutent les maisons et centres de santé de médecine générale."}};
}

std::vector<Source> area_sources() {
  return {
      {"priority_sectors", "", "Agence nationale de la cohésion des territoires",
       "Quartiers prioritaires de la politique de la ville", "périmètres 2015", open_licence, as_published,
       "Lambert-93 ; contours croisés réparés (GEOS MakeValid) et nommés dans le rapport de construction."},
      {"priority_sectors", "population", "INSEE", "Indicateurs des quartiers prioritaires d’Occitanie", "",
       open_licence, as_published, "Population municipale, jointe par code ; le fichier n’indique pas son millésime."},
      {"population_cells", "", "INSEE, Filosofi", "Carreaux de 1 km : personnes et dix classes d’âge", "2019",
       open_licence, as_published,
       "Carreaux habités dont le centre est dans une commune conservée. Un carreau est l’image en Lambert-93 du carré "
       "de la grille EPSG:3035."},
      {"population_cells", "population", "INSEE", "Population par carreau de 1 km, Occitanie", "vers 2009",
       open_licence, as_published,
       "Là où 2019 n’a pas de carreau ; population seule, telle que publiée. X et Y sont le coin inférieur "
       "gauche (comparaison avec 2019)."},
      {"roads", "", "Travel Mapping ; © les contributeurs d’OpenStreetMap",
       "Routes numérotées d’Occitanie, d’Auvergne-Rhône-Alpes et de Provence-Alpes-Côte d’Azur", "août 2026",
       "ODbL (coordonnées en partie d’OpenStreetMap ; le diffuseur n’indique pas de licence)", as_published,
       "Tronçons dont un point au moins est dans une commune conservée. Tracé à points espacés : les longueurs réelles "
       "sont plus grandes. Couche à part, pour que sa licence ne s’étende pas aux autres."}};
}

void append_line(std::string& out, std::string_view label, const std::string& text) {
  if (!text.empty()) out += fmt::format("- {} : {}\n", label, text);
}

void append_report(std::string& out, const Diagnostics& diagnostics) {
  constexpr std::array<std::string_view, 3> severities{"note", "avertissement", "erreur"};
  const Language french("fr");
  out +=
      "\n## Rapport de construction\n\nCe que la construction n’a pas pu rapprocher, a réparé ou n’a pas trouvé ; le "
      "même rapport est dans la couche `build_report`.\n\n";
  for (const Diagnostic& diagnostic : diagnostics) {
    out += fmt::format("- `{}`, {} : {}", diagnostic.layer, severities[static_cast<std::size_t>(diagnostic.severity)],
                       french.text(diagnostic.what));
    if (!diagnostic.names.empty()) out += fmt::format(" : {}", fmt::join(diagnostic.names, " ; "));
    out += ".\n";
  }
}

}  // namespace

std::vector<Source> sources_of_package(double ring_km, std::size_t connectors) {
  std::vector<Source> sources = commune_sources(ring_km);
  for (auto part : {area_sources(), connector_sources(connectors), place_sources()}) {
    for (Source& source : part) sources.push_back(std::move(source));
  }
  return sources;
}

std::string sources_markdown(const Territory& territory, const Diagnostics& diagnostics) {
  std::string out = fmt::format(
      "# Sources des données : {}\n\nÉcrit par `ancrage build` ; les mêmes renseignements sont dans la couche "
      "`sources` "
      "du GeoPackage.\nCoordonnées : EPSG:{} (RGF93 / Lambert-93).\n",
      territory.name, territory.crs_epsg);
  std::string_view layer;
  for (const Source& source : territory.sources) {
    if (source.layer != layer) out += fmt::format("\n## {}\n", source.layer);
    layer = source.layer;
    out += fmt::format("\n### {}\n\n", source.dataset);
    append_line(out, "Colonnes ou genres", source.columns);
    append_line(out, "Producteur", source.producer);
    append_line(out, "Millésime", source.vintage);
    append_line(out, "Licence", source.licence);
    append_line(out, "Récupération", source.retrieved);
    append_line(out, "Transformation", source.transformation);
  }
  if (!diagnostics.empty()) append_report(out, diagnostics);
  return out;
}

}  // namespace ancrage::territory::build
