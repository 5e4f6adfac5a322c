// SPDX-License-Identifier: Apache-2.0
// A new empty directory that goes with its owner; its name has a space and an accent, as users' folders do.
#pragma once

#include <string>

namespace ancrage::test {

class TemporaryDirectory {
 public:
  TemporaryDirectory();
  ~TemporaryDirectory();
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

  const std::string& path() const { return path_; }
  std::string path(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

}  // namespace ancrage::test
