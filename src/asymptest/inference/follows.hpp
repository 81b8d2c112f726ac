#pragma once

#include <gmock/gmock.h>

#include <cstddef>
#include <exception>
#include <ostream>
#include <span>
#include <sstream>
#include <utility>

#include "asymptest/inference/decide.hpp"

/// Verdicts within somebody's own GoogleTest suite. Nothing else that is installed includes
/// GoogleMock: who includes this file brings and links it.
// NOLINTBEGIN(readability-identifier-naming): GoogleMock calls and names matchers so
namespace asymptest {

/// Matches trials (std::vector<PointTrials>) whose verdict is `expected`: made by `Follows` and
/// `Refute`. Trials that can't be judged match nothing, and the message says why.
class VerdictMatcher {
 public:
  using is_gtest_matcher = void;

  VerdictMatcher(Prediction prediction, Polarity polarity, double alpha, Outcome expected)
      : prediction_(std::move(prediction)),
        polarity_(polarity),
        alpha_(alpha),
        expected_(expected) {}

  /// Writes the verdict and its reason to `explanation`, if that isn't null.
  bool MatchAndExplain(std::span<const PointTrials> trials, std::ostream* explanation) const {
    std::ostringstream ignored;
    std::ostream& out = explanation == nullptr ? ignored : *explanation;
    try {
      const Verdict verdict = decide(prediction_, polarity_, trials, alpha_);
      out << name_of(verdict.outcome) << ": " << whole_reason(verdict);
      return verdict.outcome == expected_;
    } catch (const std::exception& problem) {
      out << "can't be judged: " << problem.what();
      return false;
    }
  }

  void DescribeTo(std::ostream* out) const { describe(out, ""); }
  void DescribeNegationTo(std::ostream* out) const { describe(out, "don't "); }

 private:
  void describe(std::ostream* out, const char* negation) const {
    *out << negation << (expected_ == Outcome::supported ? "follow " : "refute ")
         << prediction_.describe();
  }

  Prediction prediction_;
  Polarity polarity_;
  double alpha_;
  Outcome expected_;
};

/// EXPECT_THAT(trials, Follows(theta({{"n", 0.5}}).within(0.1))): they support the prediction,
/// which is wrong with a chance of at most `alpha`. The failure's message is the verdict's reason.
///
/// Not(Follows(…)) also matches trials that decide nothing; `Refute` doesn't.
inline VerdictMatcher Follows(Prediction prediction, Polarity polarity = Polarity::exact,
                              double alpha = defaults::alpha) {
  return {std::move(prediction), polarity, alpha, Outcome::supported};
}

/// EXPECT_THAT(trials, Refute(theta({{"n", 1}}).within(0.1))): they refute the prediction.
inline VerdictMatcher Refute(Prediction prediction, Polarity polarity = Polarity::exact,
                             double alpha = defaults::alpha) {
  return {std::move(prediction), polarity, alpha, Outcome::refuted};
}

/// "{h=0.5: 0.75, 0.8}" with at most eight of the values: how GoogleTest shows trials.
inline void PrintTo(const PointTrials& trials, std::ostream* out) {
  constexpr std::size_t most = 8;
  *out << '{' << trials.at.key() << ':';
  for (std::size_t i = 0; i < trials.values.size() && i < most; ++i)
    *out << (i == 0 ? " " : ", ") << trials.values[i];
  if (trials.values.size() > most) *out << ", … " << trials.values.size() << " values";
  *out << '}';
}

}  // namespace asymptest
// NOLINTEND(readability-identifier-naming)
