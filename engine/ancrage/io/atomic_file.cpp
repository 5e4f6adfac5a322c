// SPDX-License-Identifier: Apache-2.0
#include "ancrage/io/atomic_file.hpp"

#include "ancrage/base/error.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

namespace ancrage::io {

namespace {

[[noreturn]] void throw_unwritable(const std::string& path, int fault) {
  throw Error(ErrorCode::unwritable_output,
              message("The file cannot be written: {0}", std::generic_category().message(fault)), path,
              message("Check that the folder is there, that you may write in it, and that the disk has room"));
}

// Flushes a file or a folder to disk.
void flush(const std::string& path, const std::string& target) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) throw_unwritable(target, errno);
  const int fault = ::fsync(descriptor) == 0 ? 0 : errno;
  ::close(descriptor);
  // Some file systems cannot flush a folder, and say so with EINVAL.
  if (fault != 0 && fault != EINVAL) throw_unwritable(target, fault);
}

std::filesystem::path folder_of(const std::string& path) {
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  return folder.empty() ? "." : folder;
}

}  // namespace

AtomicFile::AtomicFile(std::string path) : path_(std::move(path)) {
  const std::filesystem::path target(path_);
  std::error_code fault;
  if (!std::filesystem::is_directory(folder_of(path_), fault)) throw_unwritable(path_, ENOENT);
  if (std::filesystem::is_directory(target, fault)) throw_unwritable(path_, EISDIR);
  temporary_ = (folder_of(path_) /
                ("." + target.stem().string() + ".part" + std::to_string(::getpid()) + target.extension().string()))
                   .string();
  ::unlink(temporary_.c_str());
}

AtomicFile::~AtomicFile() {
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void AtomicFile::put_in_place() {
  flush(temporary_, path_);
  if (::rename(temporary_.c_str(), path_.c_str()) != 0) throw_unwritable(path_, errno);
  temporary_.clear();
  flush(folder_of(path_).string(), path_);
}

}  // namespace ancrage::io
