#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace asymptest::benchmarks {

/// What is to be measured, at a size.
using Work = std::function<void(std::int64_t size)>;

/// Makes work known by a name, so that a process of its own can do it.
void add_work(const std::string& name, Work work);

/// What a process took.
struct Taken {
  double peak_bytes = 0;   ///< the largest resident memory
  double cpu_seconds = 0;  ///< of all its threads
};

/// Does this work in a new process that does nothing else, so that nothing counts that this one
/// has done. Throws std::runtime_error if that process fails.
Taken done_alone(const std::string& name, std::int64_t size);

/// In that process: does the work and prints what it took.
int print_taken(const std::string& name, std::int64_t size);

}  // namespace asymptest::benchmarks
