#pragma once

#include <sys/types.h>

#include <filesystem>

namespace asymptest {

/// How long a process group that is told to end (SIGTERM) has before it is killed (SIGKILL).
inline constexpr double grace_seconds = 2;

/// A process beside this one that learns of every process group that is started, and outlives this
/// one by as much as it takes to end those that are left: when this one returns, is interrupted or
/// is killed by a signal that nobody can catch. It has a session of its own, so that a terminal's
/// Ctrl-C doesn't reach it.
///
/// A group tells of itself, before it runs anything of the user's: no moment is left at which this
/// process could vanish between starting one and saying so.
class Guardian {
 public:
  /// The one of this process, started on first use.
  static Guardian& instance();

  Guardian(const Guardian&) = delete;
  Guardian& operator=(const Guardian&) = delete;

  /// A socket to which a new process sends its own number (a pid_t) once it leads its group. Closed
  /// by exec.
  [[nodiscard]] int door() const { return door_; }
  /// The group has ended; its leader must not have been reaped yet, lest its number be another's.
  void release(pid_t group) const;
  /// A folder for the files of this process's children; goes when this process goes.
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

 private:
  Guardian();
  ~Guardian();

  std::filesystem::path folder_;
  int door_ = -1;
  pid_t process_ = -1;
};

}  // namespace asymptest
