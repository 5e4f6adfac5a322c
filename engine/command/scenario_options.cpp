// SPDX-License-Identifier: Apache-2.0
#include "command/scenario_options.hpp"

#include "ancrage/base/error.hpp"

#include <charconv>

namespace ancrage::command {

namespace {

// In the order of access::change_keys.
constexpr std::array<const char*, access::change_keys.size()> change_help{
    translatable("AGE@YEAR: everybody who is that old or older in that year leaves"),
    translatable("PLACE[:acts]: a GP leaves that commune, site or pole"),
    translatable("POLE[:gps]: a pole closes, its GPs leave"),
    translatable("'FROM>TO[:acts]': a GP moves (quote it)"),
    translatable("PLACE[:acts]: a GP comes to that commune, site, pole or cell"),
    translatable("PLACE[:gps]: a pole opens with so many GPs (default 2)")};

double time_factor(const std::string& text) {
  double value = 0.0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc{} || end != text.data() + text.size()) {
    throw Error(ErrorCode::usage, message("“{0}” is no number above 0", text), "--time-factor",
                message("write 1.15 for 15 % longer"));
  }
  return value;
}

}  // namespace

void add_scenario_file_option(CLI::App& command, std::string& path, const Context& context) {
  command.add_option("--scenario", path,
                     context.text("scenario file (TOML): practitioners, poles and times as they would be"));
}

void add_scenario_options(CLI::App& command, ScenarioOptions& options, const Context& context) {
  add_scenario_file_option(command, options.file, context);
  for (std::size_t k = 0; k < change_help.size(); ++k) {
    // One value each time, so that no territory is taken for a place.
    command.add_option("--" + std::string(access::change_keys[k]), options.changes[k], context.text(change_help[k]))
        ->allow_extra_args(false);
  }
  command.add_option("--time-factor", options.time_factor,
                     context.text("times by car multiplied by it: 1.15 drives 15 % longer"));
  command.add_option("--decay", options.decay, context.text("other weights by minutes: 10:1,15:0.3,20:0.1"));
}

access::Scenario scenario_of(const ScenarioOptions& options) {
  access::Scenario scenario;
  if (!options.file.empty()) scenario = access::read_scenario(options.file);
  for (std::size_t k = 0; k < options.changes.size(); ++k) {
    for (const std::string& text : options.changes[k]) {
      scenario.changes.push_back(access::parse_change(static_cast<access::ChangeKind>(k), text));
    }
  }
  if (!options.time_factor.empty()) scenario.time_factor = time_factor(options.time_factor);
  if (!options.decay.empty()) scenario.decay = access::parse_decay(options.decay);
  access::settle(scenario);
  return scenario;
}

}  // namespace ancrage::command
