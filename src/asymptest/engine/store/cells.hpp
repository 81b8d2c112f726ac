#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace asymptest {

/// The largest number that a trial can have.
inline constexpr std::int64_t most_trial = 100'000'000;

/// What one trial came to. A finished trial has a finite value; one that failed has the message.
struct Cell {
  std::int64_t trial = 0;
  double value = 0;
  double seconds = 0;   ///< wall time
  std::string failure;  ///< empty if the trial is finished

  [[nodiscard]] bool failed() const { return !failure.empty(); }
};

/// The trials at one design point, by their number.
class PointCells {
 public:
  /// Keeps a cell, in place of an earlier one of the same trial.
  void set(const Cell& cell);

  /// Of the trials 0 … count − 1, those of which nothing is known, in order.
  [[nodiscard]] std::vector<std::int64_t> missing(std::int64_t count) const;
  /// Of the trials 0 … count − 1, those that failed, in order.
  [[nodiscard]] std::vector<Cell> failures(std::int64_t count) const;
  /// The values of the trials 0 … count − 1. Throws std::logic_error if one is not finished.
  [[nodiscard]] std::vector<double> values(std::int64_t count) const;
  /// The wall time of the trials 0 … count − 1 that are known.
  [[nodiscard]] double seconds(std::int64_t count) const;
  /// The value of one trial, if it is finished.
  [[nodiscard]] std::optional<double> value(std::int64_t trial) const;
  /// What is known of one trial, finished or failed.
  [[nodiscard]] std::optional<Cell> cell(std::int64_t trial) const;
  /// Mean wall time of the known trials; 0 if there is none.
  [[nodiscard]] double mean_seconds() const;

  void forget_failures();

 private:
  [[nodiscard]] bool is_finished(std::int64_t trial) const;

  std::vector<double> values_;   // NaN where the trial is not finished
  std::vector<double> seconds_;  // as long as values_
  std::map<std::int64_t, std::string> failures_;
  double total_seconds_ = 0;
  std::int64_t known_ = 0;
};

/// The trials of one subject at one suite seed, by `Point::key()`.
using SubjectCells = std::map<std::string, PointCells>;

}  // namespace asymptest
