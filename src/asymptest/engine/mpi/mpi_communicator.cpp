// Ranks that mpirun or srun started. Linked into the programs alone, so that who links the library
// needs no MPI.

#include <mpi.h>

#include <array>
#include <list>
#include <utility>

#include "asymptest/engine/ranks/communicator.hpp"

namespace asymptest {
namespace {

class MpiCommunicator : public Communicator {
 public:
  MpiCommunicator() {
    int provided = 0;
    // Trials are measured on other threads than the one that calls MPI.
    MPI_Init_thread(nullptr, nullptr, MPI_THREAD_FUNNELED, &provided);
    MPI_Comm_rank(MPI_COMM_WORLD, &rank_);
    MPI_Comm_size(MPI_COMM_WORLD, &size_);
  }
  MpiCommunicator(const MpiCommunicator&) = delete;
  MpiCommunicator& operator=(const MpiCommunicator&) = delete;
  ~MpiCommunicator() override {
    for (Outgoing& one : outgoing_) {
      // NOLINTNEXTLINE(clang-analyzer-optin.mpi.MPI-Checker): `send` began it
      MPI_Wait(&one.request, MPI_STATUS_IGNORE);
    }
    MPI_Finalize();
  }

  [[nodiscard]] int rank() const override { return rank_; }
  [[nodiscard]] int size() const override { return size_; }

  [[nodiscard]] std::string machine() const override {
    std::array<char, MPI_MAX_PROCESSOR_NAME> name{};
    int length = 0;
    MPI_Get_processor_name(name.data(), &length);
    return {name.data(), static_cast<std::size_t>(length)};
  }

  void send(int to, std::string bytes) override {
    forget_sent();
    Outgoing& one = outgoing_.emplace_back();
    one.bytes = std::move(bytes);
    MPI_Isend(one.bytes.data(), static_cast<int>(one.bytes.size()), MPI_BYTE, to, tag,
              MPI_COMM_WORLD, &one.request);
  }  // NOLINT(clang-analyzer-optin.mpi.MPI-Checker): `forget_sent` and the destructor wait for it

  std::optional<Letter> receive() override {
    forget_sent();
    int there = 0;
    MPI_Status status;
    MPI_Iprobe(MPI_ANY_SOURCE, tag, MPI_COMM_WORLD, &there, &status);
    if (there == 0) return std::nullopt;
    int length = 0;
    MPI_Get_count(&status, MPI_BYTE, &length);
    Letter letter{status.MPI_SOURCE, std::string(static_cast<std::size_t>(length), '\0')};
    MPI_Recv(letter.bytes.data(), length, MPI_BYTE, letter.from, tag, MPI_COMM_WORLD,
             MPI_STATUS_IGNORE);
    return letter;
  }

  void abort(int exit_code) override { MPI_Abort(MPI_COMM_WORLD, exit_code); }

 private:
  /// A letter that may still be on its way out of its memory.
  struct Outgoing {
    std::string bytes;
    MPI_Request request = MPI_REQUEST_NULL;
  };

  void forget_sent() {
    std::erase_if(outgoing_, [](Outgoing& one) {
      int sent = 0;
      MPI_Test(&one.request, &sent, MPI_STATUS_IGNORE);
      return sent != 0;
    });
  }

  static constexpr int tag = 0;
  int rank_ = 0, size_ = 1;
  std::list<Outgoing> outgoing_;
};

const RegisteredConnection mpi{
    []() -> std::unique_ptr<Communicator> { return std::make_unique<MpiCommunicator>(); }};

}  // namespace
}  // namespace asymptest
