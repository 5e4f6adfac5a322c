// SPDX-License-Identifier: Apache-2.0
#include "ancrage/base/french.hpp"

#include "ancrage/base/language.hpp"

#include <catch2/catch.hpp>

using namespace ancrage;

TEST_CASE("a French name elides or contracts after de") {
  CHECK(french_of("Nîmes") == "de Nîmes");
  CHECK(french_of("Alès") == "d’Alès");
  CHECK(french_of("Hérépian") == "d’Hérépian");
  CHECK(french_of("Yssingeaux") == "d’Yssingeaux");
  CHECK(french_of("Yolet") == "de Yolet");
  CHECK(french_of("Œuilly") == "d’Œuilly");
  CHECK(french_of("Le Vigan") == "du Vigan");
  CHECK(french_of("Les Mages") == "des Mages");
  CHECK(french_of("La Grand-Combe") == "de La Grand-Combe");
  CHECK(french_of("Lézan") == "de Lézan");
  CHECK(french_of("") == "de ");
}

TEST_CASE("a translation leaves the French preposition to the name that comes") {
  const Language french("fr");
  CHECK(french.text(message("at most {0} min from {1}", 30, "Alès")) == "à 30 min d’Alès au plus");
  CHECK(french.text(message("at most {0} min from {1}", 30, "Les Mages")) == "à 30 min des Mages au plus");
  CHECK(french.text(message("at most {0} min from {1}", 30, 5)) == "à 30 min d’5 au plus");
}
