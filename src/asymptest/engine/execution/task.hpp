#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "asymptest/claim/claim.hpp"
#include "asymptest/engine/store/cells.hpp"

namespace asymptest {

/// Trials to measure at one design point of one claim or control.
struct Task {
  const Trial* measure = nullptr;
  std::string subject;  ///< Subject::name(), a part of the streams' key
  std::uint64_t seed = 0;
  Point at;
  std::vector<std::int64_t> trials;
  /// Expected cost of one trial on any scale. Only the order of the work depends on it.
  double cost = 1;
};

/// Finished trials of one task.
struct Finished {
  std::size_t task = 0;  ///< its index
  std::vector<Cell> cells;
};

/// Told of finished trials.
using OnFinished = std::function<void(std::span<const Finished>)>;

/// Measures one trial. A trial that throws, or whose value is NaN or infinite, is a failed cell
/// with the reason. A negative zero becomes zero, so that a store need not know the difference.
Cell measure_trial(const Trial& measure, const Point& at, const std::string& key,
                   const std::string& subject, std::uint64_t seed, std::int64_t trial);

/// What a trial may take. With either, trials are measured in processes of their own
/// (isolated_executor.hpp).
struct TrialLimits {
  std::optional<double> seconds;    ///< wall time
  std::optional<double> megabytes;  ///< beyond what the program holds itself
};

}  // namespace asymptest
