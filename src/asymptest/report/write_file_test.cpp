#include "asymptest/report/write_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

namespace asymptest::report::write_file_test {
namespace {

namespace fs = std::filesystem;

class WriteFile : public testing::Test {
 protected:
  void SetUp() override {
    folder = fs::path(testing::TempDir()) /
             ("write-file-" + std::to_string(::getpid()) + "-" +
              std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    fs::remove_all(folder);
    fs::create_directories(folder);
  }
  void TearDown() override { fs::remove_all(folder); }

  static std::string contents(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  fs::path folder;
};

TEST_F(WriteFile, MakesItsFolderAndReplacesWhatWasThere) {
  const fs::path file = folder / "a" / "b.txt";
  write_file(file, "first");
  write_file(file, "second\n");
  EXPECT_EQ(contents(file), "second\n");
}

TEST_F(WriteFile, LeavesNoTemporaryFile) {
  write_file(folder / "x", "y");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder), fs::directory_iterator()), 1);
}

TEST_F(WriteFile, NamesTheFileThatItCannotWrite) {
  write_file(folder / "plain", "not a folder");
  try {
    write_file(folder / "plain" / "index.html", "x");
    FAIL() << "wrote below a plain file";
  } catch (const std::runtime_error& problem) {
    EXPECT_THAT(problem.what(), testing::HasSubstr("index.html"));
    EXPECT_THAT(problem.what(), testing::HasSubstr("irectory"));
  }
}

TEST_F(WriteFile, LeavesTheOldFileWhenTheTargetIsAFolder) {
  fs::create_directories(folder / "target" / "inside");
  EXPECT_THROW(write_file(folder / "target", "x"), std::runtime_error);
  EXPECT_TRUE(fs::exists(folder / "target" / "inside"));
  EXPECT_EQ(std::distance(fs::directory_iterator(folder), fs::directory_iterator()), 1);
}

}  // namespace
}  // namespace asymptest::report::write_file_test
