#include "spawn.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace asymptest {
namespace {

std::string text_of(const std::filesystem::path& file) {
  std::ifstream stream(file);
  return {std::istreambuf_iterator<char>(stream), {}};
}

void redirect(int descriptor, const std::filesystem::path& file) {
  constexpr mode_t permissions = 0644;
  const int opened = open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, permissions);
  dup2(opened, descriptor);
}

}  // namespace

Spawned::Spawned(std::vector<std::string> arguments, std::filesystem::path folder,
                 std::vector<std::string> environment, std::vector<std::string> launcher) {
  static std::atomic<int> count = 0;
  const std::string number = std::to_string(++count);
  output_ = folder / ("output-" + number);
  errors_ = folder / ("errors-" + number);
  arguments.insert(arguments.begin(), FIXTURE_PROGRAM);
  arguments.insert(arguments.begin(), launcher.begin(), launcher.end());
  std::vector<char*> argv;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  process_ = fork();
  if (process_ < 0) throw std::runtime_error("fork failed");
  if (process_ > 0) return;
  constexpr int could_not_start = 127;
  for (std::string& variable : environment) putenv(variable.data());
  signal(SIGINT, SIG_DFL);  // a shell's background job ignores it
  redirect(STDOUT_FILENO, output_);
  redirect(STDERR_FILENO, errors_);
  if (chdir(folder.c_str()) == 0) execv(argv[0], argv.data());
  _exit(could_not_start);
}

Ended Spawned::wait() {
  int status = 0;
  if (waitpid(process_, &status, 0) != process_) throw std::runtime_error("waitpid failed");
  constexpr int killed = 128;
  return {WIFEXITED(status) ? WEXITSTATUS(status) : killed + WTERMSIG(status), text_of(output_),
          text_of(errors_)};
}

Ended run_program(const std::vector<std::string>& arguments, const std::filesystem::path& folder,
                  const std::vector<std::string>& environment) {
  return Spawned(arguments, folder, environment).wait();
}

}  // namespace asymptest
