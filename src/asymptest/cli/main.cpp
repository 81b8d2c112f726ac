#include "asymptest/cli/program.hpp"
#include "asymptest/engine/execution/trial_in_progress.hpp"

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace {

/// Trials ask for the same matrices again and again. Handed back to the system between them, as
/// glibc does from 128 KiB on, their pages are made, zeroed and faulted in for each trial anew:
/// half of the time of a trial on matrices of a megabyte.
void keep_freed_memory() {
#ifdef __GLIBC__
  constexpr int largest_from_heap = 32 << 20;  // bytes; the most that glibc takes
  constexpr int kept = 256 << 20;              // bytes, at the top of a heap
  mallopt(M_MMAP_THRESHOLD, largest_from_heap);
  mallopt(M_TRIM_THRESHOLD, kept);
#endif
}

}  // namespace

int main(int argc, char** argv) {
  keep_freed_memory();
  asymptest::tell_of_crashes();
  return asymptest::cli::run_program(argc, argv);
}
