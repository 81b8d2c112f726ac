#include "asymptest/inference/sample/assumption_free.hpp"

#include <stdexcept>

#include "asymptest/inference/intervals/betting_interval.hpp"
#include "asymptest/inference/intervals/quantiles.hpp"
#include "asymptest/require/require.hpp"

namespace asymptest {
namespace {

std::int64_t successes_in(const PointTrials& trials) {
  std::int64_t successes = 0;
  for (std::size_t i = 0; i < trials.values.size(); ++i) {
    const double value = trials.values[i];
    if (value != 0 && value != 1) {
      throw std::domain_error(message("trial {} at {} is {}, expected 0 or 1 under a proportion", i,
                                      trials.at.key(), value));
    }
    successes += value == 1 ? 1 : 0;
  }
  return successes;
}

void require_within(const ValueRange& range, const PointTrials& trials) {
  for (std::size_t i = 0; i < trials.values.size(); ++i) {
    if (trials.values[i] >= range.lower && trials.values[i] <= range.upper) continue;
    throw std::domain_error(message("trial {} at {} is {}, expected within [{}, {}]", i,
                                    trials.at.key(), trials.values[i], range.lower, range.upper));
  }
}

}  // namespace

Bounds assumption_free_interval(Summary summary, const ValueRange& range, const PointTrials& trials,
                                double tail) {
  require(is_assumption_free(summary), "a {} is no proportion nor a bounded mean",
          name_of(summary));
  require(tail > 0 && tail < 0.5, "tail is {}, expected between 0 and 0.5", tail);
  require(!trials.values.empty(), "point {} has no trials", trials.at.key());
  if (summary == Summary::proportion) {
    const auto n = static_cast<std::int64_t>(trials.values.size());
    const ChanceInterval chance = clopper_pearson(successes_in(trials), n, 1 - 2 * tail);
    return {chance.lower, chance.upper};
  }
  require_within(range, trials);
  return betting_interval(trials.values, range, tail);
}

}  // namespace asymptest
