#pragma once

#include <chrono>
#include <cstdio>
#include <string>

#include "asymptest/engine/runner.hpp"

namespace asymptest::cli {

/// Shows how far a run is, on standard error: one line that redraws itself on a terminal; plain
/// lines, one a verdict and one a while, in a log.
class ProgressDisplay {
 public:
  /// `subjects`: how many verdicts are awaited.
  ProgressDisplay(std::FILE* stream, bool redraws, std::size_t subjects);
  ~ProgressDisplay();
  ProgressDisplay(const ProgressDisplay&) = delete;
  ProgressDisplay& operator=(const ProgressDisplay&) = delete;

  void measuring(const Measuring& now);
  void decided(const SubjectRecord& record);
  /// A line for a trial that takes long, with the command that repeats it alone.
  void slow(const Task& task, const SlowTrial& trial);
  /// Takes the redrawn line away.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  [[nodiscard]] double elapsed() const;
  [[nodiscard]] std::string bar(const Measuring& now) const;

  std::FILE* stream_;
  bool redraws_;
  std::size_t subjects_, decided_ = 0;
  Clock::time_point start_ = Clock::now(), last_ = start_;
  bool drawn_ = false;
};

}  // namespace asymptest::cli
