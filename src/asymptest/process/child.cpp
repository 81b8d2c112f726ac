#include "asymptest/process/child.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <map>
#include <string_view>
#include <system_error>
#include <utility>

#include "asymptest/process/guardian.hpp"

namespace asymptest {
namespace {

constexpr int could_not_start = 127;

struct Pipe {
  Descriptor reads, writes;
};

Pipe open_pipe() {
  int ends[2] = {-1, -1};
  if (pipe2(ends, O_CLOEXEC) != 0) throw std::system_error(errno, std::generic_category(), "pipe2");
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

Descriptor open_nothing() { return Descriptor(open("/dev/null", O_RDONLY | O_CLOEXEC)); }

/// By its number, as the C library's header of it isn't fit for C++ (glibc 2.36).
Descriptor open_process(pid_t process) {
  const auto number = static_cast<int>(syscall(SYS_pidfd_open, process, 0));
  if (number < 0) throw std::system_error(errno, std::generic_category(), "pidfd_open");
  return Descriptor(number);
}

void unblock(const Descriptor& descriptor) {
  fcntl(descriptor.number(), F_SETFL, fcntl(descriptor.number(), F_GETFL) | O_NONBLOCK);
}

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
  int streams[3] = {-1, -1, -1};
  int door = -1;
};

/// The new process, up to the program. Returns only if that can't be started, with errno set.
void become(const Launch& launch) {
  setpgid(0, 0);
  const pid_t self = getpid();
  if (write(launch.door, &self, sizeof self) != sizeof self) return;
  for (int stream = 0; stream < 3; ++stream) dup2(launch.streams[stream], stream);
  if (chdir(launch.folder) != 0) return;
  signal(SIGPIPE, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  execvpe(launch.words.front(), launch.words.data(), launch.environment.data());
}

/// vfork, since a copy of this process's page tables would cost more than many a trial. The child
/// runs in our memory, with all signals blocked, until it has become the program.
[[gnu::noinline]] pid_t start(const Launch& launch, volatile int* fault) {
  const pid_t process = vfork();
  if (process == 0) {
    become(launch);
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
                               launch.folder, std::strerror(fault)));
}

bool becomes_readable(int descriptor, double seconds) {
  constexpr int milliseconds = 1000;
  pollfd one{descriptor, POLLIN, 0};
  return poll(&one, 1, static_cast<int>(seconds * milliseconds)) > 0;
}

}  // namespace

std::string describe(const Ending& ending) {
  if (ending.signal == 0) return fmt::format("exit code {}", ending.exit_code);
  return fmt::format("signal {} ({})", ending.signal, strsignal(ending.signal));
}

Descriptor::Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  std::swap(number_, other.number_);
  return *this;
}

void Descriptor::reset() {
  if (number_ >= 0) close(std::exchange(number_, -1));
}

Child::Child(const Command& command, Input input) {
  Guardian& guardian = Guardian::instance();
  Pipe in;
  Pipe out = open_pipe();
  Pipe err = open_pipe();
  if (input == Input::pipe) in = open_pipe();
  const Descriptor nothing = open_nothing();
  const std::vector<std::string> environment = environment_of(command);
  const std::string folder = command.folder.empty() ? "." : command.folder.string();
  process_ =
      start_or_throw({.words = pointers_to(command.words),
                      .environment = pointers_to(environment),
                      .folder = folder.c_str(),
                      .streams = {input == Input::pipe ? in.reads.number() : nothing.number(),
                                  out.writes.number(), err.writes.number()},
                      .door = guardian.door()});
  process_end_ = open_process(process_);
  input_ = std::move(in.writes);
  output_ = std::move(out.reads);
  errors_ = std::move(err.reads);
  if (input == Input::pipe) unblock(input_);
  unblock(output_);
  unblock(errors_);
}

Child::~Child() {
  if (!ending_) end();
}

Ending Child::wait() {
  if (ending_) return *ending_;
  siginfo_t ignored;
  while (waitid(P_PID, static_cast<id_t>(process_), &ignored, WEXITED | WNOWAIT) != 0 &&
         errno == EINTR) {
  }
  // As long as the leader isn't reaped its number, and so the group's, is nobody else's.
  kill(-process_, SIGKILL);
  Guardian::instance().release(process_);
  int status = 0;
  waitpid(process_, &status, 0);
  ending_ = WIFSIGNALED(status) ? Ending{.signal = WTERMSIG(status)}
                                : Ending{.exit_code = WEXITSTATUS(status)};
  return *ending_;
}

Ending Child::wait_or_end(double seconds) {
  return ending_ || becomes_readable(process_end_.number(), seconds) ? wait() : end();
}

Ending Child::end() {
  if (ending_) return *ending_;
  kill(-process_, SIGTERM);
  if (!becomes_readable(process_end_.number(), grace_seconds)) kill(-process_, SIGKILL);
  return wait();
}

}  // namespace asymptest
