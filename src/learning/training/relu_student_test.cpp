#include "learning/training/relu_student.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <stdexcept>

namespace asymptest::learning::relu_student_test {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

Stream stream(std::uint64_t trial = 0) {
  return Stream({.suite_seed = 1, .claim = "relu-student", .point = "", .trial = trial});
}

/// The middles of as many equal pieces of [0, 1].
MatrixXd middles(Eigen::Index count) {
  return (VectorXd::LinSpaced(count, 0.5, static_cast<double>(count) - 0.5) /
          static_cast<double>(count));
}

double mean_square(const VectorXd& values) {
  return values.squaredNorm() / static_cast<double>(values.size());
}

double parabola_error(const ReluStudent& student) {
  const MatrixXd fresh = middles(8192);
  return mean_square(student.at(fresh) - VectorXd(fresh.array().square()));
}

TEST(ReluStudent, ReachesTheLeastErrorOnAParabola) {
  // The one stationary point with all kinks in the segment. A student may lose a kink on its way
  // and end at the least error of fewer: of four starts the best. 512 points in place of the
  // segment move the error by (512/(m + 1))^-1 a kink at most.
  const MatrixXd points = middles(512);
  const VectorXd labels = points.array().square();
  for (const Eigen::Index kinks : {1, 2, 3}) {
    double least = 1;
    for (std::uint64_t start = 0; start < 4; ++start) {
      least =
          std::min(least, parabola_error(trained_student(points, labels, kinks, stream(start))));
    }
    const double law = least_parabola_error(static_cast<double>(kinks));
    EXPECT_GE(least, law * (1 - 1e-6)) << kinks;  // the law is a bound for every student
    EXPECT_LE(least, law * 1.01) << kinks;
  }
}

TEST(ReluStudent, RecoversATeacherOfOneUnit) {
  Stream random = stream();
  MatrixXd points(64, 2);
  for (double& entry : points.reshaped()) entry = random.normal();
  const ReluStudent teacher{.affine = VectorXd{{0.5, 1, -1}},
                            .outer = VectorXd{{2}},
                            .inner = MatrixXd{{0.6, 0.8, -0.3}}};
  const VectorXd labels = teacher.at(points);
  double least = 1;
  for (std::uint64_t start = 0; start < 8; ++start) {
    least = std::min(
        least, mean_square(trained_student(points, labels, 1, stream(start)).at(points) - labels));
  }
  EXPECT_LT(least, 1e-20);
}

TEST(ReluStudent, HasTheGradientOfDifferenceQuotients) {
  const MatrixXd points = middles(8);
  const VectorXd labels = points.array().square();
  const LeastSquares fit = student_fit(points, labels);
  const VectorXd weights = flatten(drawn_student(points, labels, 3, stream())) +
                           VectorXd::LinSpaced(11, 0.01, 0.02);  // away from the kinks
  const double step = 1e-6;
  for (Eigen::Index k = 0; k < weights.size(); ++k) {
    const VectorXd along = step * VectorXd::Unit(weights.size(), k);
    const double quotient = (fit.loss(weights + along) - fit.loss(weights - along)) / (2 * step);
    EXPECT_NEAR(fit.gradient(weights)[k], quotient, 1e-8) << k;
  }
}

TEST(ReluStudent, StartsFromTheLeastSquaresFitOfItsUnits) {
  const MatrixXd points = middles(64);
  const VectorXd labels = points.array().square();
  const ReluStudent start = drawn_student(points, labels, 4, stream());
  const VectorXd gradient = student_fit(points, labels).gradient(flatten(start));
  EXPECT_LT(gradient.head(6).norm(), 1e-10);  // in the affine part and the outer weights
  EXPECT_EQ(flatten(student_with(flatten(start), 1)), flatten(start));
  const ReluStudent trained = trained_student(points, labels, 4, stream());
  EXPECT_LT(mean_square(trained.at(points) - labels), mean_square(start.at(points) - labels));
}

TEST(ReluStudent, WithinTheRangeOfItsLabelsIsItself) {
  const ReluStudent line{Eigen::Vector2d(0, 1), VectorXd(0), MatrixXd(0, 2)};  // f(x) = x
  const VectorXd said = within_range(line, Eigen::Vector3d(-1, 0.5, 2), Eigen::Vector2d(1, 0));
  EXPECT_EQ(said, Eigen::Vector3d(0, 0.5, 1));
}

TEST(ReluStudent, RefusesWhatDoesNotFit) {
  const MatrixXd points = middles(4);
  EXPECT_THROW(student_fit(points, VectorXd::Ones(3)), std::invalid_argument);
  EXPECT_THROW(drawn_student(points, VectorXd::Ones(4), 0, stream()), std::invalid_argument);
  EXPECT_THROW(student_with(VectorXd::Ones(4), 1), std::invalid_argument);
  EXPECT_THROW(drawn_student(points, VectorXd::Ones(4), 1, stream()).at(MatrixXd::Ones(1, 2)),
               std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::learning::relu_student_test
