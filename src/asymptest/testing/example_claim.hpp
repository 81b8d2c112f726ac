#pragma once

#include "asymptest/claim/claim.hpp"
#include "asymptest/engine/course/group_sequential_course.hpp"

namespace asymptest {

/// For tests: a claim that a mean is 1/n, whose trials are exactly that, and a control whose trials
/// are all 1.
inline Claim example_claim() {
  return {.id = "topic/example",
          .title = "An example",
          .statement = "Q = \\Theta(n^{-1})",
          .source = {"Nobody 2020", "section 1"},
          .assumes = {"the sky is blue"},
          .sweep = {axis("n", "samples").geometric(1, 8)},
          .measure = {"a number", Polarity::exact,
                      [](const Point& at, Stream& random) {
                        return (1 + 0.01 * random.normal()) / at["n"];
                      }},
          .predict = theta({{"n", -1}}).within(0.1).because("it is an example"),
          .budget = {.first = 4, .quick = 16},
          .controls = {
              {.name = "red-sky",
               .breaks = "the sky is blue",
               .expect = near(0, 0.1).because("it is 1 at any n"),
               .trial = [](const Point&, Stream& random) { return 1 + 0.01 * random.normal(); }}}};
}

/// A verdict of one estimate with its interval.
inline Verdict verdict_of(Outcome outcome, double estimate, double half_width,
                          Need need = Need::nothing) {
  Verdict verdict{.outcome = outcome, .reason = "as the test says", .need = need};
  verdict.estimates.push_back({.name = "n",
                               .estimate = estimate,
                               .lower = estimate - half_width,
                               .upper = estimate + half_width,
                               .predicted = -1});
  return verdict;
}

}  // namespace asymptest
