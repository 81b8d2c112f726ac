#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "asymptest/claim/claim.hpp"
#include "asymptest/engine/run_options.hpp"
#include "asymptest/engine/store/store.hpp"
#include "asymptest/record/record.hpp"

namespace asymptest {

/// Trials of an older definition of some subjects are in the store. Nothing was measured.
class StaleTrials : public std::runtime_error {
 public:
  StaleTrials(const std::string& message, std::vector<std::string> subjects)
      : std::runtime_error(message), subjects_(std::move(subjects)) {}
  [[nodiscard]] const std::vector<std::string>& subjects() const { return subjects_; }

 private:
  std::vector<std::string> subjects_;
};

/// How far the present round of measuring is.
struct Measuring {
  std::int64_t done = 0, total = 0;  ///< trials of the round
  std::string subject;               ///< whose trials came in last
};

/// Told by the runner, on the caller's thread.
struct Observer {
  std::function<void(const Measuring&)> measuring = [](const Measuring&) {};
  /// As soon as its trials allow, and how many of them this run measured; the others were stored.
  std::function<void(const SubjectRecord&, std::int64_t)> decided = [](const SubjectRecord&,
                                                                       std::int64_t) {};
  /// Once of each trial that has run for a minute.
  std::function<void(const Task&, const SlowTrial&)> slow = [](const Task&, const SlowTrial&) {};
};

/// Measures what the selected subjects miss, look by look, until each is decided or its budget is
/// spent, and returns the record of the whole suite. `suite` holds every subject of the program, so
/// that each gets the same share of `suite_alpha` whatever is selected.
///
/// The record is a function of the suite, tier, seed and alpha alone, but for the times. Trials
/// that failed in an earlier run are measured again.
///
/// Throws StaleTrials before anything is measured if a selected subject's stored trials are of
/// another definition and `fresh` is not set.
Record run_suite(std::span<const Subject> suite, const RunOptions& options, Store& store,
                 const Observer& observer = {});

/// The record of what is stored; measures nothing, and `fresh` is ignored. A subject whose stored
/// trials don't reach a decision is `undecided`, or `unmeasured` if they don't reach a first look.
Record record_of_store(std::span<const Subject> suite, const RunOptions& options,
                       const Store& store);

}  // namespace asymptest
