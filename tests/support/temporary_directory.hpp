// SPDX-License-Identifier: Apache-2.0
// A new empty directory that goes with its owner; its name has a space and an accent, as users' folders do.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ancrage::test {

class TemporaryDirectory {
 public:
  TemporaryDirectory();
  ~TemporaryDirectory();
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

  const std::string& path() const { return path_; }
  std::string path(std::string_view name) const { return path_ + "/" + std::string(name); }
  // Writes a file and returns its path.
  std::string write(std::string_view name, std::string_view content) const;
  std::string read(std::string_view name) const;
  std::size_t count() const;  // of what lies in it

 private:
  std::string path_;
};

}  // namespace ancrage::test
