#include "asymptest/inference/decide.hpp"

int main() {
  using namespace asymptest;
  std::map<double, std::vector<double>> errors;
  for (double h = 0.5; h > 0.002; h /= 2) errors[h] = {3 * h * h};
  const auto law = theta({{"h", 2}}).within(0.1).towards(Towards::zero);
  return decide(law, trials_on("h", errors)).outcome == Outcome::supported ? 0 : 1;
}
