#include "asymptest/process/guardian.hpp"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <set>
#include <string>
#include <system_error>
#include <thread>

namespace asymptest {
namespace {

namespace fs = std::filesystem;

fs::path new_folder() {
  std::string pattern = (fs::temp_directory_path() / "asymptest-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) {
    throw std::system_error(errno, std::generic_category(), "no folder like " + pattern);
  }
  return pattern;
}

/// So that no pipe gets the number of a standard stream that somebody has closed.
void open_standard_streams() {
  int opened = open("/dev/null", O_RDWR);
  while (opened >= 0 && opened <= STDERR_FILENO) opened = open("/dev/null", O_RDWR);
  if (opened > STDERR_FILENO) close(opened);
}

/// Nothing is kept of what the process had open but `socket`, which becomes the first after the
/// standard streams: whoever waits for the end of this program's output mustn't wait for us.
int keep_only(int socket) {
  constexpr int kept = STDERR_FILENO + 1;
  const int nothing = open("/dev/null", O_RDWR);
  for (int standard = 0; standard <= STDERR_FILENO; ++standard) dup2(nothing, standard);
  if (socket != kept) dup2(socket, kept);
  close_range(kept + 1, ~0U, 0);
  return kept;
}

std::set<pid_t> groups_left_at_end_of(int socket) {
  std::set<pid_t> groups;
  pid_t number = 0;
  for (;;) {
    const ssize_t size = read(socket, &number, sizeof number);
    if (size == sizeof number) {
      if (number > 0) groups.insert(number);
      if (number < 0) groups.erase(-number);
    } else if (size >= 0 || errno != EINTR) {
      return groups;
    }
  }
}

void end_all(std::set<pid_t> groups) {
  using namespace std::chrono_literals;
  for (const pid_t group : groups) kill(-group, SIGTERM);
  const auto deadline =
      std::chrono::steady_clock::now() + std::chrono::duration<double>(grace_seconds);
  const auto is_gone = [](pid_t group) { return kill(-group, 0) != 0; };
  while (std::erase_if(groups, is_gone), !groups.empty()) {
    if (std::chrono::steady_clock::now() > deadline) break;
    std::this_thread::sleep_for(5ms);
  }
  for (const pid_t group : groups) kill(-group, SIGKILL);
}

[[noreturn]] void keep_watch(int socket, const fs::path& folder) {
  setsid();
  prctl(PR_SET_NAME, "asymptest-guard");
  end_all(groups_left_at_end_of(keep_only(socket)));
  std::error_code ignored;
  fs::remove_all(folder, ignored);
  _exit(0);
}

}  // namespace

Guardian& Guardian::instance() {
  static Guardian the_one;
  return the_one;
}

Guardian::Guardian() : folder_(new_folder()) {
  open_standard_streams();
  int ends[2] = {-1, -1};
  // Not a pipe: to write to one that nobody reads any more would end this program.
  if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) {
    throw std::system_error(errno, std::generic_category(), "socketpair");
  }
  process_ = fork();
  if (process_ == 0) keep_watch(ends[0], folder_);
  close(ends[0]);
  door_ = ends[1];
  if (process_ < 0) throw std::system_error(errno, std::generic_category(), "fork");
}

Guardian::~Guardian() {
  close(door_);
  waitpid(process_, nullptr, 0);
}

void Guardian::release(pid_t group) const {
  const pid_t ended = -group;
  // A guardian that somebody has killed can't be told: then there is nothing left to be done.
  send(door_, &ended, sizeof ended, MSG_NOSIGNAL);
}

}  // namespace asymptest
