#pragma once

#include <memory>
#include <optional>
#include <string>

namespace asymptest {

/// Bytes that a rank was sent.
struct Letter {
  int from = 0;
  std::string bytes;
};

/// The processes of a run that were started together, numbered 0 … size − 1. Letters from one to
/// another arrive in their order. Used by one thread.
class Communicator {
 public:
  Communicator() = default;
  Communicator(const Communicator&) = delete;
  Communicator& operator=(const Communicator&) = delete;
  virtual ~Communicator() = default;

  [[nodiscard]] virtual int rank() const = 0;
  [[nodiscard]] virtual int size() const = 0;
  /// The name of the machine, for messages.
  [[nodiscard]] virtual std::string machine() const = 0;
  /// Returns at once.
  virtual void send(int to, std::string bytes) = 0;
  /// The next letter, if there is one; doesn't wait.
  virtual std::optional<Letter> receive() = 0;
  /// Ends all ranks at once, in whatever they are at.
  virtual void abort(int exit_code) = 0;
};

/// What connects to the other ranks, as the library that does it registers itself before main:
/// `const RegisteredConnection mpi{[] { return …; }};`
struct RegisteredConnection {
  using Connect = std::unique_ptr<Communicator> (*)();
  explicit RegisteredConnection(Connect connect);
};

/// The ranks of this run; null if this process was started alone. Throws std::runtime_error if a
/// launcher (mpirun, srun) started several of a program that can't connect to the others.
std::unique_ptr<Communicator> connect_ranks();

/// How many processes the launcher started on this machine; 1 if none did.
int ranks_of_this_machine();

}  // namespace asymptest
