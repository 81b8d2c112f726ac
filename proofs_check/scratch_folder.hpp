#pragma once

#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <system_error>

#include "asymptest/random/stream.hpp"

namespace asymptest {

/// A folder for a check's files that goes when the check is done.
class ScratchFolder {
 public:
  explicit ScratchFolder(Stream& random)
      : path_(std::filesystem::temp_directory_path() /
              fmt::format("asymptest-{}-{:016x}", getpid(), random())) {
    std::filesystem::create_directories(path_);
  }
  ~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace asymptest
