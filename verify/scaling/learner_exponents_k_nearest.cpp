#include <cmath>
#include <string>
#include <vector>

#include "asymptest/claim/registry.hpp"
#include "learners/neighbour_mean_trials.hpp"

namespace asymptest::scaling::learner_exponents_k_nearest_claim {
namespace {

constexpr const char* smooth = "the target is smooth";
constexpr const char* more = "the neighbours become more";
constexpr const char* nearer = "their share of the samples vanishes";

/// N = m^((d + 4)/s) and k = m^(4/s) are whole, s the common divisor of d and 4; in dimension 3 k
/// alone, and N next to k^(7/4).
Sweep whole_powers(int dimension) {
  std::vector<double> sizes;
  if (dimension == 1) {
    for (const double m : {3, 4, 5, 6, 7, 8}) sizes.push_back(std::pow(m, 5));
  } else if (dimension == 2) {
    for (const double m : {4, 6, 8, 12, 16, 24, 32}) sizes.push_back(std::pow(m, 3));
  } else {
    for (const double k : {32, 64, 128, 256, 512}) sizes.push_back(std::round(std::pow(k, 1.75)));
  }
  return {axis("N", "samples").listed(sizes)};
}

Prediction law_in(double d, double correction, const char* source) {
  const double one_derivative = -2 / (d + 2), exponent = -4 / (d + 4);
  return theta({{"N", exponent}})
      .within((one_derivative - exponent) / 4)
      .rival(one_derivative, "a target with one derivative")
      .rival(-2 / d, "the nearest neighbour without noise")
      .corrected_by(correction, source)
      .because("a quarter of the way to the exponent for one derivative");
}

std::vector<Control> controls_in(int dimension) {
  const double d = dimension;
  return {{.name = "four-neighbours",
           .breaks = more,
           .expect = near(0, 0.1).because("the noise of four labels stays"),
           .trial = neighbour_mean_risk(dimension, [](std::int64_t) { return 4; }),
           .predict = law_in(d, 2 / d, "the fourth neighbour's distance²")},
          {.name = "half-of-the-samples",
           .breaks = nearer,
           .expect = near(0, 0.1).because("the mean over half of the torus stays off the target"),
           .trial = neighbour_mean_risk(dimension, [](std::int64_t n) { return n / 2; }),
           .sweep = Sweep{axis("N", "samples").geometric(64, 4096)},
           .predict = law_in(d, 1, "the noise of N/2 labels")},
          {.name = "step",
           .breaks = smooth,
           .expect = near(-1 / (d + 4), 0.5 / (d + 4))
                         .because("a jump is missed within the distance (k/N)^(1/d) of it"),
           .trial = neighbour_mean_risk_of_a_step(dimension, balanced_neighbours(dimension)),
           .predict = law_in(d, 3 / (d + 4), "the noise, 1/k")}};
}

Claim in_dimension(int dimension) {
  const double d = dimension;
  return {
      .id = "scaling/learner-exponents-k-nearest-" + std::to_string(dimension),
      .title = "The mean of k nearest noisy labels on a " + std::to_string(dimension) +
               "-torus errs by N^(-4/(d + 4))",
      .statement = R"(k = N^{4/(d+4)} \implies
        \mathbb{E}\Bigl(\frac1k\sum_{j\le k} y_{(j)} - f\Bigr)^2 = \Theta(N^{-4/(d+4)}))",
      .source = {"Stone 1980; Györfi, Kohler, Krzyżak, Walk 2002", "chapter 6"},
      .assumes = {smooth, more, nearer},
      .sweep = whole_powers(dimension),
      .measure = {"risk at 16 fresh points, averaged over noise and phases", Polarity::exact,
                  neighbour_mean_risk(dimension, balanced_neighbours(dimension))},
      .predict = law_in(d, 2 / (d + 4), "the bias's next order, the k-th neighbour's distance²"),
      .budget = {.first = 16, .quick = 1024, .cost = [](const Point& at) { return at["N"]; }},
      .controls = controls_in(dimension),
      .remark =
          "Within a distance r the mean is off by r² times the target's second derivatives, "
          "so that r⁴ meets 1/k at k/N = r^d. Neighbours on all sides are needed for r², "
          "which a boundary would not have.",
  };
}

const Registered in_1{in_dimension(1)};
const Registered in_2{in_dimension(2)};
const Registered in_3{in_dimension(3)};

}  // namespace
}  // namespace asymptest::scaling::learner_exponents_k_nearest_claim
