#include "asymptest/engine/ranks/communicator.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <stdexcept>

namespace asymptest::communicator_test {
namespace {

/// In a program that nothing connects, as one that is built without MPI.
TEST(Communicator, RefusesToBeOneOfManyThatCannotConnect) {
  for (const char* variable : {"OMPI_COMM_WORLD_SIZE", "PMI_SIZE"}) {
    EXPECT_EQ(connect_ranks(), nullptr);
    ::setenv(variable, "1", 1);
    EXPECT_EQ(connect_ranks(), nullptr);
    ::setenv(variable, "3", 1);
    EXPECT_THROW(connect_ranks(), std::runtime_error);
    ::unsetenv(variable);
  }
}

TEST(Communicator, KnowsHowManyRanksShareTheMachine) {
  EXPECT_EQ(ranks_of_this_machine(), 1);
  ::setenv("OMPI_COMM_WORLD_LOCAL_SIZE", "4", 1);
  EXPECT_EQ(ranks_of_this_machine(), 4);
  ::unsetenv("OMPI_COMM_WORLD_LOCAL_SIZE");
}

}  // namespace
}  // namespace asymptest::communicator_test
