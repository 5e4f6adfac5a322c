// SPDX-License-Identifier: Apache-2.0
// A file that appears whole or not at all: written under a temporary name in the same folder, flushed to disk, then
// renamed over the target. Private to io/.
#pragma once

#include <string>

namespace ancrage::io {

// Names the temporary file, and removes it when it was not put in place. One per target and process at a time.
class AtomicFile {
 public:
  // Throws unwritable_output when the folder of `path` is not there.
  explicit AtomicFile(std::string path);
  ~AtomicFile();
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;

  // Keeps the target's extension, for writers that look at it.
  const std::string& temporary() const { return temporary_; }
  // Flushes the temporary file and puts it in the target's place; throws unwritable_output.
  void put_in_place();

 private:
  std::string path_;
  std::string temporary_;
};

}  // namespace ancrage::io
