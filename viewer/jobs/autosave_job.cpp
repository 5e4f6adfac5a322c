// SPDX-License-Identifier: Apache-2.0
#include "viewer/jobs/autosave_job.hpp"

#include "ancrage/base/error.hpp"
#include "ancrage/io/writer.hpp"
#include "viewer/interview_file.hpp"
#include "viewer/jobs/task.hpp"

#include <filesystem>
#include <optional>
#include <utility>

namespace ancrage::viewer {
namespace {

// What is to be written, as it was when it was last looked at.
struct Kept {
  Interview interview;
  Settings settings;
  bool operator==(const Kept&) const = default;
};

class AutosaveJob final : public Job {
 public:
  AutosaveJob(const Model& model, std::string directory, const std::function<void()>& wake)
      : model_(model), directory_(std::move(directory)), task_(wake) {}

  ~AutosaveJob() override {
    if (task_.running()) task_.wait();
    if (!seen_ || seen_ == saved_) return;
    try {
      write(directory_, interview_path(), texts_, {});
    } catch (const std::exception&) {
      // Said while the program ran, if it was so then.
    }
  }

  void follow(const State& state) override {
    const Kept now{state.interview, state.settings};
    if (!seen_) {
      // What it starts with is what is in the files, or the defaults.
      seen_ = saved_ = now;
      return;
    }
    if (now != seen_) {
      seen_ = now;
      texts_ = {interview_text(now.interview, model_, state.results.assessment()), settings_text(now.settings)};
    }
    if (seen_ == saved_ || task_.running()) return;
    writing_ = seen_;
    task_.start([directory = directory_, path = interview_path(), texts = texts_](const Progress& progress) {
      write(directory, path, texts, progress);
      return true;
    });
  }

  Actions collect() override {
    auto outcome = task_.take();
    if (!outcome) return {};
    saved_ = writing_;
    if (const auto* fault = std::get_if<Error>(&*outcome)) return {Notify{model_.language().text(*fault), true}};
    return {};
  }

  bool running() const override { return task_.running(); }
  void wait() override { task_.wait(); }

 private:
  struct Texts {
    std::string interview;
    std::string settings;
  };

  std::string interview_path() const { return autosave_path(directory_, model_); }

  static void write(const std::string& directory, const std::string& path, const Texts& texts, const Progress&) {
    std::error_code ignored;
    std::filesystem::create_directories(directory, ignored);
    io::write_text(path, texts.interview);
    io::write_text(settings_path(directory), texts.settings);
  }

  const Model& model_;
  std::string directory_;
  Task<bool> task_;
  std::optional<Kept> seen_;
  std::optional<Kept> saved_;
  std::optional<Kept> writing_;
  Texts texts_;
};

}  // namespace

std::unique_ptr<Job> make_autosave_job(const Model& model, const std::string& directory,
                                       const std::function<void()>& wake) {
  return std::make_unique<AutosaveJob>(model, directory, wake);
}

std::string autosave_path(const std::string& directory, const Model& model) {
  return (std::filesystem::path(directory) / ("interview-" + model.territory().code + ".toml")).string();
}

std::string settings_path(const std::string& directory) {
  return (std::filesystem::path(directory) / "settings.toml").string();
}

}  // namespace ancrage::viewer
