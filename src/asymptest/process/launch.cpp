#include "asymptest/process/launch.hpp"

#include <fmt/format.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <map>
#include <string_view>
#include <system_error>

#include "asymptest/process/guardian.hpp"

namespace asymptest {
namespace {

constexpr int could_not_start = 127;

std::vector<char*> pointers_to(const std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  // exec takes them as if it wrote to them, which it doesn't.
  for (const std::string& text : texts) pointers.push_back(const_cast<char*>(text.c_str()));
  pointers.push_back(nullptr);
  return pointers;
}

/// This process's environment with the variables of the command in place of its own.
std::vector<std::string> environment_of(const Command& command) {
  const auto name_of = [](std::string_view variable) {
    return variable.substr(0, variable.find('='));
  };
  std::map<std::string_view, std::string_view> variables;
  for (char** one = environ; *one != nullptr; ++one) variables[name_of(*one)] = *one;
  for (const std::string& one : command.environment) variables[name_of(one)] = one;
  std::vector<std::string> texts;
  for (const auto& [name, text] : variables) texts.emplace_back(text);
  return texts;
}

/// All that the new process needs, made before it is: it may call nothing that allocates.
struct Launch {
  std::vector<char*> words, environment;
  const char* folder = nullptr;
  std::array<int, 3> streams{-1, -1, -1};
  int door = -1;
};

/// The new process, up to the program. Returns only if that can't be started, with errno set.
void become(const Launch& launch) {
  setpgid(0, 0);
  const pid_t self = getpid();
  if (send(launch.door, &self, sizeof self, MSG_NOSIGNAL) != sizeof self) return;
  for (int stream = 0; stream < 3; ++stream)
    dup2(launch.streams[static_cast<std::size_t>(stream)], stream);
  if (chdir(launch.folder) != 0) return;
  struct sigaction standard = {};
  standard.sa_handler = SIG_DFL;
  sigaction(SIGPIPE, &standard, nullptr);
  sigset_t none;
  sigemptyset(&none);
  pthread_sigmask(SIG_SETMASK, &none, nullptr);
  execvpe(launch.words.front(), launch.words.data(), launch.environment.data());
}

/// vfork, since a copy of this process's page tables would cost more than many a trial. The child
/// runs in our memory, with all signals blocked, until it has become the program.
[[gnu::noinline]] pid_t start(const Launch& launch, volatile int* fault) {
  const pid_t process = vfork();  // NOLINT(clang-analyzer-security.insecureAPI.vfork): see above
  if (process == 0) {
    become(launch);  // NOLINT(clang-analyzer-unix.Vfork): calls what is safe in signal handlers
    *fault = errno;
    _exit(could_not_start);
  }
  if (process < 0) *fault = errno;
  return process;
}

pid_t start_or_throw(const Launch& launch) {
  sigset_t all;
  sigset_t before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  volatile int fault = 0;
  const pid_t process = start(launch, &fault);
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  if (fault == 0) return process;
  if (process > 0) {
    Guardian::instance().release(process);
    waitpid(process, nullptr, 0);
  }
  throw StartError(fmt::format("'{}' can't be started in {}: {}", launch.words.front(),
                               launch.folder, std::generic_category().message(fault)));
}

}  // namespace

pid_t launch(const Command& command, const std::array<int, 3>& streams) {
  const std::vector<std::string> environment = environment_of(command);
  const std::string folder = command.folder.empty() ? "." : command.folder.string();
  return start_or_throw({.words = pointers_to(command.words),
                         .environment = pointers_to(environment),
                         .folder = folder.c_str(),
                         .streams = streams,
                         .door = Guardian::instance().door()});
}

}  // namespace asymptest
