// SPDX-License-Identifier: Apache-2.0
// Undo and redo of decisions, as whole interviews: they are small, so nothing can be forgotten.
#pragma once

#include "ancrage/base/message.hpp"
#include "viewer/interview.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace ancrage::viewer {

class History {
 public:
  struct Step {
    Interview interview;  // before the change; after undo, before the next one
    Message what;         // the change, "the weight of …"
  };

  // A change was made to `before`. Changes of the same gesture (not 0) after each other are one step, so a slider that
  // was dragged goes back in one. Drops what could be redone.
  void record(const Interview& before, Message what, std::uint64_t gesture = 0);
  // The next change is a new step, whatever its gesture.
  void end_gesture() { gesture_ = 0; }
  // The interview before the gesture under way; nothing without one.
  const Interview* gesture_base(std::uint64_t gesture) const;

  bool can_undo() const { return !done_.empty(); }
  bool can_redo() const { return !undone_.empty(); }
  // What would be taken back or done again.
  const Message& undo_label() const { return done_.back().what; }
  const Message& redo_label() const { return undone_.back().what; }
  // Exchanges the interview for the one before, or after again; false when there is none.
  bool undo(Interview& interview);
  bool redo(Interview& interview);

 private:
  std::vector<Step> done_;
  std::vector<Step> undone_;
  std::uint64_t gesture_ = 0;
};

inline constexpr std::size_t most_steps = 200;

}  // namespace ancrage::viewer
