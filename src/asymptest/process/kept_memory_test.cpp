#include "asymptest/process/kept_memory.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <array>
#include <cstddef>
#include <memory>

#include "asymptest/require/sanitized.hpp"

namespace asymptest::kept_memory_test {
namespace {

long faults() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_minflt;
}

constexpr std::size_t page = 4096, bytes = std::size_t{8} << 20, blocks = 12;

/// Pages faulted in by asking for some blocks ten times over, each page touched.
long faults_of_ten_turns() {
  const long before = faults();
  for (int turn = 0; turn < 10; ++turn) {
    std::array<std::unique_ptr<volatile char[]>, blocks> held;
    for (auto& block : held) {
      block = std::make_unique_for_overwrite<volatile char[]>(bytes);
      for (std::size_t at = 0; at < bytes; at += page) block[at] = 1;
    }
  }
  return faults() - before;
}

TEST(KeepFreedMemory, GivesTheSamePagesAgain) {
#ifndef __GLIBC__
  GTEST_SKIP() << "the C library is another";
#endif
  if (is_sanitized) GTEST_SKIP() << "memory is the sanitizer's";
  keep_freed_memory();
  // Once for all, and not once a turn; large pages make it fewer.
  EXPECT_LT(faults_of_ten_turns(), static_cast<long>(3 * blocks * bytes / page));
}

}  // namespace
}  // namespace asymptest::kept_memory_test
