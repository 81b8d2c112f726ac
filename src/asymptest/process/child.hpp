#pragma once

#include <sys/types.h>

#include <optional>
#include <string>

#include "asymptest/process/launch.hpp"

namespace asymptest {

/// How a process has ended.
struct Ending {
  int exit_code = 0;
  int signal = 0;  ///< that killed it, or 0

  [[nodiscard]] bool well() const { return exit_code == 0 && signal == 0; }
};

/// "exit code 3", "signal 9 (Killed)".
std::string describe(const Ending& ending);

/// A descriptor that is closed with its owner.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept;
  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor() { reset(); }
  [[nodiscard]] int number() const { return number_; }
  void reset();

 private:
  int number_ = -1;
};

/// A running program that leads a process group of its own, in the care of the Guardian. Whatever
/// is left of the group when the object goes is ended.
class Child {
 public:
  enum class Input { nothing, pipe };

  /// Throws StartError.
  Child(const Command& command, Input input);
  ~Child();
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  /// Its standard streams, none of which blocks; -1 where there is none.
  [[nodiscard]] int input() const { return input_.number(); }
  [[nodiscard]] int output() const { return output_.number(); }
  [[nodiscard]] int errors() const { return errors_.number(); }
  /// Readable once the process has ended.
  [[nodiscard]] int end_signal() const { return process_end_.number(); }
  [[nodiscard]] pid_t process() const { return process_; }

  void close_input() { input_.reset(); }
  /// Waits for the process, kills what it has left behind in its group, and says how it ended.
  Ending wait();
  /// Waits for it so long, then `end`.
  Ending wait_or_end(double seconds);
  /// Tells the group to end, kills it after the time of grace, and says how the process ended.
  Ending end();

 private:
  Descriptor input_, output_, errors_, process_end_;
  pid_t process_ = -1;
  std::optional<Ending> ending_;
};

}  // namespace asymptest
