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
  std::ofstream(path, std::ios::binary) << "a,b\r\n\x01\n";
  EXPECT_EQ(read_text(path), "a,b\r\n\x01\n");
  std::filesystem::remove(path);
}

TEST(InputText, ReadsBeyondOneChunk) {
  const std::string path = testing::TempDir() + "asymptest_long_text_" + std::to_string(::getpid());
  const std::string text(3'000'000, 'x');
  std::ofstream(path, std::ios::binary) << text;
  EXPECT_EQ(read_text(path), text);
  std::filesystem::remove(path);
}

TEST(InputText, WhatIsNoTextIsRefusedBeforeItIsRead) {
  const std::string path = testing::TempDir() + "asymptest_zeros_" + std::to_string(::getpid());
  std::ofstream(path, std::ios::binary) << "N,loss\n";
  std::filesystem::resize_file(path, 5'000'000'000);  // a hole: takes no room on the disk
  EXPECT_EQ(refusal(path), path + ": byte 8 is zero, expected text in UTF-8");
  std::ofstream(path, std::ios::binary) << std::string("\xFF\xFEN\0", 4);
  EXPECT_EQ(refusal(path), path + ": is UTF-16, expected text in UTF-8");
  std::filesystem::remove(path);
}

TEST(InputText, SaysWhyAPathIsNoFile) {
  EXPECT_EQ(refusal("no/such.csv"), "no/such.csv: no such file");
  EXPECT_EQ(refusal("."), ".: is a directory, expected a file");
}

TEST(InputText, NamesTheStandardInput) {
  EXPECT_EQ(name_of_input("-"), "standard input");
  EXPECT_EQ(name_of_input("runs.csv"), "runs.csv");
}

}  // namespace
}  // namespace asymptest::cli::input_text_test
