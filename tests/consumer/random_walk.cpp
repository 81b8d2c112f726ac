#include <cmath>

#include "asymptest/claim/registry.hpp"

namespace random_walk {
namespace {

using namespace asymptest;

/// P(S₂ₙ = 0) given the first n steps, of which `ups` go up: n choose ups, over 2ⁿ.
double chance_of_return(double n, double ups) {
  return std::exp(std::lgamma(n + 1) - std::lgamma(ups + 1) - std::lgamma(n - ups + 1) -
                  n * std::log(2.0));
}

double on_the_line(const Point& at, Stream& random) {
  double ups = 0;
  for (int step = 0; step < at["n"]; ++step) ups += static_cast<double>(random.below(2));
  return chance_of_return(at["n"], ups);
}

/// A walk in the plane is one on each of its diagonals.
double in_the_plane(const Point& at, Stream& random) {
  const double first = on_the_line(at, random);
  return first * on_the_line(at, random);
}

const Registered walk{{
    .id = "probability/random-walk",
    .title = "A random walk returns after 2n steps with chance n^(-1/2)",
    .statement = R"(\Pr[S_{2n} = 0] = \binom{2n}{n}4^{-n} = \Theta(n^{-1/2}))",
    .source = {"Pólya 1921", "recurrence on the line and in the plane"},
    .assumes = {"the walk is on a line"},
    .sweep = {axis("n", "half of the steps").geometric(16, 1024)},
    .measure = {"chance of a return given the first half of the steps", Polarity::exact,
                on_the_line},
    .predict = theta({{"n", -0.5}})
                   .within(0.08)
                   .rival(-1, "a walk in the plane")
                   .because("a sixth of the gap to the rival"),
    .budget = {.first = 256, .quick = 16384},
    .controls = {{.name = "in-the-plane",
                  .breaks = "the walk is on a line",
                  .expect = near(-1, 0.125).because("two walks on a line have to return"),
                  .trial = in_the_plane}},
}};

}  // namespace
}  // namespace random_walk
