#include "asymptest/process/launcher_environment.hpp"

#include <cstdlib>

namespace asymptest {

void drop_launcher_environment() {
  constexpr const char* mark = "ASYMPTEST_SET_TUNABLES";
  if (std::getenv(mark) == nullptr) return;
  unsetenv("GLIBC_TUNABLES");
  unsetenv(mark);
}

}  // namespace asymptest
