// SPDX-License-Identifier: Apache-2.0
// The parts of the card, one file each, and what they are written with.
#pragma once

#include "viewer/panels/panel.hpp"
#include "viewer/panels/theme.hpp"

#include <imgui.h>

#include <cstddef>
#include <string>

namespace ancrage::viewer {

// Draws downwards; `y` is where the next thing goes.
class CardWriter {
 public:
  CardWriter(const PanelContext& context, float left, float right, float y);

  const PanelContext& context() const { return context_; }
  ImDrawList& list() const { return list_; }
  float left() const { return left_; }
  float right() const { return right_; }
  float y() const { return y_; }
  void skip(double units) { y_ += context_.px(units); }
  void skip_pixels(float pixels) { y_ += pixels; }

  void title(Feature feature);
  void heading(const Message& text, const std::string& beside = {});
  void paragraph(const std::string& text, Color color = theme::secondary);
  // A label on the left, a value on the right.
  void fact(const std::string& label, const std::string& value, bool strong = false);
  void fact(const Message& label, const std::string& value) { fact(context_.text(label), value); }
  void rule();
  // Of the interview, on this site.
  Actions note(std::size_t site);

 private:
  std::string zone_text(Feature feature) const;

  const PanelContext& context_;
  ImDrawList& list_;
  float left_;
  float right_;
  float y_;
};

// A score with its bar and the reason for every point.
void write_score(CardWriter& card, assessment::Score which, std::size_t site);
// Both scores in sentences.
void write_score_words(CardWriter& card, std::size_t site);
// Who lives and practises around, and what is near; a word that they are being computed while they are.
void write_surroundings(CardWriter& card, std::size_t site);
// The zone and the aids that apply today, to be confirmed.
void write_aids(CardWriter& card, std::size_t site);
// Which places lie within the minutes of this place and of the other one of a couple; nothing without another.
void write_shared_places(CardWriter& card);
// Keeps this place for a couple, or lets the other go.
Actions write_couple_choice(CardWriter& card);
void write_commune(CardWriter& card, std::size_t commune);

}  // namespace ancrage::viewer
