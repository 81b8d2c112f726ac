#include "learning/regression/training_errors.hpp"

#include <Eigen/Jacobi>

#include "asymptest/require/require.hpp"

namespace asymptest::learning {
namespace {

using Matrix = Eigen::Ref<const Eigen::MatrixXd>;

/// The triangle R, the rotated labels and a last row for what comes in.
struct GrowingFactor {
  Eigen::MatrixXd triangle, labels;

  /// Takes up a row in place of the last one, which it leaves as 0 and the recursive residuals.
  void rotate_in() {
    const Eigen::Index p = triangle.cols();
    for (Eigen::Index j = 0; j < p; ++j) {
      if (triangle(p, j) == 0) continue;  // a column of zeros has no pivot to give
      Eigen::JacobiRotation<double> rotation;
      rotation.makeGivens(triangle(j, j), triangle(p, j));
      triangle.rightCols(p - j).applyOnTheLeft(j, p, rotation.adjoint());
      labels.applyOnTheLeft(j, p, rotation.adjoint());
      triangle(p, j) = 0;
    }
  }
};

}  // namespace

Eigen::VectorXd training_errors(const Matrix& design, const Matrix& labels) {
  const Eigen::Index rows = design.rows(), p = design.cols();
  require(rows >= 1 && rows == labels.rows() && labels.cols() >= 1,
          "training errors: {} x {} labels for {} rows, expected as many rows, and one at least",
          labels.rows(), labels.cols(), rows);
  GrowingFactor factor{Eigen::MatrixXd::Zero(p + 1, p),
                       Eigen::MatrixXd::Zero(p + 1, labels.cols())};
  Eigen::VectorXd errors(rows);
  double sum = 0;
  for (Eigen::Index n = 0; n < rows; ++n) {
    factor.triangle.row(p) = design.row(n);
    factor.labels.row(p) = labels.row(n);
    factor.rotate_in();
    sum += factor.labels.row(p).squaredNorm();
    errors(n) = sum / static_cast<double>(labels.cols() * (n + 1));
  }
  return errors;
}

double effective_model_complexity(const Eigen::Ref<const Eigen::VectorXd>& errors,
                                  double tolerance) {
  const Eigen::Index last = errors.size() - 1;
  for (Eigen::Index n = last; n >= 0; --n) {
    if (!(errors(n) <= tolerance)) continue;
    const auto count = static_cast<double>(n + 1);
    return n == last ? count : count + (tolerance - errors(n)) / (errors(n + 1) - errors(n));
  }
  return 0;
}

}  // namespace asymptest::learning
