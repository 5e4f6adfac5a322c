// SPDX-License-Identifier: Apache-2.0
#include "ancrage/base/text.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <thread>
#include <vector>

using ancrage::display_width;
using ancrage::nearest_texts;
using ancrage::search_key;

TEST_CASE("names agree without regard to accents, case, hyphens and the short forms of saint") {
  CHECK(search_key("Saint-Jean-du-Gard") == "saint jean du gard");
  CHECK(search_key("ST JEAN DU GARD") == "saint jean du gard");
  CHECK(search_key("Ste-Cécile-d’Andorge") == search_key("sainte cecile d'andorge"));
  CHECK(search_key("Stes Maries") == "saintes maries");
  CHECK(search_key("Alès") == "ales");
  CHECK(search_key("Ale\u0300s") == "ales");
  CHECK(search_key("ALÈS") == "ales");
}

TEST_CASE("the short form of saint is a whole word only") { CHECK(search_key("Stéphane Best") == "stephane best"); }

TEST_CASE("ligatures are opened") {
  CHECK(search_key("Cœur") == "coeur");
  CHECK(search_key("ŒUVRE Æ ß") == "oeuvre ae ss");
}

TEST_CASE("punctuation and spaces are single spaces, none at the ends") {
  CHECK(search_key("  (La)  Grand’Combe – « Trescol » ") == "la grand combe trescol");
  CHECK(search_key("--- …").empty());
  CHECK(search_key("").empty());
}

TEST_CASE("malformed UTF-8 is no letter and does no harm") {
  CHECK(search_key("caf\xe9 bar") == "caf bar");
  CHECK(search_key("\xff\xfe").empty());
  CHECK(display_width("\xff") == 1);
}

TEST_CASE("letters of other scripts stay") { CHECK(search_key("Ωμέγα 日本") == "ωμεγα 日本"); }

TEST_CASE("search keys may be made on several threads at once") {
  std::vector<std::string> keys(8);
  {
    std::vector<std::jthread> threads;
    for (std::string& key : keys) {
      threads.emplace_back([&key] {
        for (int i = 0; i < 200; ++i) key = search_key("Génolhac-l’Évêque");
      });
    }
  }
  for (const std::string& key : keys) CHECK(key == "genolhac l eveque");
}

TEST_CASE("a text is as wide as the letters one sees") {
  CHECK(display_width("Alès") == 4);
  CHECK(display_width("Ale\u0300s") == 4);
  CHECK(display_width("1\u202f234,5") == 7);
  CHECK(display_width("日本") == 4);
  CHECK(display_width("") == 0);
}

TEST_CASE("the nearest texts come best first") {
  const std::vector<std::string> communes{"Anduze", "Alès", "La Grand-Combe", "Génolhac", "Salindres", "Bagard"};
  CHECK(nearest_texts("genolac", communes, 1) == std::vector<std::string>{"Génolhac"});
  CHECK(nearest_texts("Salindre", communes, 1) == std::vector<std::string>{"Salindres"});
  CHECK(nearest_texts("combe", communes, 2).front() == "La Grand-Combe");
  CHECK(nearest_texts("Alez", communes).size() == 3);
  CHECK(nearest_texts("Alez", communes).front() == "Alès");
}

TEST_CASE("equally near texts keep their order, and no more come than there are") {
  CHECK(nearest_texts("x", {"b", "a", "c"}) == std::vector<std::string>{"b", "a", "c"});
  CHECK(nearest_texts("x", {"b"}, 5) == std::vector<std::string>{"b"});
  CHECK(nearest_texts("x", {}, 5).empty());
}
