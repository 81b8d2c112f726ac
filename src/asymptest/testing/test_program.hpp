#pragma once

#include <string>
#include <vector>

namespace asymptest::cli {

/// What the program printed and told the shell.
struct Printed {
  int exit_code = -1;
  std::string out, err;
};

/// For the tests of the commands: runs the whole program within the test's process, as
/// `asymptest ARGUMENTS…` does.
Printed printed_by(const std::vector<std::string>& arguments);

}  // namespace asymptest::cli
