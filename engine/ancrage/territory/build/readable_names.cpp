// SPDX-License-Identifier: Apache-2.0
#include "ancrage/territory/build/readable_names.hpp"

#include "ancrage/base/text.hpp"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstddef>
#include <set>
#include <vector>

namespace ancrage::territory::build {

namespace {

// Kept in capitals.
const std::set<std::string_view>& sigles() {
  static const std::set<std::string_view> words{
      "ADMR",   "AES",   "CDS",  "CH",  "CHR",  "CHU", "CMP",  "CMPEA", "CSP", "EA",   "EHPAD", "EURL",
      "GCS",    "HC",    "HDJ",  "HJ",  "ICG",  "IMT", "LBM",  "MFGS",  "MSP", "PGS",  "PIJ",   "SARL",
      "SELARL", "SELAS", "SISA", "SMR", "SMUR", "SNC", "SSAM", "SSC",   "SSR", "USLD", "VYV"};
  return words;
}

// Legal forms before "PHARMACIE", "MSP" and the like, which say nothing to a reader.
const std::set<std::string_view>& legal_forms() {
  static const std::set<std::string_view> words{"ASS", "EURL", "SARL", "SELARL", "SELAS", "SISA", "SNC"};
  return words;
}

using Words = std::map<std::string_view, std::string_view>;

// By search key. In small letters wherever they stand, but at the beginning.
const Words& small_words() {
  static const Words list{{"a", "à"},   {"au", "au"}, {"aux", "aux"}, {"d", "d"}, {"de", "de"},     {"des", "des"},
                          {"du", "du"}, {"en", "en"}, {"et", "et"},   {"l", "l"}, {"sous", "sous"}, {"sur", "sur"}};
  return list;
}

// Common nouns of care: in small letters as long as the name says what it is ("Centre de santé dentaire …"), with a
// capital once a proper name has begun ("MSP Source Santé").
const Words& common_nouns() {
  static const Words list{{"agees", "âgées"},
                          {"centre", "centre"},
                          {"cl", "clinique"},
                          {"clinique", "clinique"},
                          {"ctre", "centre"},
                          {"dentaire", "dentaire"},
                          {"etudiante", "étudiante"},
                          {"hopital", "hôpital"},
                          {"hospitalier", "hospitalier"},
                          {"infirmier", "infirmier"},
                          {"infirmiers", "infirmiers"},
                          {"laboratoire", "laboratoire"},
                          {"maison", "maison"},
                          {"medical", "médical"},
                          {"medicale", "médicale"},
                          {"mutualiste", "mutualiste"},
                          {"ophtalmologie", "ophtalmologie"},
                          {"personnes", "personnes"},
                          {"pharmacie", "pharmacie"},
                          {"pluridisciplinaire", "pluridisciplinaire"},
                          {"pluriprofessionnelle", "pluriprofessionnelle"},
                          {"pole", "pôle"},
                          {"polyclinique", "polyclinique"},
                          {"polyvalent", "polyvalent"},
                          {"pour", "pour"},
                          {"prevention", "prévention"},
                          {"prive", "privé"},
                          {"residence", "résidence"},
                          {"sante", "santé"},
                          {"service", "service"},
                          {"soins", "soins"}};
  return list;
}

// Proper words whose accents are known.
const Words& proper_words() {
  static const Words list{{"agnes", "Agnès"},         {"alesienne", "Alésienne"},
                          {"caremeau", "Carémeau"},   {"cevennes", "Cévennes"},
                          {"ceze", "Cèze"},           {"chataigniers", "Châtaigniers"},
                          {"chateau", "Château"},     {"clavieres", "Clavières"},
                          {"coeur", "Cœur"},          {"euziere", "Euzière"},
                          {"feucheres", "Feuchères"}, {"gd", "Grand"},
                          {"hotel", "Hôtel"},         {"jaures", "Jaurès"},
                          {"lozere", "Lozère"},       {"lozeriennes", "Lozériennes"},
                          {"marche", "Marché"},       {"metropole", "Métropole"},
                          {"montee", "Montée"},       {"plantee", "Plantée"},
                          {"pomarede", "Pomarède"},   {"prouve", "Prouvé"},
                          {"region", "Région"},       {"regordane", "Régordane"},
                          {"sphere", "Sphère"},       {"uzege", "Uzège"},
                          {"vallee", "Vallée"}};
  return list;
}

bool has_small_letters(const icu::UnicodeString& text) {
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    if (u_islower(text.char32At(i)) != 0) return true;
  }
  return false;
}

std::string utf8(const icu::UnicodeString& text) {
  std::string result;
  text.toUTF8String(result);
  return result;
}

std::string capitalised(std::string_view word) {
  icu::UnicodeString text = icu::UnicodeString::fromUTF8({word.data(), static_cast<int32_t>(word.size())});
  return utf8(text.toTitle(nullptr, icu::Locale::getFrench()));
}

// A piece of a name and what stands between it and the next: a blank, a hyphen, or nothing after an apostrophe.
struct Piece {
  std::string word;
  std::string after;
};

// Cuts after blanks, hyphens and apostrophes (which stay with the word before them); ST and STE are written out.
std::vector<Piece> cut(std::string_view name) {
  std::vector<Piece> result;
  std::string word;
  const auto finish = [&](std::string after) {
    if (!word.empty()) result.push_back({word == "ST" ? "SAINT" : word == "STE" ? "SAINTE" : word, std::move(after)});
    word.clear();
  };
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (name.substr(i).starts_with("’")) {
      word += '\'';
      finish("");
      i += std::string_view("’").size() - 1;
    } else if (name[i] == '\'') {
      word += '\'';
      finish("");
    } else if (name[i] == ' ' || name[i] == '-') {
      const bool lone_hyphen = name[i] == '-' && word.empty();
      if (lone_hyphen && !result.empty()) result.back().after = " - ";
      finish(std::string(1, name[i]));
    } else {
      word += name[i];
    }
  }
  finish("");
  return result;
}

bool is_article(std::string_view key) { return key == "la" || key == "le" || key == "les"; }
bool is_preposition(std::string_view key) {
  return key == "de" || key == "a" || key == "et" || key == "sous" || key == "sur" || key == "en";
}

// "SELARL PHARMACIE DU CENTRE": the legal form says nothing to a reader.
void drop_legal_form(std::vector<Piece>& pieces) {
  if (pieces.size() > 2 && legal_forms().contains(pieces[0].word) &&
      (pieces[1].word == "MSP" || pieces[1].word == "PHARMACIE")) {
    pieces.erase(pieces.begin());
  }
}

std::string joined_key(const std::vector<Piece>& pieces, std::size_t first, std::size_t count) {
  std::string joined;
  for (std::size_t i = first; i < first + count; ++i) joined += pieces[i].word + " ";
  return search_key(joined);
}

}  // namespace

ReadableNames::ReadableNames(std::span<const std::string> places) {
  for (const std::string& place : places) places_.try_emplace(search_key(place), place);
}

// The official name of the place that the pieces from `first` on spell, and how many they are; 0 pieces when they spell
// none. At the end of a name, the beginning of the own commune's name will do ("ST MARTIN").
ReadableNames::Spelt ReadableNames::place_at(std::span<const std::string> keys, const std::string& own) const {
  for (std::size_t length = keys.size(); length > 0; --length) {
    const std::string& key = keys[length - 1];
    const bool ordinary = length == 1 && (small_words().contains(key) || common_nouns().contains(key));
    if (const auto found = places_.find(key); found != places_.end() && !ordinary) return {found->second, length};
    const bool two_words = key.find(' ') != std::string::npos;
    if (length == keys.size() && two_words && search_key(own).starts_with(key + " ")) return {own, length};
  }
  return {};
}

std::string ReadableNames::operator()(std::string_view raw, const std::string& own_commune) const {
  const auto text = icu::UnicodeString::fromUTF8({raw.data(), static_cast<int32_t>(raw.size())});
  if (has_small_letters(text)) return std::string(raw);
  std::vector<Piece> pieces = cut(raw);
  drop_legal_form(pieces);

  std::string result;
  std::string before;     // key of the word before
  bool describes = true;  // no proper name has begun
  for (std::size_t i = 0; i < pieces.size();) {
    std::vector<std::string> keys;  // of the next one, two, … pieces
    for (std::size_t count = 1; i + count <= pieces.size(); ++count) keys.push_back(joined_key(pieces, i, count));
    const Spelt place = place_at(keys, own_commune);
    const std::string& key = keys.front();
    const std::string& word = pieces[i].word;
    if (place.pieces > 0) {
      result += place.name;
      describes = false;
    } else if (sigles().contains(word) || word.starts_with('(')) {
      result += word;
    } else if (const auto small = small_words().find(key); small != small_words().end()) {
      result += i == 0 ? capitalised(small->second) : std::string(small->second);
      const bool elided = key == "d" || key == "l";
      if (elided) result += '\'';
      if (elided && pieces[i].after == " ") pieces[i].after.clear();  // "TRAIT D UNION"
    } else if (const auto noun = common_nouns().find(key); noun != common_nouns().end()) {
      result += i == 0 || !describes ? capitalised(noun->second) : std::string(noun->second);
      if (key == "pharmacie") describes = false;
    } else if (is_article(key) && is_preposition(before)) {
      result += key;
    } else {
      const auto known = proper_words().find(key);
      result += known != proper_words().end() ? std::string(known->second) : capitalised(word);
      describes = false;
    }
    i += std::max<std::size_t>(place.pieces, 1);
    if (i < pieces.size()) result += pieces[i - 1].after;
    before = key;
  }
  return result;
}

}  // namespace ancrage::territory::build
