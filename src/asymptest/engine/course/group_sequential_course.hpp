#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "asymptest/claim/claim.hpp"
#include "asymptest/claim/defaults.hpp"
#include "asymptest/engine/course/judgement.hpp"
#include "asymptest/engine/store/cells.hpp"
#include "asymptest/inference/decide.hpp"
#include "asymptest/inference/design/sequential.hpp"

namespace asymptest {

/// The procedure that turns trials into a verdict: `decide`, or a stand-in of a test.
using Decider =
    std::function<Verdict(const Prediction&, Polarity, std::span<const PointTrials>, double alpha)>;

/// How many trials a design point needs before the next look.
struct Quota {
  Point at;
  std::string key;
  std::int64_t trials = 0;
};

/// How far a course may go.
struct GroupSequentialLimits {
  Tier tier = defaults::tier;
  double alpha = 0;                         ///< of this subject, over all its looks
  std::optional<std::int64_t> most_trials;  ///< in place of the budget's
};

/// The way of one subject from nothing measured to a verdict: a sequence of looks, each at the
/// trials 0 … n − 1 of every design point, until it is decided or the budget is spent.
///
/// The looks, their levels and the n are a function of the declaration, the limits and the values
/// seen so far. So the same cells always lead to the same verdict, whether they were measured just
/// now or come from a store.
class GroupSequentialCourse {
 public:
  GroupSequentialCourse(const Subject& subject, const GroupSequentialLimits& limits,
                        Decider decider);

  /// What the next look needs; empty once finished.
  [[nodiscard]] const std::vector<Quota>& quotas() const { return quotas_; }
  [[nodiscard]] bool finished() const { return quotas_.empty(); }

  /// Takes the look. Every trial of `quotas` has to be among the cells (std::logic_error).
  /// A failed trial, or an exception of the decision, finishes the course as `failed`.
  void look(const SubjectCells& cells);

  /// Lets go of the trials of the last look, once they are on record.
  void forget_trials() { trials_.clear(); }

  [[nodiscard]] const Subject& subject() const { return subject_; }
  [[nodiscard]] int looks() const { return looks_; }
  [[nodiscard]] const Judgement& judgement() const { return judgement_; }
  [[nodiscard]] const Verdict& verdict() const { return verdict_; }
  /// The failed trials of the last look.
  [[nodiscard]] const std::vector<TrialFailure>& failures() const { return failures_; }
  /// The trials that the last look saw.
  [[nodiscard]] const std::vector<PointTrials>& trials() const { return trials_; }
  /// Wall time of those trials, summed.
  [[nodiscard]] double seconds() const { return seconds_; }

 private:
  void decide_now();
  void plan_next_look();
  void set_quotas();
  void fail(std::string reason);

  Subject subject_;
  Tier tier_;
  Decider decider_;
  int growth_steps_ = 0;
  std::vector<Look> schedule_;
  std::size_t next_look_ = 0;
  std::vector<Quota> quotas_;

  int looks_ = 0;
  Judgement judgement_;
  Verdict verdict_;
  std::vector<TrialFailure> failures_;
  std::vector<PointTrials> trials_;
  double seconds_ = 0;
};

}  // namespace asymptest
