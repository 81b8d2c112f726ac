#pragma once

#include <Eigen/Core>
#include <functional>

namespace asymptest::learning {

/// A symmetric linear map: writes A·in to out, both `dimension` numbers.
using SymmetricMap = std::function<void(const double* in, double* out)>;

/// The spectral norm max |λ| of a symmetric map that is known by its products only.
///
/// Implicitly restarted Lanczos (Spectra's SymEigsSolver, largest magnitude); up to
/// `dense_dimension` the matrix is written out and solved densely. `start` is the first Lanczos
/// vector: `dimension` numbers, not all zero, drawn from a stream so that the result is the same
/// on every run. What is returned lies within `residual_tolerance`, relative, of an eigenvalue's
/// magnitude and never above the norm; the error is about residual_tolerance² over the relative
/// gap to the next eigenvalue.
///
/// Throws std::invalid_argument if `start` is empty, zero or not finite, and std::runtime_error if
/// the iteration doesn't converge.
double symmetric_operator_norm(const SymmetricMap& map, const Eigen::VectorXd& start);

/// Eigenpairs of a symmetric map: column k of `vectors`, of unit length, belongs to `values[k]`.
struct LeadingPairs {
  Eigen::VectorXd values;  ///< in descending order of magnitude
  Eigen::MatrixXd vectors;
};

/// The `count` eigenpairs of largest magnitude, as `symmetric_operator_norm` finds the first one;
/// fewer if the dimension is smaller. Throws as it does, and if count is not between 1 and 8.
LeadingPairs leading_pairs(const SymmetricMap& map, const Eigen::VectorXd& start, int count);

/// The first of them, from a `start` that is near its eigenvector, as that of a map that has
/// changed a little: the basis is kept short, since few products lead there. Throws as it does.
LeadingPairs leading_pair_near(const SymmetricMap& map, const Eigen::VectorXd& start);

/// Residual at which Lanczos stops, relative to the norm. A hundredth of the spread of a norm over
/// random weights (a few per cent) or less, while at the edge of a dense spectrum each further
/// digit costs as many products again.
constexpr double residual_tolerance = 1e-4;

/// Below this, a dense solve costs no more than the Lanczos basis.
constexpr int dense_dimension = 40;

}  // namespace asymptest::learning
