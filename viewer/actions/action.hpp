// SPDX-License-Identifier: Apache-2.0
// Everything a user can do, and the one place where it is done. An action is any of the structs in the headers below,
// for which act() is declared there; more kinds of action cost the panels nothing.
#pragma once

#include "viewer/actions/file_actions.hpp"
#include "viewer/actions/interview_actions.hpp"
#include "viewer/actions/plan_actions.hpp"
#include "viewer/actions/view_actions.hpp"
#include "viewer/actions/what_if_actions.hpp"

#include <concepts>
#include <memory>
#include <typeinfo>
#include <utility>
#include <vector>

namespace ancrage::viewer {

class Action {
 public:
  template <class Done>
    requires(!std::same_as<Done, Action>)
  Action(Done what) : what_(std::make_shared<const Holder<Done>>(std::move(what))) {}

  template <class Done>
  bool is() const {
    return what_->type() == typeid(Done);
  }
  // Throws what the engine throws.
  void carry_out(const ActionContext& context) const { what_->carry_out(context); }

 private:
  struct Held {
    Held() = default;
    virtual ~Held() = default;
    Held(const Held&) = delete;
    Held& operator=(const Held&) = delete;
    virtual const std::type_info& type() const = 0;
    virtual void carry_out(const ActionContext& context) const = 0;
  };
  template <class Done>
  struct Holder final : Held {
    explicit Holder(Done done) : what(std::move(done)) {}
    const std::type_info& type() const override { return typeid(Done); }
    void carry_out(const ActionContext& context) const override { act(what, context); }
    Done what;
  };
  std::shared_ptr<const Held> what_;
};

using Actions = std::vector<Action>;

inline void append(Actions& to, const Actions& from) { to.insert(to.end(), from.begin(), from.end()); }

// `now` in seconds; `layout` of the frame in which the action was made. A fault of the engine becomes a notice; the
// state is then as before.
void apply(const Action& action, State& state, const Model& model, const Layout& layout, double now);

}  // namespace ancrage::viewer
