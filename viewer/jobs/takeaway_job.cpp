// SPDX-License-Identifier: Apache-2.0
#include "viewer/jobs/takeaway_job.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/io/writer.hpp"
#include "ancrage/report/paper/map.hpp"
#include "ancrage/report/paper/sheet.hpp"
#include "ancrage/report/practitioner_plan.hpp"
#include "ancrage/report/ranking.hpp"
#include "ancrage/territory/aids.hpp"
#include "viewer/interview_file.hpp"
#include "viewer/jobs/task.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace ancrage::viewer {
namespace {

using Path = std::string;

// What the works read; their own, as the state goes on.
struct Copied {
  Interview interview;
  assessment::Assessment assessment;
  assessment::Score sort;
  report::ColorKey color;
  std::vector<access::Change> changes;     // that the assessment rests on
  std::shared_ptr<const PlanResult> plan;  // may be null
};

// The options of the limits, as `sheet` and `rank` take them.
std::string limit_options(const std::vector<Wish>& wishes) {
  std::string options;
  for (const Wish& wish : wishes) {
    const bool place = wish.kind == assessment::LimitKind::within || wish.kind == assessment::LimitKind::partner;
    const std::string at =
        wish.lon_lat ? fmt::format("@{},{}", wish.lon_lat->longitude, wish.lon_lat->latitude) : std::string();
    if (!options.empty()) options += ' ';
    if (place) {
      options += fmt::format("--{} \"{}{}={}\"", assessment::limit_key(wish.kind), wish.place, at, wish.minutes);
    } else if (wish.kind == assessment::LimitKind::zone) {
      options += wish.zac ? "--limit zone=zip+zac" : "--limit zone=zip";
    } else {
      options += fmt::format("--limit {}={}", assessment::limit_key(wish.kind), wish.minutes);
    }
  }
  return options;
}

std::string on_paper(const TakeAway& wanted, const Copied& from, const Model& model) {
  const territory::Territory& territory = model.territory();
  access::Scenario scenario;
  scenario.changes = from.changes;
  const std::string note =
      from.changes.empty() ? std::string() : model.language().text(message("Under the scenario of the interview"));
  if (wanted.what == TakeAway::What::sheet) {
    report::paper::SheetOptions sheet{.date = today()};
    sheet.theme = report::color_key_name(from.color);
    sheet.aids = territory::read_aids(territory::aids_file(territory.path));
    if (!from.changes.empty()) sheet.scenario = &scenario;
    sheet.note = note;
    sheet.choices = limit_options(from.interview.wishes);
    return report::paper::sheet_file(territory, from.assessment, wanted.sites, sheet, model.language());
  }
  report::paper::MapFileOptions map;
  map.format = wanted.what == TakeAway::What::map_svg   ? report::paper::PaperFormat::svg
               : wanted.what == TakeAway::What::map_png ? report::paper::PaperFormat::png
                                                        : report::paper::PaperFormat::pdf;
  map.map.note = note;
  return report::paper::map_file(territory, from.assessment, report::classify(from.color, territory, from.assessment),
                                 wanted.sites, map, model.language());
}

// As `locate` prints it.
std::string plan_file(const TakeAway& wanted, const Copied& from, const Model& model) {
  if (!from.plan) throw Error(ErrorCode::usage, message("No plan has been computed"), "Plan", message("compute one"));
  const report::PractitionerPlanReport plan{model.territory(), model.access(), from.plan->plan,
                                            model.territory().access.decay, model.travel().statement()};
  return wanted.what == TakeAway::What::plan ? io::csv_text(report::practitioner_plan_features(plan))
                                             : report::practitioner_plan_text(plan, model.language());
}

void make_folder(const std::string& file) {
  std::error_code ignored;
  std::filesystem::create_directories(std::filesystem::path(file).parent_path(), ignored);
}

Path write(const TakeAway& wanted, const Copied& from, const Model& model) {
  make_folder(wanted.path);
  switch (wanted.what) {
    case TakeAway::What::interview:
      io::write_text(wanted.path, interview_text(from.interview, model, from.assessment));
      break;
    case TakeAway::What::table:
      io::write_text(wanted.path, io::csv_text(report::ranking_features(model.territory(), from.assessment,
                                                                        from.assessment.ranking(from.sort))));
      break;
    case TakeAway::What::plan:
    case TakeAway::What::plan_words:
      io::write_text(wanted.path, plan_file(wanted, from, model));
      break;
    case TakeAway::What::sheet:
    case TakeAway::What::map_pdf:
    case TakeAway::What::map_svg:
    case TakeAway::What::map_png:
      io::write_text(wanted.path, on_paper(wanted, from, model));
      break;
  }
  return wanted.path;
}

class TakeawayJob final : public Job {
 public:
  TakeawayJob(const Model& model, const std::function<void()>& wake) : model_(model), task_(wake) {}

  void follow(const State& state) override {
    if (task_.running() || state.asked.empty()) return;
    // By number, as those that are done leave the list only when their outcome is applied.
    const auto next = std::find_if(state.asked.begin(), state.asked.end(),
                                   [&](const TakeAway& wanted) { return wanted.number > started_; });
    if (next == state.asked.end()) return;
    started_ = next->number;
    task_.start(
        [&model = model_, wanted = *next,
         from = Copied{state.interview, state.results.assessment(), state.sort, state.color, state.results.changes(),
                       state.planner.result}](const Progress&) { return write(wanted, from, model); });
  }

  Actions collect() override {
    auto outcome = task_.take();
    if (!outcome) return {};
    const std::string words = std::holds_alternative<Path>(*outcome)
                                  ? model_.language().text(message("Written: {0}", std::get<Path>(*outcome)))
                                  : model_.language().text(std::get<Error>(*outcome));
    return {TakenAway{started_}, Notify{words, std::holds_alternative<Error>(*outcome)}};
  }

  bool running() const override { return task_.running(); }
  void wait() override { task_.wait(); }

 private:
  const Model& model_;
  Task<Path> task_;
  std::uint64_t started_ = 0;
};

}  // namespace

std::unique_ptr<Job> make_takeaway_job(const Model& model, const std::function<void()>& wake) {
  return std::make_unique<TakeawayJob>(model, wake);
}

}  // namespace ancrage::viewer
