/* Memory for the compiler in pages of 2 MiB.
 *
 * GCC keeps what it reads in memory that it maps piece by piece: a unit of this project touches 0.1 to
 * 1.4 GB of it. In pages of 4 KiB each first touch is a fault, and in a virtual machine a fault costs 5 to
 * 15 microseconds. Where the system gives huge pages to those who ask for them (`madvise` in
 * /sys/kernel/mm/transparent_hugepage/enabled), GCC doesn't ask; this library, preloaded, asks for it.
 * What is compiled stays the same, byte for byte. */
#define _GNU_SOURCE
#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { huge_page = 2 << 20, slab_size = 64 << 20, least_piece = 1 << 20, least_file = 8 << 20 };

static void* map(void* at, size_t size, int protection, int flags, int file, off_t offset) {
  return (void*)syscall(SYS_mmap, at, size, protection, flags, file, offset);
}

/* A piece of the current slab, MAP_FAILED if no slab can be had. */
static void* piece_of_slab(size_t size, int protection, int flags) {
  static _Thread_local char* next = NULL;
  static _Thread_local char* end = NULL;
  if (end - next < (ptrdiff_t)size) {
    char* slab = map(NULL, slab_size + huge_page, protection, flags, -1, 0);
    if (slab == MAP_FAILED) return MAP_FAILED;
    next = (char*)(((uintptr_t)slab + huge_page - 1) / huge_page * huge_page);
    end = next + slab_size;
    madvise(next, slab_size, MADV_HUGEPAGE);
  }
  char* piece = next;
  next += size;
  return piece;
}

/* Precompiled headers are read whole: mapped, they would be copied page by page as they are changed. */
static void* copy_of_file(void* at, size_t size, int protection, int flags, int file, off_t offset) {
  char* copy = map(at, size, protection, flags | MAP_ANONYMOUS, -1, 0);
  if (copy == MAP_FAILED) return MAP_FAILED;
  madvise(copy, size, MADV_HUGEPAGE);
  for (size_t done = 0; done < size;) {
    const ssize_t read = pread(file, copy + done, size - done, offset + (off_t)done);
    if (read < 0) {
      munmap(copy, size);
      return MAP_FAILED;
    }
    if (read == 0) break; /* the rest of the last page is zero, as in a mapped file */
    done += (size_t)read;
  }
  return copy;
}

void* mmap(void* at, size_t size, int protection, int flags, int file, off_t offset) {
  const int fixed = flags & (MAP_FIXED | MAP_FIXED_NOREPLACE | MAP_SHARED);
  const int writable = (protection & PROT_WRITE) && !fixed;
  void* memory = MAP_FAILED;
  if (writable && !at && (flags & MAP_ANONYMOUS) && size >= least_piece && size <= slab_size && size % 4096 == 0)
    memory = piece_of_slab(size, protection, flags);
  else if (writable && !(flags & MAP_ANONYMOUS) && size >= least_file)
    memory = copy_of_file(at, size, protection, flags, file, offset);
  return memory != MAP_FAILED ? memory : map(at, size, protection, flags, file, offset);
}

void* mmap64(void* at, size_t size, int protection, int flags, int file, off_t offset) {
  return mmap(at, size, protection, flags, file, offset);
}
