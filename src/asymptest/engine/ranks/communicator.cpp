#include "asymptest/engine/ranks/communicator.hpp"

#include <algorithm>
#include <cstdlib>
#include <stdexcept>

namespace asymptest {
namespace {

RegisteredConnection::Connect& connection() {
  static RegisteredConnection::Connect connect = nullptr;
  return connect;
}

/// The number in a variable of the environment; 0 if there is none.
int number_in(const char* variable) {
  const char* text = std::getenv(variable);
  return text == nullptr ? 0 : std::atoi(text);
}

/// What Open MPI's and MPICH's launchers say of the number of ranks.
int launched_ranks() { return std::max(number_in("OMPI_COMM_WORLD_SIZE"), number_in("PMI_SIZE")); }

}  // namespace

RegisteredConnection::RegisteredConnection(Connect connect) { connection() = connect; }

std::unique_ptr<Communicator> connect_ranks() {
  // A batch system's own launcher may leave it to the library to ask how many there are.
  const bool launched = launched_ranks() > 1 || std::getenv("PMIX_RANK") != nullptr;
  if (!launched) return nullptr;
  if (connection() == nullptr) {
    if (launched_ranks() <= 1) return nullptr;
    throw std::runtime_error(
        "started several times by mpirun, but built without MPI; install libopenmpi-dev and build "
        "again, or measure by shards (`asymptest run --shard`)");
  }
  auto ranks = connection()();
  if (ranks->size() == 1) ranks.reset();
  return ranks;
}

int ranks_of_this_machine() {
  return std::max({1, number_in("OMPI_COMM_WORLD_LOCAL_SIZE"), number_in("MPI_LOCALNRANKS")});
}

}  // namespace asymptest
