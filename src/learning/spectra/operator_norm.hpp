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
/// on every run. The eigenvalue's relative error is about residual_tolerance² over the relative
/// spectral gap, and it never exceeds `residual_tolerance`.
///
/// Throws std::invalid_argument if `start` is empty, zero or not finite, and std::runtime_error if
/// the iteration doesn't converge.
double symmetric_operator_norm(const SymmetricMap& map, const Eigen::VectorXd& start);

/// Residual at which Lanczos stops, relative to the norm. Far below the spread of any norm over
/// random weights (several per cent), far above the rounding of a product.
constexpr double residual_tolerance = 1e-6;

/// Below this, a dense solve costs no more than the Lanczos basis.
constexpr int dense_dimension = 40;

}  // namespace asymptest::learning
