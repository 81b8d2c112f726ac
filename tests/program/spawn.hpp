#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace asymptest {

/// What a program said and how it ended.
struct Ended {
  int exit_code = -1;  ///< 128 + the signal's number if it was killed
  std::string output, errors;
};

/// The fixture program, started in a folder; its output goes to files there.
class Spawned {
 public:
  /// `launcher` is a program and its arguments that starts the fixture, as mpirun does.
  Spawned(std::vector<std::string> arguments, std::filesystem::path folder,
          std::vector<std::string> environment = {}, std::vector<std::string> launcher = {});
  [[nodiscard]] pid_t process() const { return process_; }
  Ended wait();

 private:
  std::filesystem::path output_, errors_;
  pid_t process_ = -1;
};

/// Runs the fixture program to its end.
Ended run_program(const std::vector<std::string>& arguments, const std::filesystem::path& folder,
                  const std::vector<std::string>& environment = {});

}  // namespace asymptest
