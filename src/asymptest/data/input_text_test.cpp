#include "asymptest/data/input_text.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "asymptest/data/input_error.hpp"

namespace asymptest::cli::input_text_test {
namespace {

std::string refusal(const std::string& path) {
  try {
    read_text(path);
  } catch (const InputError& problem) {
    return problem.what();
  }
  return "accepted";
}

TEST(InputText, ReadsAFileByteForByte) {
  const std::string path =
      testing::TempDir() + "asymptest_input_text_" + std::to_string(::getpid());
  std::ofstream(path, std::ios::binary) << "a,b\r\n" << '\0' << "\n";
  EXPECT_EQ(read_text(path), std::string("a,b\r\n\0\n", 7));
  std::filesystem::remove(path);
}

TEST(InputText, SaysWhyAPathIsNoFile) {
  EXPECT_EQ(refusal("no/such.csv"), "no/such.csv: no such file");
  EXPECT_EQ(refusal("."), ".: is a directory, expected a CSV file");
}

TEST(InputText, NamesTheStandardInput) {
  EXPECT_EQ(name_of_input("-"), "standard input");
  EXPECT_EQ(name_of_input("runs.csv"), "runs.csv");
}

}  // namespace
}  // namespace asymptest::cli::input_text_test
