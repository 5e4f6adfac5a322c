// SPDX-License-Identifier: Apache-2.0
#include "viewer/actions/file_actions.hpp"

#include "viewer/actions/view_actions.hpp"
#include "viewer/interview_file.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <utility>

namespace ancrage::viewer {
namespace {

constexpr std::size_t most_listed = 6;
constexpr std::size_t most_changes_told = 4;
constexpr std::string_view extension = ".entretien.toml";

// The latest first.
std::vector<std::string> interviews_in(const std::string& folder) {
  std::vector<std::pair<std::filesystem::file_time_type, std::string>> found;
  std::error_code fault;
  for (const auto& entry : std::filesystem::directory_iterator(folder, fault)) {
    const std::string path = entry.path().string();
    if (path.ends_with(extension)) found.emplace_back(entry.last_write_time(fault), path);
  }
  std::sort(found.begin(), found.end(), std::greater<>());
  std::vector<std::string> paths;
  for (auto& [time, path] : found) paths.push_back(std::move(path));
  if (paths.size() > most_listed) paths.resize(most_listed);
  return paths;
}

// What a file system takes: no separators, no control characters, no leading dot.
std::string safe_name(std::string_view name) {
  std::string result;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    const bool bad = byte < 0x20 || byte == 0x7F || std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos;
    result += bad ? '-' : c;
  }
  const auto first = result.find_first_not_of(" .");
  return first == std::string::npos ? std::string() : result.substr(first);
}

std::string in_folder(const State& state, const std::string& name) {
  return (std::filesystem::path(state.folder) / name).string();
}

std::string free_name(const State& state) {
  for (int number = 1;; ++number) {
    const std::string name = "entretien-" + std::to_string(number);
    std::error_code ignored;
    if (!std::filesystem::exists(in_folder(state, name + std::string(extension)), ignored)) return name;
  }
}

}  // namespace

std::vector<std::size_t> sites_to_take(const State& state, const Model& model) {
  if (state.view == View::compare && !state.interview.compared.empty()) return state.interview.compared;
  if (const auto site = model.site_of(state.selected)) return {*site};
  return state.interview.compared;
}

std::string take_away_path(const State& state, const Model& model, TakeAway::What what) {
  const std::string name = safe_name(state.menu.name);
  const std::string base = name.empty() ? "entretien" : name;
  switch (what) {
    case TakeAway::What::interview:
      return in_folder(state, base + std::string(extension));
    case TakeAway::What::table:
      return in_folder(state, safe_name(model.territory().name) + ".csv");
    case TakeAway::What::plan:
      return in_folder(state, base + "-plan.csv");
    case TakeAway::What::plan_words:
      return in_folder(state, base + "-plan.txt");
    case TakeAway::What::sheet:
      return in_folder(state, base + ".pdf");
    case TakeAway::What::map_pdf:
      return in_folder(state, base + "-carte.pdf");
    case TakeAway::What::map_svg:
      return in_folder(state, base + "-carte.svg");
    case TakeAway::What::map_png:
      return in_folder(state, base + "-carte.png");
  }
  return {};
}

void act(const ShowMenu& action, const ActionContext& context) {
  State& state = context.state;
  state.menu.open = action.shown;
  state.focus = action.shown ? Region::menu : Region::map;
  state.control[static_cast<std::size_t>(Region::menu)] = 0;
  if (!action.shown) return;
  state.menu.interviews = interviews_in(state.folder);
  if (state.menu.name.empty()) state.menu.name = free_name(state);
}

void act(const NameInterview& action, const ActionContext& context) { context.state.menu.name = action.name; }

void act(const AskFor& action, const ActionContext& context) {
  State& state = context.state;
  const std::uint64_t number = ++state.asked_so_far;
  state.asked.push_back(
      {action.what, take_away_path(state, context.model, action.what), number, sites_to_take(state, context.model)});
  act(ShowMenu{false}, context);
}

void act(const TakenAway& action, const ActionContext& context) {
  std::erase_if(context.state.asked, [&](const TakeAway& asked) { return asked.number == action.number; });
}

void act(const OpenInterview& action, const ActionContext& context) {
  const Language& language = context.model.language();
  const OpenedInterview opened = read_interview(action.path, context.model);
  decide(context, opened.interview, message("the interview that was opened"));
  std::vector<Message> changed = opened.changed;
  // The ranks that rest on a scenario are not there yet.
  if (counted_changes(opened.interview).empty()) {
    const auto ranks = changed_ranks(opened, context.model, context.state.results.assessment());
    changed.insert(changed.end(), ranks.begin(), ranks.end());
  }
  std::string name = std::filesystem::path(action.path).filename().string();
  if (name.ends_with(extension)) {
    name.resize(name.size() - extension.size());
    context.state.menu.name = name;
  }
  act(ShowMenu{false}, context);
  if (changed.empty()) {
    act(Notify{language.text(message("Interview opened: {0}. The data are those of then.", name))}, context);
    return;
  }
  std::string words = language.text(message("Interview opened: {0}. Since then:", name));
  for (std::size_t i = 0; i < std::min(changed.size(), most_changes_told); ++i) {
    words += (i == 0 ? " " : " ; ") + language.text(changed[i]);
  }
  if (changed.size() > most_changes_told) {
    words += " ; " + language.text(message("and {0} more changes", changed.size() - most_changes_told));
  }
  act(Notify{words, false, true}, context);
}

void act(const NewInterview&, const ActionContext& context) {
  State& state = context.state;
  decide(context, first_interview(context.model), message("a new interview"));
  state.menu.name = free_name(state);
  state.drive_place.clear();
  state.partner_place.clear();
  act(ShowMenu{false}, context);
}

void act(const ChangeSettings& action, const ActionContext& context) {
  Settings settings = action.settings;
  settings.scale = std::clamp(std::round(settings.scale / scale_step) * scale_step, least_scale, most_scale);
  context.state.settings = settings;
}

}  // namespace ancrage::viewer
