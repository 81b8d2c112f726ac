#pragma once

#include <Eigen/Core>

namespace asymptest::learning {

/// The training error of least squares on the first n of N rows, for n = 1 … N: entry n − 1 is the
/// mean square of y − Xŵ over n rows, averaged over the columns of labels. From one QR
/// factorisation that takes up a row at a time by Givens rotations, O(N p(p + columns)); what a row
/// leaves of its labels is its recursive residual (Brown, Durbin, Evans 1975, "Techniques for
/// testing the constancy of regression relationships over time", section 2).
///
/// A column of zeros is no parameter. Otherwise the columns must be independent on min(n, p) rows.
/// Throws std::invalid_argument unless X and Y have as many rows, one at least, and Y a column.
Eigen::VectorXd training_errors(const Eigen::Ref<const Eigen::MatrixXd>& design,
                                const Eigen::Ref<const Eigen::MatrixXd>& labels);

/// The largest n at which the training errors reach `tolerance` from below, as a real number by
/// interpolating to the next: the effective model complexity (Nakkiran, Kaplun, Bansal, Yang,
/// Barak, Sutskever 2019, arXiv:1912.02292, Definition 1). N if the last one is within the
/// tolerance, 0 if none is.
double effective_model_complexity(const Eigen::Ref<const Eigen::VectorXd>& errors,
                                  double tolerance);

}  // namespace asymptest::learning
