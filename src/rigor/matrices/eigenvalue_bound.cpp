#include "rigor/matrices/eigenvalue_bound.hpp"

#include <Eigen/Cholesky>
#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "asymptest/require/require.hpp"
#include "rigor/matrices/eigenvalue_guess.hpp"
#include "rigor/matrices/symmetric_eigen.hpp"

namespace asymptest::rigor {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

void require_symmetric_input(const MatrixXd& a) {
  require(a.rows() == a.cols() && a.rows() > 0 && a.allFinite(),
          "eigenvalue bound of a {} x {} matrix: expected square, not empty and finite", a.rows(),
          a.cols());
}

/// How far below 0 λ_min(B) can lie although the Cholesky factorisation of B ran to its end.
/// n + 3 rather than n + 1 in γ, because the library multiplies by a rounded reciprocal of the
/// pivot. The last term covers underflow, with some 2^40 to spare.
Interval cholesky_error(const MatrixXd& b) {
  const auto n = static_cast<double>(b.rows());
  Interval trace = 0;
  double largest = 0;
  for (Index i = 0; i < b.rows(); ++i) {
    trace += Interval(std::abs(b(i, i)));
    largest = std::max(largest, std::abs(b(i, i)));
  }
  const Interval nu = Interval(n + 3) * Interval(unit_roundoff);
  const Interval gamma = nu / (Interval(1) - nu);
  const Interval underflow =
      Interval(n) * Interval(n) * Interval(largest + 1) * Interval(0x1p-1022);
  return gamma / (Interval(1) - gamma) * trace + underflow;
}

/// In place, and the only kind compiled here: each costs seconds of compile time.
using Cholesky = Eigen::LLT<Eigen::Ref<MatrixXd>>;

/// The bound of λ_min(A) that follows if A − s I has a Cholesky factorisation, a little below s;
/// minus infinity if it has none.
double prove_from_shift(const MatrixXd& a, double s) {
  MatrixXd b = a;
  b.diagonal().array() -= s;
  const double diagonal_rounding =
      multiply_up(2 * unit_roundoff, b.diagonal().cwiseAbs().maxCoeff());
  const double loss = add_up(cholesky_error(b).upper(), diagonal_rounding);
  const Cholesky factors(b);
  const bool complete = factors.info() == Eigen::Success && (b.diagonal().array() > 0).all() &&
                        b.diagonal().allFinite();
  return complete ? subtract_down(s, loss) : -std::numeric_limits<double>::infinity();
}

/// The largest sum of a row, rounded up, of a nonnegative matrix.
double largest_row_sum(const MatrixXd& nonnegative) {
  double largest = 0;
  for (Index i = 0; i < nonnegative.rows(); ++i) {
    double sum = 0;
    for (Index j = 0; j < nonnegative.cols(); ++j) sum = add_up(sum, nonnegative(i, j));
    largest = std::max(largest, sum);
  }
  return largest;
}

/// −‖A‖_∞ of the lower triangle's symmetric matrix: what always holds.
double certain_lower_bound(const MatrixXd& a) {
  const MatrixXd full = a.selfadjointView<Eigen::Lower>();
  return -largest_row_sum(full.cwiseAbs());
}

/// The bound from the first of a sequence of shifts, falling ever faster from the guess, that
/// proves one. It starts at twice what a proof loses below the guess, where the factorisation
/// should succeed if the guess is right.
double prove_below(const MatrixXd& a, const EigenvalueGuess& guess) {
  constexpr int attempts = 16;
  const double loss = cholesky_error(a).upper();
  double step = 2 * loss;
  for (int attempt = 0; attempt < attempts; ++attempt) {
    const double bound = prove_from_shift(a, guess.value - step);
    if (std::isfinite(bound)) return bound;
    step = std::max({4 * step, 4 * loss, guess.doubt});
  }
  return certain_lower_bound(a);
}

IntervalMatrix smaller_gram(const IntervalMatrix& a) {
  return a.rows() <= a.cols() ? gram(a) : gram(a.transpose());
}

/// The same of a plain matrix in plain arithmetic, in its lower triangle.
MatrixXd smaller_plain_gram(const MatrixXd& a) {
  if (a.rows() > a.cols()) return smaller_plain_gram(a.transpose());
  MatrixXd lower = MatrixXd::Zero(a.rows(), a.rows());
  lower.selfadjointView<Eigen::Lower>().rankUpdate(a);
  return lower;
}

/// γ_k = k u/(1 − k u).
Interval gamma_of(Index k) {
  const Interval ku = Interval(static_cast<double>(k)) * Interval(unit_roundoff);
  return ku / (Interval(1) - ku);
}

/// |A|_F², of which a plain sum misses γ_k at most, whatever its order: 1/(1 − γ_k) ≤ 1 + 2γ_k.
Interval squares_of(const MatrixXd& a) {
  return Interval(a.squaredNorm()) * (Interval(1) + Interval(2) * gamma_of(a.size()));
}

/// A guess of λ_max of a positive semidefinite matrix (lower triangle), from below: some steps of
/// the power method, whose Rayleigh quotient at a spectrum's dense edge is about 1 % short.
double power_estimate(const MatrixXd& lower) {
  constexpr int steps = 100;
  VectorXd direction = scattered_vector(lower.rows());
  double estimate = 0;
  for (int k = 0; k < steps; ++k) {
    const VectorXd image = lower.selfadjointView<Eigen::Lower>() * direction;
    estimate = image.norm();
    if (!(estimate > 0)) return 0;
    direction = image / estimate;
  }
  return estimate;
}

/// An upper bound of λ_max(G) for a positive semidefinite G that holds in its lower triangle.
double largest_of_gram(const MatrixXd& lower) {
  constexpr Index small = 256;
  const MatrixXd opposite = -lower;
  if (lower.rows() <= small) return -prove_below(opposite, guess_by_eigensolver(opposite));
  const double estimate = power_estimate(lower);
  return -prove_below(opposite, {-estimate * (1 + 0x1p-7), estimate * 0x1p-7});
}

/// [0, ‖A‖].
Interval norm_of(const IntervalMatrix& a) { return {0.0, operator_norm_upper_bound(a)}; }

}  // namespace

bool is_at_least(const MatrixXd& symmetric, double shift) {
  require_symmetric_input(symmetric);
  const double diagonal = symmetric.diagonal().cwiseAbs().maxCoeff() + std::abs(shift);
  const double loss = cholesky_error(symmetric).upper() + 8 * unit_roundoff * diagonal;
  return prove_from_shift(symmetric, shift + 2 * loss) >= shift;
}

double smallest_eigenvalue_lower_bound(const MatrixXd& symmetric) {
  require_symmetric_input(symmetric);
  return prove_below(symmetric, guess_smallest_eigenvalue(symmetric));
}

double smallest_eigenvalue_lower_bound(const IntervalMatrix& symmetric) {
  return subtract_down(smallest_eigenvalue_lower_bound(symmetric.midpoint),
                       largest_row_sum(symmetric.radius));
}

double largest_eigenvalue_upper_bound(const IntervalMatrix& symmetric) {
  require_symmetric_input(symmetric.midpoint);
  const MatrixXd opposite = -symmetric.midpoint;
  const double proved = -prove_below(opposite, guess_by_eigensolver(opposite));
  return add_up(proved, largest_row_sum(symmetric.radius));
}

double smallest_singular_value_lower_bound(const IntervalMatrix& a) {
  return sqrt_down(std::max(0.0, smallest_eigenvalue_lower_bound(smaller_gram(a))));
}

double largest_singular_value_upper_bound(const IntervalMatrix& a) {
  return sqrt_up(std::max(0.0, largest_eigenvalue_upper_bound(smaller_gram(a))));
}

double largest_singular_value_upper_bound(const MatrixXd& a) {
  require(a.size() != 0 && a.allFinite(),
          "singular value bound of a {} x {} matrix: expected finite, not empty", a.rows(),
          a.cols());
  const MatrixXd lower = smaller_plain_gram(a);
  // The computed Gram matrix errs entry by entry by γ_k |A||A|ᵀ, of norm at most γ_k |A|_F²; k + 2
  // covers the library's scaling by one and its sum with zero, 2^-1000 what underflows.
  const Interval error =
      gamma_of(std::max(a.rows(), a.cols()) + 2) * squares_of(a) + Interval(0x1p-1000);
  return sqrt_up(add_up(std::max(0.0, largest_of_gram(lower)), error.upper()));
}

std::vector<Interval> spectrum(const MatrixXd& symmetric) {
  require_symmetric_input(symmetric);
  const MatrixXd a = symmetric.selfadjointView<Eigen::Lower>();
  const auto [d, q] = symmetric_eigen(a);
  const IntervalMatrix rotated = product(IntervalMatrix(q.transpose()), product(a, q));
  const Interval off = norm_of(rotated - IntervalMatrix(MatrixXd(d.asDiagonal())));
  const Interval skew = norm_of(product(MatrixXd(q.transpose()), q) -
                                IntervalMatrix(MatrixXd::Identity(q.rows(), q.cols())));
  if (skew.upper() >= 0.5) throw std::runtime_error("spectrum: no orthogonal basis was found");
  const Interval scale = Interval(1) + Interval(-skew.upper(), skew.upper());
  std::vector<Interval> enclosures;
  for (const double value : d) {
    enclosures.push_back((Interval(value) + Interval(-off.upper(), off.upper())) / scale);
  }
  return enclosures;
}

}  // namespace asymptest::rigor
