#include "rigor/matrices/eigenvalue_guess.hpp"

#include <Eigen/Cholesky>
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>

#include "rigor/matrices/symmetric_eigen.hpp"

namespace asymptest::rigor {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::MatrixXf;
using Eigen::VectorXd;

/// In place, and the only kinds compiled here: each costs seconds of compile time.
using Cholesky = Eigen::LLT<Eigen::Ref<MatrixXd>>;
using SingleCholesky = Eigen::LLT<Eigen::Ref<MatrixXf>>;

/// Relative to λ_min: what ten steps of Lanczos leave open.
constexpr double lanczos_doubt = 0x1p-10;
/// Relative to λ_min: how far single precision may shift it before double precision is asked.
constexpr double largest_shift = 0x1p-8;

/// An estimate from below, not proved, of λ_min of a positive definite matrix: the largest Ritz
/// value of its inverse, solve(v), after a few steps, plus the residual.
template <class Solve>
double lanczos_estimate(Index n, Solve solve) {
  const Index steps = std::min<Index>(n, 10);
  MatrixXd basis(n, steps);
  MatrixXd projected = MatrixXd::Zero(steps, steps);
  basis.col(0) = scattered_vector(n);
  double next_norm = 0;
  for (Index k = 0; k < steps; ++k) {
    VectorXd image = solve(basis.col(k));
    for (int pass = 0; pass < 2; ++pass) {  // twice is enough to be orthogonal
      const VectorXd parts = basis.leftCols(k + 1).transpose() * image;
      image -= basis.leftCols(k + 1) * parts;
      projected.col(k).head(k + 1) += parts;
    }
    next_norm = image.norm();
    if (k + 1 == steps || !(next_norm > 0)) break;
    basis.col(k + 1) = image / next_norm;
  }
  if (!projected.allFinite()) return std::numeric_limits<double>::quiet_NaN();
  const SymmetricEigen ritz = symmetric_eigen(projected.transpose());
  const double residual = next_norm * std::abs(ritz.vectors(steps - 1, steps - 1));
  return 1 / (ritz.values(steps - 1) + residual);
}

/// Of A = unit·B with a B of entries near 1, so that its squares and single precision have room.
std::optional<EigenvalueGuess> guess_in_single_precision(const MatrixXd& a, double unit) {
  MatrixXf lower = (a / unit).cast<float>();
  const SingleCholesky factors(lower);
  if (factors.info() != Eigen::Success) return std::nullopt;
  const auto solve = [&](const VectorXd& v) -> VectorXd {
    return factors.solve(v.cast<float>().eval()).cast<double>();
  };
  const double estimate = lanczos_estimate(a.rows(), solve);
  const VectorXd start = scattered_vector(a.rows());
  const VectorXd solution = solve(start);
  const VectorXd image = a.selfadjointView<Eigen::Lower>() * solution;
  // solution solves (B + E) x = start for an E of at least this norm; four times it, for x need not
  // be where E is largest.
  const double shift = 4 * (image / unit - start).norm() / solution.norm();
  if (!(shift <= largest_shift * estimate)) return std::nullopt;
  return EigenvalueGuess{unit * (estimate - shift), unit * lanczos_doubt * estimate};
}

std::optional<EigenvalueGuess> guess_in_double_precision(const MatrixXd& a, double unit) {
  MatrixXd lower = a / unit;
  const Cholesky factors(lower);
  if (factors.info() != Eigen::Success) return std::nullopt;
  const double estimate =
      lanczos_estimate(a.rows(), [&](const VectorXd& v) -> VectorXd { return factors.solve(v); });
  if (!std::isfinite(estimate)) return std::nullopt;
  return EigenvalueGuess{unit * estimate, unit * lanczos_doubt * estimate};
}

}  // namespace

VectorXd scattered_vector(Index n) {
  VectorXd v(n);
  std::uint64_t state = 1;
  for (double& entry : v) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    entry = static_cast<double>(state >> 33U) * 0x1p-30 - 1;
  }
  return v.normalized();
}

EigenvalueGuess guess_by_eigensolver(const MatrixXd& symmetric) {
  return {symmetric_eigen(symmetric).values(0), 0};
}

EigenvalueGuess guess_smallest_eigenvalue(const MatrixXd& symmetric) {
  // Up to here all eigenvalues cost less than a millisecond, and the guess is sharp.
  constexpr Index small = 64;
  if (symmetric.rows() <= small) return guess_by_eigensolver(symmetric);
  const double largest = symmetric.diagonal().maxCoeff();
  if (!(largest > 0)) return guess_by_eigensolver(symmetric);
  const double unit = std::ldexp(1.0, std::ilogb(largest));
  if (const auto guess = guess_in_single_precision(symmetric, unit)) return *guess;
  if (const auto guess = guess_in_double_precision(symmetric, unit)) return *guess;
  return guess_by_eigensolver(symmetric);
}

}  // namespace asymptest::rigor
