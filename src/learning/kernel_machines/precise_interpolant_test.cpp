#include "learning/kernel_machines/precise_interpolant.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

#include "learning/kernel_machines/kernel_interpolant.hpp"

namespace asymptest::learning::precise_interpolant_test {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

const Eigen::RowVectorXd fresh{{0.05, 0.33, 0.77}};

/// Σ y_i ∏ (z − x_k)/(x_i − x_k).
double lagrange(const Eigen::RowVectorXd& x, const Eigen::VectorXd& y, double z) {
  double sum = 0;
  for (Eigen::Index i = 0; i < x.size(); ++i) {
    double basis = 1;
    for (Eigen::Index k = 0; k < x.size(); ++k) {
      if (k != i) basis *= (z - x[k]) / (x[i] - x[k]);
    }
    sum += y[i] * basis;
  }
  return sum;
}

Eigen::VectorXd alternating(Eigen::Index count) {
  return Eigen::VectorXd::NullaryExpr(count,
                                      [](Eigen::Index i) { return i % 2 == 0 ? 1.0 : -1.0; });
}

/// As ℓ → ∞ the Gaussian's interpolant on a line tends to the polynomial of least degree, by
/// O(1/ℓ²) (Driscoll, Fornberg 2002, "Interpolation in the limit of increasingly flat radial basis
/// functions"): 5 points are within 50 digits, 12 ask for 100.
TEST(PreciseInterpolation, IsThePolynomialInTheFlatLimit) {
  for (const Eigen::Index count : {5, 12}) {
    const Eigen::RowVectorXd x = Eigen::RowVectorXd::LinSpaced(count, 0, 1);
    const Eigen::VectorXd y = alternating(count);
    EXPECT_THROW(KernelInterpolant(radial_kernel(Radial::gaussian, x, 1000)), std::domain_error);
    const Eigen::VectorXd values = precise_interpolation(Radial::gaussian, x, y, fresh, 1000);
    for (Eigen::Index j = 0; j < fresh.size(); ++j) {
      const double polynomial = lagrange(x, y, fresh[j]);
      EXPECT_NEAR(values[j], polynomial, 1e-4 * (1 + std::abs(polynomial))) << count;
    }
  }
}

TEST(PreciseInterpolation, IsThatOfDoublesWhereTheySuffice) {
  const Eigen::RowVectorXd x{{0, 0.2, 0.5, 0.9}};
  const Eigen::VectorXd y = alternating(4);
  for (const Radial shape : {Radial::laplace, Radial::matern_three_halves,
                             Radial::matern_five_halves, Radial::gaussian}) {
    const Eigen::VectorXd expected =
        radial_kernel(shape, x, fresh, 0.3).transpose() *
        KernelInterpolant(radial_kernel(shape, x, 0.3)).coefficients(y).col(0);
    EXPECT_LT((precise_interpolation(shape, x, y, fresh, 0.3) - expected).cwiseAbs().maxCoeff(),
              1e-11);
  }
}

TEST(PreciseInterpolation, RefusesWhatNoPrecisionSolves) {
  const Eigen::RowVectorXd twice{{0.1, 0.4, 0.4}};
  const Eigen::VectorXd y = alternating(3);
  EXPECT_THAT([&] { (void)precise_interpolation(Radial::gaussian, twice, y, fresh, 1); },
              ThrowsMessage<std::domain_error>(HasSubstr("of 3 samples the least pivot is 0")));
  EXPECT_THROW(precise_interpolation(Radial::gaussian, twice, alternating(2), fresh, 1),
               std::invalid_argument);
  EXPECT_THROW(precise_interpolation(Radial::gaussian, twice, y, Eigen::MatrixXd::Ones(2, 1), 1),
               std::invalid_argument);
  EXPECT_THROW(precise_interpolation(Radial::gaussian, twice, y, fresh, 0), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::learning::precise_interpolant_test
