#include "scratch_folder.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace asymptest::scratch_folder_test {
namespace {

Stream some_stream() {
  return Stream({.suite_seed = 1, .claim = "scratch folder", .point = "", .trial = 0});
}

TEST(ScratchFolder, GoesWithItsFiles) {
  Stream random = some_stream();
  std::filesystem::path path;
  {
    const ScratchFolder folder(random);
    path = folder.path();
    std::filesystem::create_directory(path / "inner");
    std::ofstream(path / "inner" / "file") << "text";
    EXPECT_TRUE(std::filesystem::exists(path / "inner" / "file"));
  }
  EXPECT_FALSE(std::filesystem::exists(path));
}

TEST(ScratchFolder, IsAnotherOneEachTime) {
  Stream random = some_stream();
  const ScratchFolder one(random), other(random);
  EXPECT_NE(one.path(), other.path());
}

}  // namespace
}  // namespace asymptest::scratch_folder_test
