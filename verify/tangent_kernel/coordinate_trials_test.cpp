#include "coordinate_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "learning/networks/gradient.hpp"
#include "learning/tasks/sphere_points.hpp"

namespace asymptest::learning::optimisation::coordinate_trials_test {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

Stream stream() { return Stream({1, "coordinate-trials-test", "", 0}); }

double change(WidthScaling scaling, Coordinates coordinates, int steps) {
  Stream random = stream();
  return coordinate_change(scaling, coordinates, steps)(Point{{"m", 6}}, random);
}

/// The output's change in one step as it is written, by the Jacobian in place of backpropagation.
double output_change_by_jacobian(Parametrisation parametrisation, double output_scale,
                                 double rate) {
  Stream random = stream();
  Architecture architecture = uniform_architecture(input_dimension, 6, 2);
  architecture.parametrisation = parametrisation;
  const Network network = initialise(architecture, random.substream("weights"));
  const MatrixXd inputs = 2 * MatrixXd::Identity(4, 4);
  Stream drawn = random.substream("labels");
  VectorXd labels(4);
  for (double& label : labels) label = drawn.uniform() < 0.5 ? -1 : 1;
  const VectorXd before = output_scale * outputs(network, inputs);
  const MatrixXd rows = output_scale * jacobian(network, inputs);
  const VectorXd moved = flatten(network.weights) - rate * rows.transpose() * (before - labels);
  const VectorXd after = output_scale * outputs(network_with(architecture, moved), inputs);
  return (after - before).norm() / 2;
}

constexpr double rounding = 1e-12;

TEST(CoordinateChange, IsThatOfAStepDownTheScaledLoss) {
  EXPECT_NEAR(change(WidthScaling::ntk, Coordinates::output, 1),
              output_change_by_jacobian(Parametrisation::ntk, 1, 0.1), rounding);
  EXPECT_NEAR(change(WidthScaling::maximal_update, Coordinates::output, 1),
              output_change_by_jacobian(Parametrisation::ntk, 1 / std::sqrt(6.0), 0.6), rounding);
  EXPECT_NEAR(change(WidthScaling::standard, Coordinates::output, 1),
              output_change_by_jacobian(Parametrisation::standard, 1, 0.1), rounding);
}

TEST(CoordinateChange, OfTheFirstLayerFallsWithItsOwnRateAlone) {
  const auto first = [](WidthScaling scaling) {
    return change(scaling, Coordinates::first_layer, 1);
  };
  EXPECT_NEAR(first(WidthScaling::maximal_update), 6 * first(WidthScaling::first_unscaled),
              rounding);
  EXPECT_EQ(change(WidthScaling::ntk, Coordinates::second_layer, 0), 0);
}

}  // namespace
}  // namespace asymptest::learning::optimisation::coordinate_trials_test
