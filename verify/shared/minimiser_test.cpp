#include "minimiser.hpp"

#include <gtest/gtest.h>

#include <Eigen/Eigenvalues>
#include <cmath>
#include <stdexcept>

namespace asymptest::learning::optimisation::minimiser_test {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

Stream stream(std::uint64_t trial) { return Stream({1, "minimiser-test", "", trial}); }

/// Ten roundings at a first residual of less than 100, which is what `exact` allows.
constexpr double residual_rounding = 1e-12;

/// Of J·u for a unit vector u: an ε times the kernel's condition, times a norm of J below 100.
constexpr double tangent_rounding = 100 * 2.2e-16 * most_kernel_condition;

TEST(NetworkMinimiser, FitsItsLabelsWhereTheKernelIsWellConditioned) {
  // Ten weights for eight samples: most draws are ill conditioned or have no exact fit.
  for (std::uint64_t trial = 0; trial < 8; ++trial) {
    const Minimiser found = network_minimiser(2, 8, stream(trial));
    EXPECT_LT(found.fit.residual(found.weights).norm(), residual_rounding);
    const VectorXd values = Eigen::SelfAdjointEigenSolver<MatrixXd>(found.fit.kernel(found.weights),
                                                                    Eigen::EigenvaluesOnly)
                                .eigenvalues();
    EXPECT_LT(values[7], most_kernel_condition * values[0]);
  }
}

TEST(NetworkMinimiser, GivesUpOnMoreSamplesThanWeights) {
  EXPECT_THROW(network_minimiser(1, 8, stream(0)), std::runtime_error);
}

TEST(TangentVector, KeepsTheFitToFirstOrder) {
  const Minimiser found = network_minimiser(8, 3, stream(0));
  const VectorXd u = tangent_vector(found, stream(1));
  EXPECT_NEAR(u.norm(), 1, residual_rounding);
  EXPECT_LT((found.fit.jacobian(found.weights) * u).norm(), tangent_rounding);
  // The residual is t²/2·∇²f[u, u] + O(t³): a fourth of it at half of the way, up to a share of t.
  constexpr double third_order = 0.02;
  const double far = found.fit.residual(found.weights + 2e-3 * u).norm(),
               near = found.fit.residual(found.weights + 1e-3 * u).norm();
  EXPECT_NEAR(far / near, 4, third_order);
}

TEST(CurvatureAt, FindsTheExtremeEigenvaluesOfAHessianByDifferences) {
  const Minimiser found = network_minimiser(5, 3, stream(2));
  const Index size = found.weights.size();
  const VectorXd u = unit_vector(size, stream(3));
  constexpr double distance = 0.3, h = 1e-5;
  const VectorXd centre = found.weights + distance * u;
  MatrixXd hessian(size, size);
  for (Index k = 0; k < size; ++k) {
    const VectorXd step = h * VectorXd::Unit(size, k);
    hessian.col(k) =
        (found.fit.gradient(centre + step) - found.fit.gradient(centre - step)) / (2 * h);
  }
  hessian = (hessian + hessian.transpose()).eval() / 2;
  const VectorXd values = Eigen::SelfAdjointEigenSolver<MatrixXd>(hessian).eigenvalues();
  constexpr double difference_error = 1e-7;  // h² of the fourth derivative and ε/h of the gradient
  const CurvatureRange range = curvature_at(found, distance, u);
  EXPECT_LT(range.least, 0);  // the loss isn't convex there
  EXPECT_NEAR(range.least, values[0], difference_error);
  EXPECT_NEAR(range.largest, values[size - 1], difference_error);
}

TEST(UnitVector, HasNoPreferredAxis) {
  constexpr Index size = 3;
  constexpr std::uint64_t draws = 1024;
  VectorXd squares = VectorXd::Zero(size);
  for (std::uint64_t t = 0; t < draws; ++t) squares += unit_vector(size, stream(t)).cwiseAbs2();
  // u₁² has the mean 1/3 and the variance 4/45 on the sphere of R³: five standard errors.
  const double tolerance = 5 * std::sqrt(4.0 / 45 / draws);
  for (const double square : squares) EXPECT_NEAR(square / draws, 1.0 / 3, tolerance);
}

}  // namespace
}  // namespace asymptest::learning::optimisation::minimiser_test
