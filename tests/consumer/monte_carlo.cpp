#include <cmath>

#include "asymptest/claim/registry.hpp"

namespace monte_carlo {
namespace {

using namespace asymptest;

/// |mean of n draws of x² − 1/3|, x uniform.
double error(const Point& at, Stream& random) {
  double sum = 0;
  const double n = at["n"];
  for (double i = 0; i < n; ++i) sum += std::pow(random.uniform(), 2);
  return std::abs(sum / n - 1.0 / 3);
}

/// The same where half of the draws are one and the same.
double error_of_agreeing_half(const Point& at, Stream& random) {
  const double n = at["n"], copies = std::floor(n / 2);
  double sum = copies * std::pow(random.uniform(), 2);
  for (double i = copies; i < n; ++i) sum += std::pow(random.uniform(), 2);
  return std::abs(sum / n - 1.0 / 3);
}

const Registered monte_carlo_error{{
    .id = "numerics/monte-carlo",
    .title = "The error of a Monte Carlo mean is n^(-1/2)",
    .statement = R"(\mathbb{E}\,|\bar X_n - \mu| = \Theta(n^{-1/2}))",
    .source = {"Metropolis, Ulam 1949", "the method"},
    .assumes = {"n draws are independent"},
    .sweep = {axis("n", "draws").geometric(16, 2048)},
    .measure = {"absolute error of the mean of x², x uniform", Polarity::exact, error},
    .predict = theta({{"n", -0.5}})
                   .within(0.08)
                   .rival(-0.25, "√n draws")
                   .because("a third of the gap to the rival"),
    .budget = {.first = 256, .quick = 65536},
    .controls = {{.name = "agreeing-half",
                  .breaks = "n draws are independent",
                  .expect = near(0, 0.125).because("half of the sum is n/2 times one draw"),
                  .trial = error_of_agreeing_half}},
}};

}  // namespace
}  // namespace monte_carlo
