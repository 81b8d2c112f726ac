#include "asymptest/process/kept_memory.hpp"

#include <cstdlib>  // says whether the library is glibc

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace asymptest {

void keep_freed_memory() {
#ifdef __GLIBC__
  constexpr int largest_from_heap = 32 << 20;  // bytes; the most that glibc takes
  constexpr int kept = 256 << 20;              // bytes, at the top of a heap
  mallopt(M_MMAP_THRESHOLD, largest_from_heap);
  mallopt(M_TRIM_THRESHOLD, kept);
#endif
}

}  // namespace asymptest
