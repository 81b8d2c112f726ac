#pragma once

namespace asymptest {

/// From here on, the memory that this process frees is kept for its next requests, up to 256 MiB
/// and in blocks of up to 32 MiB, where the C library is glibc; elsewhere nothing changes. For the
/// start of a program.
///
/// Trials ask for the same matrices again and again. Handed back to the system between them, as
/// glibc does from 128 KiB on, their pages are made, zeroed and faulted in for each trial anew:
/// half of the time of a trial on matrices of a megabyte.
void keep_freed_memory();

}  // namespace asymptest
