#include "asymptest/testing/test_program.hpp"

#include <gtest/gtest.h>

#include "asymptest/cli/program.hpp"

namespace asymptest::cli {

Printed printed_by(const std::vector<std::string>& arguments) {
  std::vector<std::string> words{"asymptest"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  Printed printed;
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  printed.exit_code = run_program(static_cast<int>(words.size()), pointers.data());
  printed.out = testing::internal::GetCapturedStdout();
  printed.err = testing::internal::GetCapturedStderr();
  return printed;
}

}  // namespace asymptest::cli
