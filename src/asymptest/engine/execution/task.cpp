#include "asymptest/engine/execution/task.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cmath>
#include <exception>

#include "asymptest/claim/failed_trial.hpp"
#include "asymptest/claim/trial_of.hpp"
#include "asymptest/engine/execution/trial_in_progress.hpp"

namespace asymptest {
namespace {

std::string failure_of_value(double value) {
  if (std::isfinite(value)) return "";
  // A NaN's sign means nothing and differs between processors.
  return fmt::format("the trial's value is {}, expected a finite number",
                     std::isnan(value) ? std::abs(value) : value);
}

}  // namespace

Cell measure_trial(const Trial& measure, const Point& at, const std::string& key,
                   const std::string& subject, std::uint64_t seed, std::int64_t trial) {
  Cell cell{.trial = trial};
  const auto start = std::chrono::steady_clock::now();
  const TrialInProgress named(subject, key, seed, trial);
  try {
    Stream random({.suite_seed = seed,
                   .claim = stream_owner(measure, subject),
                   .point = key,
                   .trial = static_cast<std::uint64_t>(trial)});
    cell.value = measure(at, random) + 0.0;  // −0 + 0 is 0
    cell.failure = failure_of_value(cell.value);
  } catch (const FailedTrial& problem) {
    cell.failure = problem.what();
  } catch (const std::exception& problem) {
    cell.failure = fmt::format("the trial threw: {}", problem.what());
  } catch (...) {
    cell.failure = "the trial threw something that is not a std::exception";
  }
  cell.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return cell;
}

}  // namespace asymptest
