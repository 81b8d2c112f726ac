#include "random_networks.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "learning/curvature/shallow_hessian.hpp"
#include "learning/spectra/operator_norm.hpp"

namespace asymptest::learning::optimisation::random_networks_test {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;

/// Some dozen roundings of numbers of order one.
constexpr double rounding = 1e-13;

Stream stream(std::uint64_t trial) { return Stream({1, "random-networks-test", "", trial}); }

Architecture one_layer(Index width) { return uniform_architecture(input_dimension, width, 1); }

TEST(HessianNormOf, IsTheLargestBlockNormOfOneHiddenLayer) {
  for (const Index width : {8, 64}) {
    // Up to `dense_dimension` exact, then as good as Lanczos, from below.
    const double tolerance = width == 8 ? rounding : residual_tolerance;
    Stream random = stream(1);
    const double norm =
        hessian_norm_of(one_layer)(Point{{"m", static_cast<double>(width)}}, random);
    const Network network = initialise(one_layer(width), stream(1).substream("weights"));
    const MatrixXd x = sphere_points(input_dimension, 1, stream(1).substream("input"));
    const double exact = shallow_hessian_norm(network, x.col(0));
    EXPECT_NEAR(norm / exact, 1, tolerance) << width;
  }
}

TEST(HessianNormOf, IsZeroForALinearModel) {
  Stream random = stream(2);
  const Trial norm = hessian_norm_of([](Index) { return uniform_architecture(3, 1, 0); });
  EXPECT_EQ(norm(Point{{"m", 1}}, random), 0);
}

TEST(WidthLessLogarithm, MakesAPowerLawOfTheLargestWeight) {
  for (const double m : {2.0, 64.0, 65536.0}) {
    EXPECT_NEAR(std::pow(width_less_logarithm(Point{{"m", m}}), -0.5), std::sqrt(std::log(m) / m),
                rounding);
  }
}

}  // namespace
}  // namespace asymptest::learning::optimisation::random_networks_test
