// SPDX-License-Identifier: Apache-2.0
#include "bench/support/machine.hpp"

#include "bench/support/build_facts.hpp"
#include "support/program.hpp"

#include <fmt/format.h>
#include <sys/utsname.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <thread>

namespace ancrage::bench {

namespace {

constexpr double kib_per_mib = 1024.0;

// What follows `key` on its line of a file, without the separators around; empty when it is not there.
std::string field(const std::string& file, const std::string& key) {
  std::ifstream lines(file);
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with(key)) continue;
    const std::size_t first = line.find_first_not_of(" \t:=\"", key.size());
    if (first == std::string::npos) return {};
    return line.substr(first, line.find_last_not_of(" \t\"") - first + 1);
  }
  return {};
}

double kib(const std::string& file, const std::string& key) { return std::atof(field(file, key).c_str()); }

std::string commit() {
  const auto said = test::run_program({"git", "-C", source_directory, "describe", "--always", "--dirty=, changed"});
  return said.exit_code == 0 ? said.output.substr(0, said.output.find('\n')) : "unknown";
}

}  // namespace

std::string machine_description() {
  utsname kernel{};
  uname(&kernel);
  std::ifstream load_file("/proc/loadavg");
  std::string load;
  load_file >> load;
  std::ostringstream text;
  text << "Ancrage " << version << ", commit " << commit() << "\n"
       << "Machine    " << field("/proc/cpuinfo", "model name") << ", " << std::thread::hardware_concurrency()
       << " processors, " << fmt::format("{:.1f}", kib("/proc/meminfo", "MemTotal") / kib_per_mib / kib_per_mib)
       << " GiB; " << field("/etc/os-release", "PRETTY_NAME") << ", " << kernel.sysname << " " << kernel.release << " "
       << kernel.machine << "; load " << load << " at the start\n"
       << "Compiler   " << compiler << ", " << compiler_flags << "\n"
       << "Libraries  " << libraries << "\n";
  return text.str();
}

double peak_memory_mib() { return kib("/proc/self/status", "VmHWM") / kib_per_mib; }

void reset_peak_memory() { std::ofstream("/proc/self/clear_refs") << "5"; }

}  // namespace ancrage::bench
