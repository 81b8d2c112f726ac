#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace asymptest::learning {

/// For the tests of the readers: a file that is removed with the object.
class TestFile {
 public:
  explicit TestFile(std::string_view contents, const std::string& name = "data")
      : path_(std::filesystem::path(testing::TempDir()) /
              (name + "-" + std::to_string(::getpid()) + "-" + std::to_string(count()++))) {
    std::ofstream(path_, std::ios::binary)
        .write(contents.data(), static_cast<long>(contents.size()));
  }
  TestFile(const TestFile&) = delete;
  TestFile& operator=(const TestFile&) = delete;
  ~TestFile() { std::filesystem::remove(path_); }

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  static int& count() {
    static int files = 0;
    return files;
  }
  std::filesystem::path path_;
};

}  // namespace asymptest::learning
