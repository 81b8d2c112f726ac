#include "learning/smoothness/gaussian_machine.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

#include "asymptest/random/stream.hpp"

namespace asymptest::learning::gaussian_machine_test {
namespace {

Eigen::MatrixXd normals(Eigen::Index rows, Eigen::Index columns, std::uint64_t trial) {
  Stream random({.suite_seed = 1, .claim = "gaussian-machine", .point = "", .trial = trial});
  Eigen::MatrixXd drawn(rows, columns);
  random.fill_normal({drawn.data(), static_cast<std::size_t>(drawn.size())});
  return drawn;
}

const GaussianMachine& machine() {
  static const GaussianMachine drawn(normals(3, 6, 1), normals(6, 1, 2), 1.5);
  return drawn;
}

/// Of central differences with this step: h² of the third derivative and rounding over h.
constexpr double step = 1e-5, of_differences = 1e-8;

TEST(GaussianMachine, GradientIsTheLimitOfDifferences) {
  const Eigen::VectorXd x = normals(3, 1, 3), v = normals(3, 1, 4);
  const double along = (machine().at(x + step * v) - machine().at(x - step * v)) / (2 * step);
  EXPECT_NEAR(machine().gradient(x).dot(v), along, of_differences);
}

TEST(GaussianMachine, CurvatureIsTheLimitOfItsDifferences) {
  const Eigen::VectorXd x = normals(3, 1, 3), v = normals(3, 1, 4);
  const Eigen::VectorXd along =
      (machine().gradient(x + step * v) - machine().gradient(x - step * v)) / (2 * step);
  EXPECT_LT((machine().curvature_along(x, v) - along).norm(), of_differences);
}

TEST(GaussianMachine, AscentFindsTheSteepestPlaceOfABump) {
  // |f'| = 2r/ℓ² exp(−r²/ℓ²) is largest at r = ℓ/√2: √2/ℓ · e^(−1/2).
  const double length = 2;
  const GaussianMachine bump(Eigen::Vector2d(1, -1), Eigen::VectorXd::Ones(1), length);
  EXPECT_NEAR(bump.ascended_slope(Eigen::Vector2d(1.1, -1), 200),
              std::sqrt(2.0) / length * std::exp(-0.5), 1e-9);
}

TEST(GaussianLipschitzBound, IsAboveAllSlopes) {
  const Eigen::MatrixXd points = normals(3, 6, 1);
  const Eigen::VectorXd coefficients = normals(6, 1, 2);
  double squared_norm = 0;
  for (Eigen::Index i = 0; i < 6; ++i) {
    for (Eigen::Index j = 0; j < 6; ++j) {
      squared_norm += coefficients(i) * coefficients(j) *
                      std::exp(-(points.col(i) - points.col(j)).squaredNorm() / 2.25);
    }
  }
  for (std::uint64_t trial = 10; trial < 30; ++trial) {
    EXPECT_LT(machine().ascended_slope(normals(3, 1, trial), 50),
              gaussian_lipschitz_bound(squared_norm, 1.5));
  }
}

TEST(GaussianMachine, RefusesWhatIsNone) {
  using testing::HasSubstr;
  EXPECT_THAT([] { GaussianMachine(Eigen::MatrixXd::Ones(2, 3), Eigen::Vector2d(1, 1), 1); },
              testing::ThrowsMessage<std::invalid_argument>(HasSubstr("2 coefficients for 3")));
  EXPECT_THAT([] { GaussianMachine(Eigen::MatrixXd::Ones(2, 2), Eigen::Vector2d(1, 1), 0); },
              testing::ThrowsMessage<std::invalid_argument>(HasSubstr("length is 0")));
  EXPECT_THAT([] { gaussian_lipschitz_bound(-1, 1); },
              testing::ThrowsMessage<std::invalid_argument>(HasSubstr("squared norm -1")));
}

}  // namespace
}  // namespace asymptest::learning::gaussian_machine_test
