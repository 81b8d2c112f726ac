#include "asymptest/process/line_worker.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <string_view>

#include "asymptest/process/guardian.hpp"
#include "asymptest/process/time_limit.hpp"

namespace asymptest {
namespace {

constexpr int shown_lines = 3;

/// Keeps a write to a pipe that nobody reads any more from ending this program: for this thread
/// alone, since the program's own output should end with its reader.
class WithoutPipeSignal {
 public:
  WithoutPipeSignal() {
    sigemptyset(&pipe_);
    sigaddset(&pipe_, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
  }
  ~WithoutPipeSignal() {
    const timespec now{};
    if (broken_) sigtimedwait(&pipe_, nullptr, &now);
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  WithoutPipeSignal(const WithoutPipeSignal&) = delete;
  WithoutPipeSignal& operator=(const WithoutPipeSignal&) = delete;
  void saw_broken_pipe() { broken_ = true; }

 private:
  sigset_t pipe_, before_;
  bool broken_ = false;
};

/// Writes what the pipe takes and drops it from `rest`. False if nobody reads it.
bool write_some(int descriptor, std::string_view& rest) {
  WithoutPipeSignal guard;
  const ssize_t size = write(descriptor, rest.data(), rest.size());
  if (size >= 0) {
    rest.remove_prefix(static_cast<std::size_t>(size));
    return true;
  }
  if (errno == EPIPE) guard.saw_broken_pipe();
  return errno == EAGAIN || errno == EINTR;
}

/// Appends what can be read. False at the end of the stream.
bool read_some(int descriptor, std::string& text) {
  char buffer[1U << 12U];
  const ssize_t size = read(descriptor, buffer, sizeof buffer);
  if (size > 0) text.append(buffer, static_cast<std::size_t>(size));
  return size > 0 || (size < 0 && (errno == EAGAIN || errno == EINTR));
}

}  // namespace

LineWorker::LineWorker(const Command& command) : child_(command, Child::Input::pipe) {}

LineWorker::~LineWorker() {
  child_.close_input();
  child_.wait_or_end(grace_seconds);
}

bool LineWorker::take_answer(std::string& answer) {
  for (auto end = received_.find('\n'); end != std::string::npos; end = received_.find('\n')) {
    answer = received_.substr(0, end);
    received_.erase(0, end + 1);
    if (answer.starts_with('{')) return true;
  }
  return false;
}

void LineWorker::give_up(bool timed_out, double timeout) {
  const Ending ending = timed_out ? child_.end() : child_.wait_or_end(grace_seconds);
  errors_.read_from(child_.errors());
  std::string reason =
      timed_out ? fmt::format("its worker gave no answer within {} s, the timeout", timeout)
                : fmt::format("its worker ended with {}", describe(ending));
  const std::string last = last_lines(errors_.text(), shown_lines);
  if (!last.empty()) reason += "; its last words: " + last;
  throw WorkerEnded(reason);
}

std::string LineWorker::ask(std::string line, double timeout) {
  line += '\n';
  std::string_view rest = line;
  const TimeLimit limit(timeout);
  std::string answer;
  bool is_open = write_some(child_.input(), rest);
  while (is_open) {
    pollfd watched[4] = {{child_.output(), POLLIN, 0},
                         {errors_end_ ? -1 : child_.errors(), POLLIN, 0},
                         {rest.empty() ? -1 : child_.input(), POLLOUT, 0},
                         {child_.end_signal(), POLLIN, 0}};
    if (poll(watched, 4, limit.milliseconds_left()) == 0 && limit.is_over()) give_up(true, timeout);
    if (watched[1].revents != 0) errors_end_ = !errors_.read_from(child_.errors());
    if (watched[2].revents != 0) is_open = write_some(child_.input(), rest);
    if (watched[0].revents != 0) is_open = read_some(child_.output(), received_) && is_open;
    if (take_answer(answer)) return answer;
    // Somebody else may hold its output open; what it wrote before is read first.
    if (watched[0].revents == 0 && watched[3].revents != 0) is_open = false;
  }
  give_up(false, timeout);
}

}  // namespace asymptest
