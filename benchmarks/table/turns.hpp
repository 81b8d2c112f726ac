#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace asymptest::benchmarks {

/// How long each benchmark runs, and how many times.
struct Turns {
  int repetitions = 9;
  double seconds = 0.1;  ///< each, at least
};

/// Runs the benchmarks whose names match, in a process of their own, on one thread of each library,
/// by turns in random order. Returns Google Benchmark's JSON. Throws std::runtime_error with the
/// program's last words if it fails.
nlohmann::json run_by_turns(const std::string& program, const std::string& filter,
                            const Turns& turns);

/// A regular expression that matches these names and no other.
std::string filter_of(const std::vector<std::string>& names);

}  // namespace asymptest::benchmarks
