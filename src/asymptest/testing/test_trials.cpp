#include "asymptest/testing/test_trials.hpp"

#include "asymptest/inference/intervals/quantiles.hpp"

namespace asymptest::test {

Rate count_outcomes(int replicates, Outcome outcome,
                    const std::function<Verdict(std::uint64_t)>& decide_replicate) {
  Rate rate{0, replicates};
  for (int r = 0; r < replicates; ++r) {
    if (decide_replicate(static_cast<std::uint64_t>(r)).outcome == outcome) ++rate.happened;
  }
  return rate;
}

double surely_above(const Rate& rate) {
  constexpr double confidence = 0.998;  // two-sided
  return clopper_pearson(rate.happened, rate.replicates, confidence).lower;
}

}  // namespace asymptest::test
