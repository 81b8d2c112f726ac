#include "learning/spectra/singular_values.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <stdexcept>

#include "asymptest/random/stream.hpp"

namespace asymptest::learning::singular_values_test {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

using Eigen::MatrixXd;
using Eigen::VectorXd;

/// Householder QR and one-sided Jacobi are backward stable: errors of a few dozen ε times σ_max.
constexpr double rounding = 64 * std::numeric_limits<double>::epsilon();

/// The reflection I − 2uuᵀ/uᵀu of a random u: an orthogonal matrix without any solver.
MatrixXd random_reflection(Eigen::Index size, Stream& random) {
  VectorXd u(size);
  random.fill_normal({u.data(), static_cast<std::size_t>(size)});
  return MatrixXd::Identity(size, size) - 2 / u.squaredNorm() * u * u.transpose();
}

/// Reflection · diag(values) · reflection, with as many columns as asked.
MatrixXd with_singular_values(const VectorXd& values, Eigen::Index columns, Stream& random) {
  MatrixXd middle = MatrixXd::Zero(values.size(), columns);
  middle.leftCols(values.size()) = values.asDiagonal();
  return random_reflection(values.size(), random) * middle * random_reflection(columns, random);
}

TEST(SingularValues, FindsThePlantedOnesInBothOrientations) {
  Stream random({.suite_seed = 1, .claim = "singular values", .point = "", .trial = 0});
  const VectorXd planted{{5, 2, 0.5}};
  const MatrixXd wide = with_singular_values(planted, 40, random);
  EXPECT_LT((singular_values(wide) - planted).norm(), rounding * planted[0]);
  EXPECT_LT((singular_values(wide.transpose()) - planted).norm(), rounding * planted[0]);
}

TEST(SingularValues, CarriesWhatTheGramMatrixLoses) {
  Stream random({.suite_seed = 2, .claim = "singular values", .point = "", .trial = 0});
  const VectorXd planted{{1, 1e-11}};  // squared: 1e-22, far below ε
  const VectorXd found = singular_values(with_singular_values(planted, 30, random));
  EXPECT_NEAR(found[1], planted[1], rounding * planted[0]);
}

TEST(LeftSingularPairs, ReproduceTheGramMatrix) {
  Stream random({.suite_seed = 3, .claim = "singular values", .point = "", .trial = 0});
  const MatrixXd matrix = with_singular_values(VectorXd{{3, 1, 0.2, 0.1}}, 17, random);
  const LeftSingularPairs pairs = left_singular_pairs(matrix);
  const MatrixXd gram =
      pairs.vectors * pairs.values.cwiseAbs2().asDiagonal() * pairs.vectors.transpose();
  EXPECT_LT((gram - matrix * matrix.transpose()).norm(), rounding * matrix.squaredNorm());
}

TEST(SingularValues, RefusesWhatHasNone) {
  EXPECT_THAT([&] { singular_values(MatrixXd(0, 4)); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("is 0 x 4")));
  EXPECT_THAT([&] { left_singular_pairs(MatrixXd::Ones(3, 2)); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("the matrix is 3 x 2")));
  EXPECT_THAT([&] { singular_values(MatrixXd::Constant(2, 2, INFINITY)); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("has the entry inf at (0, 0)")));
}

}  // namespace
}  // namespace asymptest::learning::singular_values_test
