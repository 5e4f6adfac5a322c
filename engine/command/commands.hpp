// SPDX-License-Identifier: Apache-2.0
// The sub-commands of `ancrage`: one file each, which turns options into calls of the engine and results into output.
// add_x_command declares its options on the application and runs from CLI11's callback; faults leave as ancrage::Error.
#pragma once

#include "command/context.hpp"

#include <CLI/App.hpp>

namespace ancrage::command {

void add_build_command(CLI::App& app, const Context& context);
void add_check_command(CLI::App& app, const Context& context);
void add_overlay_command(CLI::App& app, const Context& context);
void add_rank_command(CLI::App& app, const Context& context);
void add_explain_command(CLI::App& app, const Context& context);
void add_compare_command(CLI::App& app, const Context& context);
void add_decide_command(CLI::App& app, const Context& context);
void add_robust_command(CLI::App& app, const Context& context);
void add_access_command(CLI::App& app, const Context& context);
void add_times_command(CLI::App& app, const Context& context);
void add_isochrone_command(CLI::App& app, const Context& context);
void add_locate_command(CLI::App& app, const Context& context);
void add_sheet_command(CLI::App& app, const Context& context);
void add_describe_command(CLI::App& app, const Context& context);
void add_map_command(CLI::App& app, const Context& context);
void add_match_command(CLI::App& app, const Context& context);
void add_view_command(CLI::App& app, const Context& context);
void add_whatif_command(CLI::App& app, const Context& context);

}  // namespace ancrage::command
