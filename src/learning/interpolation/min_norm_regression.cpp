#include "learning/interpolation/min_norm_regression.hpp"

#include <cmath>
#include <limits>
#include <stdexcept>

#include "asymptest/linear_algebra/orthogonal.hpp"
#include "asymptest/require/require.hpp"

namespace asymptest::learning {
namespace {

void require_labels(Eigen::Index rows, Eigen::Index labels) {
  require(rows == labels, "min-norm interpolation: {} labels for {} rows, expected one for each",
          labels, rows);
}

}  // namespace

Eigen::MatrixXd gaussian_design(Eigen::Index rows, Eigen::Index columns, double variance,
                                Stream& random) {
  require(
      rows >= 1 && columns >= 1 && variance > 0,
      "gaussian design: {} x {} with variance {}, expected at least 1 x 1 and a positive variance",
      rows, columns, variance);
  Eigen::MatrixXd design(rows, columns);
  random.fill_normal({design.data(), static_cast<std::size_t>(design.size())});
  return std::sqrt(variance) * design;
}

Eigen::MatrixXd min_norm_solution(const Eigen::Ref<const Eigen::MatrixXd>& design,
                                  const Eigen::Ref<const Eigen::MatrixXd>& labels) {
  require_labels(design.rows(), labels.rows());
  return least_squares_of_least_norm(design, labels);
}

Cholesky gram_factors(const Eigen::Ref<const Eigen::MatrixXd>& design) {
  const Eigen::Index n = design.rows();
  Eigen::MatrixXd gram = Eigen::MatrixXd::Zero(n, n);
  gram.selfadjointView<Eigen::Lower>().rankUpdate(design);
  Cholesky factors(gram);
  // A pivot that is rounding means that its row depends on the rows before it.
  const double rounding = static_cast<double>(design.cols()) *
                          std::numeric_limits<double>::epsilon() * gram.diagonal().maxCoeff();
  if (!factors.complete() || factors.factor().diagonal().array().square().minCoeff() <= rounding) {
    throw std::domain_error(
        message("min-norm interpolation: the {} rows in {} columns are dependent, expected "
                "independent rows",
                n, design.cols()));
  }
  return factors;
}

double min_norm_squared(const Eigen::Ref<const Eigen::MatrixXd>& design,
                        const Eigen::Ref<const Eigen::VectorXd>& labels) {
  require_labels(design.rows(), labels.size());
  Eigen::MatrixXd half = labels;
  gram_factors(design).solve_lower(half);
  return half.squaredNorm();
}

double mean_min_norm_squared(const Eigen::Ref<const Eigen::MatrixXd>& design) {
  Eigen::MatrixXd columns = Eigen::MatrixXd::Identity(design.rows(), design.rows());
  gram_factors(design).solve_lower(columns);
  return columns.squaredNorm();
}

double mean_squared_lipschitz_law(double samples, double ambient_dimension, double parameters) {
  const double surplus = parameters - samples - 1;
  if (!(surplus > 0)) {
    throw std::domain_error(message(
        "mean squared Lipschitz constant: p - n - 1 is {}, expected a positive number", surplus));
  }
  return samples * ambient_dimension / surplus;
}

}  // namespace asymptest::learning
