// SPDX-License-Identifier: Apache-2.0
#include "viewer/actions/action.hpp"

#include "ancrage/base/error.hpp"

namespace ancrage::viewer {

void apply(const Action& action, State& state, const Model& model, const Layout& layout, double now) {
  const ActionContext context{state, model, layout, now};
  try {
    action.carry_out(context);
  } catch (const Error& error) {
    act(Notify{model.language().text(error), true}, context);
  }
}

}  // namespace ancrage::viewer
