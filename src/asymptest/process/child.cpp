#include "asymptest/process/child.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <system_error>
#include <utility>

#include "asymptest/process/guardian.hpp"

namespace asymptest {
namespace {

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

bool becomes_readable(int descriptor, double seconds) {
  constexpr int milliseconds = 1000;
  pollfd one{descriptor, POLLIN, 0};
  return poll(&one, 1, static_cast<int>(seconds * milliseconds)) > 0;
}

}  // namespace

std::string describe(const Ending& ending) {
  if (ending.signal == 0) return fmt::format("exit code {}", ending.exit_code);
  const char* name = sigdescr_np(ending.signal);  // real-time signals have none
  return fmt::format("signal {}{}", ending.signal,
                     name == nullptr ? "" : fmt::format(" ({})", name));
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
  Pipe in;
  Pipe out = open_pipe();
  Pipe err = open_pipe();
  if (input == Input::pipe) in = open_pipe();
  const Descriptor nothing = open_nothing();
  process_ = launch(command, {input == Input::pipe ? in.reads.number() : nothing.number(),
                              out.writes.number(), err.writes.number()});
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
