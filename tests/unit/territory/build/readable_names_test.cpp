// SPDX-License-Identifier: Apache-2.0
#include "ancrage/territory/build/readable_names.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using ancrage::territory::build::ReadableNames;

namespace {

std::string readable(const char* raw, const char* own_commune = "Alès") {
  static const std::vector<std::string> places{"Alès",     "La Grand-Combe", "Saint-Martin-de-Valgalgues", "Nîmes",
                                               "Bessèges", "Le Vigan",       "Saint-Jean-du-Gard",         "Mons"};
  static const ReadableNames names(places);
  return names(raw, own_commune);
}

}  // namespace

TEST_CASE("places get their official spelling, sigles stay") {
  CHECK(readable("CSP FILIERIS DE LA GRAND COMBE") == "CSP Filieris de La Grand-Combe");
  CHECK(readable("CENTRE DE SANTÉ FILIERIS D'ALES") == "Centre de santé Filieris d'Alès");
  CHECK(readable("CENTRE DE SANTÉ FILIERIS D’ALES") == "Centre de santé Filieris d'Alès");
  CHECK(readable("PHARMACIE DE SAINT JEAN DU GARD") == "Pharmacie de Saint-Jean-du-Gard");
  CHECK(readable("CDS DENTAIRE MFGS SSAM ALES") == "CDS dentaire MFGS SSAM Alès");
  CHECK(readable("LA GRANDE PHARMACIE DU CENTR'ALES") == "La Grande Pharmacie du Centr'Alès");
}

TEST_CASE("common nouns are small until a proper name begins") {
  CHECK(readable("MSP SOURCE SANTE") == "MSP Source Santé");
  CHECK(readable("POLE PREVENTION FILIERIS ALES") == "Pôle prévention Filieris Alès");
  CHECK(readable("PHARMACIE DU CENTRE") == "Pharmacie du Centre");
  CHECK(readable("PHARMACIE DE LA GARE") == "Pharmacie de la Gare");
  CHECK(readable("CH ALES CEVENNES") == "CH Alès Cévennes");
}

TEST_CASE("a name that breaks off in its own commune is completed, another is not") {
  CHECK(readable("CSP FILIERIS DE ST MARTIN", "Saint-Martin-de-Valgalgues") ==
        "CSP Filieris de Saint-Martin-de-Valgalgues");
  CHECK(readable("CSP FILIERIS DE ST MARTIN", "Nîmes") == "CSP Filieris de Saint Martin");
}

TEST_CASE("legal forms go where the name goes on, and stay where they are the name") {
  CHECK(readable("SELARL PHARMACIE DE L'HOTEL DE VILLE") == "Pharmacie de l'Hôtel de Ville");
  CHECK(readable("ASS MSP LES MARRONNIERS") == "MSP Les Marronniers");
  CHECK(readable("SELARL LAURES") == "SELARL Laures");
}

TEST_CASE("accents are not invented, and readable names stay as they are") {
  CHECK(readable("PHARMACIE FREDERIC LOUCHE") == "Pharmacie Frederic Louche");
  CHECK(readable("Pharmacie du Gardon") == "Pharmacie du Gardon");
  CHECK(readable("PHARMACIE RASPAL-DUMAS") == "Pharmacie Raspal-Dumas");
  CHECK(readable("").empty());
}
