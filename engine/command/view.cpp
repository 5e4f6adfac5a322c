// SPDX-License-Identifier: Apache-2.0
#include "ancrage/base/error.hpp"
#include "command/commands.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <unistd.h>
#include <memory>
#include <string>

namespace ancrage::command {

void add_view_command(CLI::App& app, const Context& context) {
  auto territory = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("view", context.text("opens the map of a territory (ancrage-viewer)"));
  command->add_option("territory", *territory, context.text("territory directory; the embedded one when left out"));
  command->callback([territory, &context] {
    const std::string viewer = context.program_directory + "/ancrage-viewer";
    const char* language = context.language.tag().c_str();
    if (territory->empty()) {
      execl(viewer.c_str(), viewer.c_str(), "--lang", language, nullptr);
    } else {
      execl(viewer.c_str(), viewer.c_str(), territory->c_str(), "--lang", language, nullptr);
    }
    throw Error(ErrorCode::internal, message("The viewer could not be started"), viewer,
                message("install ancrage-viewer beside this program"));
  });
}

}  // namespace ancrage::command
