#pragma once

#include <sys/types.h>

#include <array>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace asymptest {

/// What to start: a program and its arguments, as they are, with no shell between.
struct Command {
  std::vector<std::string> words;  ///< the program first, sought in PATH unless it has a slash
  std::filesystem::path folder;    ///< its working directory; the paths of `words` start there
  std::vector<std::string> environment;  ///< "NAME=value", over what this process has
};

/// A program that can't be started: one sentence that names it and the reason.
class StartError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Starts the program with these standard streams as the leader of a process group of its own, in
/// the care of the Guardian, with no signal blocked. Throws StartError.
pid_t launch(const Command& command, const std::array<int, 3>& streams);

}  // namespace asymptest
