// SPDX-License-Identifier: Apache-2.0
#include "viewer/history.hpp"

#include <utility>

namespace ancrage::viewer {
namespace {

bool exchange(std::vector<History::Step>& from, std::vector<History::Step>& to, Interview& interview) {
  if (from.empty()) return false;
  History::Step step = std::move(from.back());
  from.pop_back();
  std::swap(step.interview, interview);
  to.push_back(std::move(step));
  return true;
}

}  // namespace

void History::record(const Interview& before, Message what, std::uint64_t gesture) {
  undone_.clear();
  const bool goes_on = gesture != 0 && gesture == gesture_ && !done_.empty();
  gesture_ = gesture;
  if (goes_on) return;
  done_.push_back({before, std::move(what)});
  if (done_.size() > most_steps) done_.erase(done_.begin());
}

const Interview* History::gesture_base(std::uint64_t gesture) const {
  return gesture != 0 && gesture == gesture_ && !done_.empty() ? &done_.back().interview : nullptr;
}

bool History::undo(Interview& interview) {
  end_gesture();
  return exchange(done_, undone_, interview);
}

bool History::redo(Interview& interview) {
  end_gesture();
  return exchange(undone_, done_, interview);
}

}  // namespace ancrage::viewer
