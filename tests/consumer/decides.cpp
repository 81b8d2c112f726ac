#include <cmath>

#include "asymptest/inference/decide.hpp"

int main() {
  std::vector<asymptest::PointTrials> trials;
  for (double h = 0.5; h > 0.002; h /= 2)
    trials.push_back({asymptest::Point{{"h", h}}, {3 * h * h}});
  const auto verdict =
      asymptest::decide(asymptest::theta({{"h", 2}}).within(0.1).towards(asymptest::Towards::zero),
                        asymptest::Polarity::exact, trials, 0.01);
  return verdict.outcome == asymptest::Outcome::supported ? 0 : 1;
}
