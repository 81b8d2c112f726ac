#include "modified_flow.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace asymptest::learning::optimisation::modified_flow_test {
namespace {

/// The flow's steps may err by 1e-14 each, and there are less than a hundred of them.
constexpr double flow_error = 1e-12;

/// The model f(w) = a·w, one sample.
TrainingTask scalar_task(double slope, double label, double start) {
  const Eigen::VectorXd labels = Eigen::VectorXd::Constant(1, label);
  return {.architecture = {},
          .inputs = {},
          .labels = labels,
          .start = Eigen::VectorXd::Constant(1, start),
          .fit = linear_fit(Eigen::MatrixXd::Constant(1, 1, slope), labels)};
}

TEST(DistanceToModifiedFlow, IsThatOfTwoExponentialsInALinearModel) {
  // L = a²e²/2 with e = w − y/a: e shrinks by 1 − ha² a step of descent, and at the rate
  // a² + 2cha⁴ in the flow of L + ch·a⁴e².
  constexpr double a = 0.8, label = 0.4, start = 2;
  const TrainingTask task = scalar_task(a, label, start);
  for (const int steps : {1, 5, 40}) {
    for (const double c : {0.0, 0.25, 1.0}) {
      const double h = 1.0 / steps;
      const double flowed = std::exp(-a * a - 2 * c * h * std::pow(a, 4));
      const double distance =
          (start - label / a) * std::abs(std::pow(1 - h * a * a, steps) - flowed);
      EXPECT_NEAR(distance_to_modified_flow(task, steps, c), distance, flow_error) << steps << c;
    }
  }
}

double relative(double coefficient, double steps) {
  Stream random({1, "modified-flow-test", "", 0});
  return relative_distance(coefficient)({{"N", steps}}, random);
}

TEST(RelativeDistance, FallsAsTheOrderOfTheModificationSays) {
  EXPECT_EQ(relative(0.25, 12), 1);
  // Of first order without the modification, of second order with the coefficient 1/4; at 1000
  // steps the next order is a share of λ_max/1000, about a hundredth.
  constexpr double next_order = 0.05;
  EXPECT_NEAR(2 * relative(0, 2000) / relative(0, 1000), 1, next_order);
  EXPECT_NEAR(4 * relative(0.25, 2000) / relative(0.25, 1000), 1, next_order);
  EXPECT_NEAR(2 * relative(0.5, 2000) / relative(0.5, 1000), 1, next_order);
}

}  // namespace
}  // namespace asymptest::learning::optimisation::modified_flow_test
