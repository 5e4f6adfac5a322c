// SPDX-License-Identifier: Apache-2.0
#include "viewer/interview_file.hpp"

#include "ancrage/access/scenario_supply.hpp"
#include "ancrage/base/error.hpp"
#include "ancrage/io/toml_reader.hpp"
#include "viewer/model.hpp"
#include "viewer/state.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ancrage::viewer {
namespace {

using access::Change;
using access::ChangeKind;
using assessment::Score;
using io::TomlReader;

// A TOML basic string.
std::string toml_text(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      result += std::string("\\") + c;
    } else if (c == '\n') {
      result += "\\n";
    } else if (byte < 0x20 || byte == 0x7F) {
      result += fmt::format("\\u{:04X}", byte);
    } else {
      result += c;
    }
  }
  return result + "\"";
}

std::string weight_key(const assessment::Criterion& criterion) {
  return std::string(assessment::score_key(criterion.score)) + "." + criterion.id;
}

std::string change_text(const Change& change) {
  std::string text = fmt::format("\n[[change]]\nkind = {}\n", toml_text(access::change_key(change.kind)));
  if (change.kind == ChangeKind::retire) return text + fmt::format("age = {}\nyear = {}\n", change.age, change.year);
  text += fmt::format("place = {}\n", toml_text(change.place));
  if (change.kind == ChangeKind::move) text += fmt::format("to = {}\n", toml_text(change.to));
  if (change.gps) text += fmt::format("gps = {}\n", *change.gps);
  if (change.acts) text += fmt::format("acts = {}\n", *change.acts);
  return text;
}

std::string plan_text(const PlanInputs& plan) {
  std::string text = fmt::format("\n[plan]\ndoctors = {}\nobjective = {}\n", plan.doctors,
                                 toml_text(planning::plan_objective_keys[static_cast<std::size_t>(plan.objective)]));
  if (plan.most_per_place) text += fmt::format("most_per_place = {}\n", *plan.most_per_place);
  return text;
}

// Provenance of a layer; its source as the settings name it where none is stated.
std::string source_of(const territory::Territory& territory, const territory::LayerHealth& layer) {
  const std::string provenance = territory.provenance(layer.layer);
  return provenance.empty() ? layer.source : provenance;
}

class InterviewReader {
 public:
  InterviewReader(const std::string& path, const Model& model)
      : model_(model), reader_(path, message("No such interview"), message("name a file that the viewer saved")) {
    opened_.interview = first_interview(model);
  }

  OpenedInterview read() {
    const toml::table& root = reader_.root();
    reader_.allow_only(root, {"territory", "profile", "compared", "scenario_counts", "weights", "plan", "limit",
                              "notes", "change", "rank", "data"});
    if (reader_.text(root, "territory") != model_.territory().code) {
      reader_.fail(message("This interview is about another territory"), root.get("territory"),
                   message("open it with the territory “{0}”", reader_.text(root, "territory")));
    }
    if (root.contains("profile")) interview().profile = reader_.text(root, "profile");
    weights(root);
    plan(root);
    wishes(root);
    compared(root);
    notes(root);
    changes(root);
    ranks(root);
    data(root);
    return std::move(opened_);
  }

 private:
  Interview& interview() { return opened_.interview; }
  void tell(Message what) { opened_.changed.push_back(std::move(what)); }

  std::optional<std::size_t> site(const std::string& id) {
    const auto& ids = model_.territory().sites.id;
    const auto found = std::find(ids.begin(), ids.end(), id);
    if (found != ids.end()) return static_cast<std::size_t>(found - ids.begin());
    tell(message("the place {0} is no longer there", id));
    return std::nullopt;
  }

  template <class Each>
  void each_table(const toml::table& root, std::string_view key, Each each) {
    const toml::node* node = root.get(key);
    if (node == nullptr) return;
    if (!node->is_array()) reader_.fail(message("“{0}” must be a list", key), node);
    for (const toml::node& entry : *node->as_array()) each(reader_.table(entry, key));
  }

  void weights(const toml::table& root) {
    const toml::node* node = root.get("weights");
    if (node == nullptr) return;
    const toml::table& table = reader_.table(*node, "weights");
    const auto& criteria = model_.assessment().criteria;
    std::vector<double> read(criteria.size(), 0.0);
    for (const auto& [key, value] : table) {
      const std::string name(key.str());
      const double weight = reader_.number(value, name);
      if (weight < 0) reader_.fail(message("“{0}” must not be negative", name), &value);
      const auto found =
          std::find_if(criteria.begin(), criteria.end(), [&](const auto& c) { return weight_key(c) == name; });
      if (found == criteria.end()) {
        tell(message("the criterion {0} is no longer there", name));
      } else {
        read[static_cast<std::size_t>(found - criteria.begin())] = weight;
      }
    }
    // A score of which nothing is left keeps the territory's weights.
    for (const Score score : {Score::need, Score::attractiveness}) {
      const auto [first, last] = model_.columns_of(score);
      const auto begin = read.begin() + static_cast<std::ptrdiff_t>(first);
      const auto end = read.begin() + static_cast<std::ptrdiff_t>(last);
      if (std::accumulate(begin, end, 0.0) > 0) {
        std::copy(begin, end, interview().weights.begin() + static_cast<std::ptrdiff_t>(first));
      }
    }
  }

  void plan(const toml::table& root) {
    const toml::node* node = root.get("plan");
    if (node == nullptr) return;
    const toml::table& table = reader_.table(*node, "plan");
    reader_.allow_only(table, {"doctors", "objective", "most_per_place"});
    PlanInputs& inputs = interview().plan;
    const auto count = [&](std::string_view key, std::size_t most) -> std::optional<std::size_t> {
      const auto number = optional_number(table, key);
      if (!number) return std::nullopt;
      return static_cast<std::size_t>(std::lround(std::clamp(*number, 1.0, static_cast<double>(most))));
    };
    inputs.doctors = count("doctors", most_planned).value_or(inputs.doctors);
    inputs.most_per_place = count("most_per_place", most_planned);
    if (const toml::node* named = table.get("objective")) {
      const std::string objective = reader_.text(table, "objective");
      const auto& keys = planning::plan_objective_keys;
      const auto found = std::find(keys.begin(), keys.end(), objective);
      if (found == keys.end()) reader_.fail(message("There is no objective “{0}”", objective), named);
      inputs.objective = static_cast<planning::PlanObjective>(found - keys.begin());
    }
  }

  void wishes(const toml::table& root) {
    each_table(root, "limit", [&](const toml::table& table) {
      reader_.allow_only(table, {"kind", "place", "minutes", "zac", "lon", "lat"});
      const std::string kind = reader_.text(table, "kind");
      const auto& keys = assessment::limit_keys;
      const auto found = std::find(keys.begin(), keys.end(), kind);
      if (found == keys.end()) reader_.fail(message("There is no limit “{0}”", kind), table.get("kind"));
      Wish wish{.kind = static_cast<assessment::LimitKind>(found - keys.begin())};
      if (table.contains("place")) wish.place = reader_.text(table, "place");
      if (const toml::node* minutes = table.get("minutes")) {
        wish.minutes = reader_.number(*minutes, "minutes");
        if (!assessment::is_limit_minutes(wish.minutes))
          reader_.fail(message("“{0}” must be a number", "minutes"), minutes);
      }
      if (const toml::node* zac = table.get("zac")) wish.zac = zac->value_or(false);
      const toml::node* lon = table.get("lon");
      const toml::node* lat = table.get("lat");
      if (lon != nullptr && lat != nullptr) wish.lon_lat = {reader_.number(*lon, "lon"), reader_.number(*lat, "lat")};
      interview().wishes.push_back(std::move(wish));
    });
    try {
      (void)Results(model_, interview());
    } catch (const Error& fault) {
      tell(message("the limits no longer fit ({0})", model_.language().text(fault.message())));
      interview().wishes.clear();
    }
  }

  void compared(const toml::table& root) {
    const toml::node* node = root.get("compared");
    if (node == nullptr) return;
    if (!node->is_array()) reader_.fail(message("“{0}” must be a list", "compared"), node);
    for (const toml::node& entry : *node->as_array()) {
      if (!entry.is_string()) reader_.fail(message("“{0}” must be text in quotes", "compared"), &entry);
      const auto found = site(entry.as_string()->get());
      auto& sites = interview().compared;
      const bool twice = found && std::find(sites.begin(), sites.end(), *found) != sites.end();
      if (found && !twice && sites.size() < most_compared) sites.push_back(*found);
    }
  }

  void notes(const toml::table& root) {
    const toml::node* node = root.get("notes");
    if (node == nullptr) return;
    const toml::table& table = reader_.table(*node, "notes");
    for (const auto& [key, value] : table) {
      // A note on a place that is gone is still a note.
      interview().notes[std::string(key.str())] = reader_.text(table, key.str());
    }
  }

  std::optional<double> optional_number(const toml::table& table, std::string_view key) {
    const toml::node* node = table.get(key);
    if (node == nullptr) return std::nullopt;
    const double value = reader_.number(*node, key);
    if (!(value > 0)) reader_.fail(message("“{0}” must be above 0", key), node);
    return value;
  }

  void changes(const toml::table& root) {
    access::Scenario scenario;
    each_table(root, "change", [&](const toml::table& table) {
      reader_.allow_only(table, {"kind", "place", "to", "gps", "acts", "age", "year"});
      const std::string kind = reader_.text(table, "kind");
      const auto found = std::find(access::change_keys.begin(), access::change_keys.end(), kind);
      if (found == access::change_keys.end())
        reader_.fail(message("There is no change “{0}”", kind), table.get("kind"));
      Change change{.kind = static_cast<ChangeKind>(found - access::change_keys.begin())};
      if (change.kind == ChangeKind::retire) {
        change.age = optional_number(table, "age").value_or(65.0);
        change.year = static_cast<int>(std::lround(std::min(optional_number(table, "year").value_or(0.0), 2200.0)));
      } else {
        change.place = reader_.text(table, "place");
        if (change.kind == ChangeKind::move) change.to = reader_.text(table, "to");
        change.gps = optional_number(table, "gps");
        change.acts = optional_number(table, "acts");
      }
      scenario.changes.push_back(std::move(change));
    });
    access::settle(scenario);
    try {
      (void)access::supply_under(model_.territory(), model_.access(), scenario);
      interview().changes = std::move(scenario.changes);
    } catch (const Error& fault) {
      tell(message("the scenario no longer fits ({0})", model_.language().text(fault.message())));
    }
    if (const toml::node* counts = root.get("scenario_counts")) {
      if (!counts->is_boolean()) reader_.fail(message("“{0}” must be true or false", "scenario_counts"), counts);
      interview().scenario_counts = counts->as_boolean()->get();
    }
  }

  void ranks(const toml::table& root) {
    each_table(root, "rank", [&](const toml::table& table) {
      reader_.allow_only(table, {"site", "need", "attractiveness"});
      const auto& ids = model_.territory().sites.id;
      const auto found = std::find(ids.begin(), ids.end(), reader_.text(table, "site"));
      if (found == ids.end()) return;
      for (const Score score : {Score::need, Score::attractiveness}) {
        if (const auto rank = optional_number(table, assessment::score_key(score))) {
          opened_.ranks.push_back(
              {static_cast<std::size_t>(found - ids.begin()), score, static_cast<std::size_t>(std::lround(*rank))});
        }
      }
    });
  }

  void data(const toml::table& root) {
    const territory::Territory& territory = model_.territory();
    each_table(root, "data", [&](const toml::table& table) {
      reader_.allow_only(table, {"layer", "features", "source"});
      const std::string name = reader_.text(table, "layer");
      const auto layer = std::find_if(territory.health.begin(), territory.health.end(),
                                      [&](const auto& l) { return l.layer == name; });
      if (layer == territory.health.end()) {
        tell(message("the layer {0} is no longer there", name));
        return;
      }
      const double features = optional_number(table, "features").value_or(0.0);
      if (features != static_cast<double>(layer->features)) {
        tell(message("{0}: {1} features, {2} before", name, layer->features, DecimalArgument{features, 0}));
      }
      const std::string source = source_of(territory, *layer);
      if (reader_.text(table, "source") != source) tell(message("{0}: now from {1}", name, source));
    });
  }

  const Model& model_;
  TomlReader reader_;
  OpenedInterview opened_;
};

}  // namespace

std::string interview_text(const Interview& interview, const Model& model, const assessment::Assessment& assessment) {
  const territory::Territory& territory = model.territory();
  std::string text = fmt::format("territory = {}\nprofile = {}\ncompared = [", toml_text(territory.code),
                                 toml_text(interview.profile));
  for (std::size_t i = 0; i < interview.compared.size(); ++i) {
    text += (i == 0 ? "" : ", ") + toml_text(territory.sites.id[interview.compared[i]]);
  }
  text += fmt::format("]\nscenario_counts = {}\n\n[weights]\n", interview.scenario_counts);
  for (std::size_t k = 0; k < interview.weights.size(); ++k) {
    text += fmt::format("{} = {}\n", toml_text(weight_key(model.assessment().criteria[k])), interview.weights[k]);
  }
  text += plan_text(interview.plan);
  for (const Wish& wish : interview.wishes) {
    text += fmt::format("\n[[limit]]\nkind = {}\nminutes = {}\nzac = {}\n", toml_text(assessment::limit_key(wish.kind)),
                        wish.minutes, wish.zac);
    if (!wish.place.empty()) text += fmt::format("place = {}\n", toml_text(wish.place));
    if (wish.lon_lat) text += fmt::format("lon = {}\nlat = {}\n", wish.lon_lat->longitude, wish.lon_lat->latitude);
  }
  text += "\n[notes]\n";
  for (const auto& [site, note] : interview.notes) text += fmt::format("{} = {}\n", toml_text(site), toml_text(note));
  for (const Change& change : interview.changes) text += change_text(change);
  for (const std::size_t site : interview.compared) {
    text += fmt::format("\n[[rank]]\nsite = {}\n", toml_text(territory.sites.id[site]));
    for (const Score score : {Score::need, Score::attractiveness}) {
      const std::size_t rank = assessment.score(score, site).rank;
      if (rank > 0) text += fmt::format("{} = {}\n", assessment::score_key(score), rank);
    }
  }
  for (const auto& layer : territory.health) {
    text += fmt::format("\n[[data]]\nlayer = {}\nfeatures = {}\nsource = {}\n", toml_text(layer.layer), layer.features,
                        toml_text(source_of(territory, layer)));
  }
  return text;
}

OpenedInterview read_interview(const std::string& path, const Model& model) {
  return InterviewReader(path, model).read();
}

std::vector<Message> changed_ranks(const OpenedInterview& opened, const Model& model,
                                   const assessment::Assessment& assessment) {
  std::vector<Message> result;
  for (const auto& was : opened.ranks) {
    const std::size_t now = assessment.score(was.score, was.site).rank;
    if (now == was.rank) continue;
    const std::string& name = model.territory().sites.name[was.site];
    result.push_back(was.score == Score::need
                         ? message("{0}: rank {1} by need, {2} before", name, now, was.rank)
                         : message("{0}: rank {1} by attractiveness, {2} before", name, now, was.rank));
  }
  return result;
}

}  // namespace ancrage::viewer
