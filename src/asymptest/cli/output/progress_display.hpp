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
  /// `subjects`: how many verdicts are awaited, those of proofs among them.
  ProgressDisplay(std::FILE* stream, bool redraws, std::size_t subjects);
  ~ProgressDisplay();
  ProgressDisplay(const ProgressDisplay&) = delete;
  ProgressDisplay& operator=(const ProgressDisplay&) = delete;

  void measuring(const Measuring& now);
  /// `measured`: how many of its trials this run measured; 0 where all were stored.
  void decided(const SubjectRecord& record, std::int64_t measured);
  void checked(const ProofRecord& proof, bool kept);
  /// A line for a trial that takes long, with the command that repeats it alone.
  void slow(const Task& task, const SlowTrial& trial);
  /// Takes the redrawn line away.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  [[nodiscard]] double elapsed() const;
  // Of all verdicts: those that are there, and half of what the present look has of the others,
  // since some of these take another look. Never less than before.
  [[nodiscard]] double share(const Measuring& now);
  void verdict(const std::string& text);
  [[nodiscard]] std::string bar(const Measuring& now);

  std::FILE* stream_;
  bool redraws_;
  std::size_t subjects_, decided_ = 0;
  Clock::time_point start_ = Clock::now(), last_ = start_;
  double share_ = 0;
  bool drawn_ = false;
};

}  // namespace asymptest::cli
