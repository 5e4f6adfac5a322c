// SPDX-License-Identifier: Apache-2.0
// Who is interviewed: presets, and what this person will not give up. A limit is a slider of minutes whose right end is
// "no limit".
#include "viewer/panels/controls.hpp"
#include "viewer/panels/theme.hpp"
#include "viewer/panels/widgets.hpp"
#include "viewer/panels/writer.hpp"

#include "ancrage/assessment/apply_profile.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>

namespace ancrage::viewer {
namespace {

using assessment::LimitKind;

constexpr double minutes_step = 5.0;
constexpr double most_minutes = 90.0;  // the next step is "no limit"

class WishWriter {
 public:
  WishWriter(const PanelContext& context, const Rectangle& where)
      : context_(context), writer_(context, Region::left, where) {}

  Actions write() {
    presets();
    limits();
    writer_.end();
    return std::move(actions_);
  }

 private:
  std::string text(const Message& words) const { return context_.text(words); }

  const Wish* wish(LimitKind kind) const {
    const auto& wishes = context_.state.interview.wishes;
    const auto found = std::find_if(wishes.begin(), wishes.end(), [&](const Wish& w) { return w.kind == kind; });
    return found == wishes.end() ? nullptr : &*found;
  }

  void presets() {
    const auto& profiles = context_.model.profiles();
    if (profiles.empty()) return;
    writer_.heading(message("Begin with"));
    for (std::size_t first = 0; first < profiles.size(); first += 2) {
      std::vector<PanelWriter::Pill> row;
      const std::size_t last = std::min(first + 2, profiles.size());
      for (std::size_t i = first; i < last; ++i) {
        row.push_back(
            {"profile " + profiles[i].name, profiles[i].name, context_.state.interview.profile == profiles[i].name});
      }
      if (const auto pressed = writer_.pills(row)) actions_.emplace_back(UseProfile{profiles[first + *pressed].path});
    }
  }

  void limits() {
    const auto& assessment = context_.assessment();
    const std::size_t out = context_.model.territory().sites.size() - assessment.sites_in();
    writer_.skip(4);
    writer_.heading(message("Limits"), out == 0 ? std::string() : text(message("{0} places are out", out)));
    if (const auto fault = assessment::infeasibility(assessment)) {
      writer_.paragraph(context_.language().text(*fault), hex(0xB4470F));
    }
    drive();
    seldom_asked_for();
    const Wish* zone = wish(LimitKind::zone);
    if (writer_.check("wish zone",
                      text(zone != nullptr && zone->zac ? message("Only in a ZIP or a ZAC") : message("Only in a ZIP")),
                      zone != nullptr)) {
      actions_.emplace_back(SetWish{{.kind = LimitKind::zone}, zone == nullptr});
    }
    const Wish* partner = wish(LimitKind::partner);
    const std::string place = partner != nullptr ? partner->place : context_.state.partner_place;
    if (!place.empty()) minutes(LimitKind::partner, message("Partner: {0}", place), place);
    if (partner != nullptr) return;
    const auto typed = writer_.text_field("partner place", place, text(message("Where the partner works")), 1);
    if (typed) actions_.emplace_back(NamePartnerPlace{*typed});
  }

  void drive() {
    const Wish* limit = wish(LimitKind::within);
    const std::string& typed = context_.state.drive_place;
    const std::string town = limit != nullptr ? limit->place : typed.empty() ? context_.model.main_town() : typed;
    minutes(LimitKind::within, message("Drive to {0}", town), town);
    const auto place = writer_.text_field("drive place", typed, text(message("Drive to another place")), 1);
    if (place) actions_.emplace_back(NameDrivePlace{*place});
  }

  // Folded away while nobody has set them, so that the weights stand in sight.
  void seldom_asked_for() {
    const std::array kinds{std::pair{LimitKind::group_practice, message("A group practice")},
                           std::pair{LimitKind::salaried, message("A salaried post")},
                           std::pair{LimitKind::primary_school, message("A primary school")},
                           std::pair{LimitKind::college, message("A collège")},
                           std::pair{LimitKind::lycee, message("A lycée")}};
    const bool all = context_.state.all_limits;
    bool some_unset = false;
    for (const auto& [kind, label] : kinds) {
      some_unset |= wish(kind) == nullptr;
      if (all || wish(kind) != nullptr) minutes(kind, label);
    }
    if (!some_unset) return;
    const Message words = all ? message("Fewer limits") : message("More limits: practice, post, schools…");
    if (writer_.button("all limits", text(words))) actions_.emplace_back(ShowAllLimits{!all});
  }

  void minutes(LimitKind kind, const Message& label, const std::string& place = {}) {
    const Wish* now = wish(kind);
    const double most = most_minutes + minutes_step;
    const double at = now != nullptr ? std::min(now->minutes, most_minutes) : most;
    const std::string value =
        now != nullptr ? text(message("≤ {0} min", DecimalArgument{now->minutes, 0})) : text(message("no limit"));
    const SliderUse use = writer_.slider("wish " + std::string(assessment::limit_key(kind)), text(label), value,
                                         at / most, now != nullptr ? theme::accent : theme::box_edge);
    double wanted = at + use.steps * minutes_step;
    if (use.share) wanted = std::round(*use.share * most / minutes_step) * minutes_step;
    wanted = std::clamp(wanted, 0.0, most);
    if (wanted != at) {
      Wish changed = now != nullptr ? *now : Wish{.kind = kind, .place = place};
      changed.minutes = std::min(wanted, most_minutes);
      actions_.emplace_back(SetWish{changed, wanted <= most_minutes, use.share.has_value()});
      // The slider stays under the hand that has just taken the limit away.
      if (wanted > most_minutes) actions_.emplace_back(ShowAllLimits{true});
    }
    if (use.released) actions_.emplace_back(EndGesture{});
  }

  const PanelContext& context_;
  PanelWriter writer_;
  Actions actions_;
};

}  // namespace

Actions write_wishes(const PanelContext& context, const Rectangle& where) {
  const ImVec2 start = ImGui::GetCursorScreenPos();
  WishWriter writer(context, where);
  Actions actions = writer.write();
  ImGui::SetCursorScreenPos({start.x, ImGui::GetCursorScreenPos().y});
  return actions;
}

}  // namespace ancrage::viewer
