#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>

#include "asymptest/claim/claim.hpp"
#include "asymptest/claim/defaults.hpp"
#include "asymptest/engine/course/group_sequential_course.hpp"
#include "asymptest/engine/execution/executor.hpp"

namespace asymptest {

/// With what a suite is measured and decided.
struct RunOptions {
  Tier tier = defaults::tier;
  std::uint64_t seed = defaults::seed;
  int jobs = 1;
  double suite_alpha =
      defaults::alpha;  ///< the chance that any verdict of the suite is wrong, at most
  std::optional<std::int64_t> most_trials;  ///< per design point, in place of the budgets'
  bool fresh = false;  ///< forget what is stored of the measured subjects at this seed
  bool renew = false;  ///< forget what is stored of those whose definition or code has changed
  /// Which of the suite's subjects to measure; the others' verdicts come from what is stored.
  std::function<bool(const Subject&)> selected = [](const Subject&) { return true; };
  bool others = true;  ///< whether the others are decided at all, else they stay unmeasured
  Decider decider = [](const Prediction& prediction, Polarity polarity,
                       std::span<const PointTrials> trials,
                       double level) { return decide(prediction, polarity, trials, level); };
  TrialLimits limits;
  Executor executor = [](std::span<const Task> tasks, const MeasureOptions& how,
                         const OnFinished& on_finished) { measure(tasks, how, on_finished); };
};

}  // namespace asymptest
