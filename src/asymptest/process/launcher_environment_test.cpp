#include "asymptest/process/launcher_environment.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

namespace asymptest::launcher_environment_test {
namespace {

constexpr const char *tunables = "GLIBC_TUNABLES", *mark = "ASYMPTEST_SET_TUNABLES";

TEST(DropLauncherEnvironment, LeavesAPersonsSettings) {
  unsetenv(mark);
  setenv(tunables, "glibc.malloc.hugetlb=0", 1);
  drop_launcher_environment();
  EXPECT_STREQ(std::getenv(tunables), "glibc.malloc.hugetlb=0");
}

TEST(DropLauncherEnvironment, TakesTheLaunchersAway) {
  setenv(tunables, "glibc.malloc.hugetlb=1", 1);
  setenv(mark, "1", 1);
  drop_launcher_environment();
  EXPECT_EQ(std::getenv(tunables), nullptr);
  EXPECT_EQ(std::getenv(mark), nullptr);
}

}  // namespace
}  // namespace asymptest::launcher_environment_test
