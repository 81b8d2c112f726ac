#pragma once

#include <vector>

#include "rigor/matrices/interval_matrix.hpp"

/// Bounds of eigenvalues and singular values that no rounding can falsify.
namespace asymptest::rigor {

/// Whether λ_min(A) ≥ shift is proved for the symmetric matrix A (the lower triangle is read), by
/// one plain Cholesky factorisation of A − s I, s a little above shift (Rump 2006, "Verification of
/// positive definiteness"). If the factorisation of a matrix B in floating point runs to its end,
/// the factors' product errs by at most γ_{n+3}/(1 − γ_{n+3}) tr B in the operator norm, so that
/// λ_min(B) is at least minus that. False says only that it was not proved.
bool is_at_least(const Eigen::MatrixXd& symmetric, double shift);

/// A lower bound of λ_min(A), close to it if A is positive definite. Costs one and a half to three
/// Cholesky factorisations: half of one or one for a guess (eigenvalue_guess.hpp), one or more to
/// prove it.
/// Throws std::invalid_argument unless A is square, not empty and finite.
double smallest_eigenvalue_lower_bound(const Eigen::MatrixXd& symmetric);
/// The same over every symmetric matrix in A: Weyl's inequality, with the radii's largest row sum.
double smallest_eigenvalue_lower_bound(const IntervalMatrix& symmetric);

/// An upper bound of λ_max over every symmetric matrix in A.
double largest_eigenvalue_upper_bound(const IntervalMatrix& symmetric);

/// Bounds of the singular values of every matrix in A, from the smaller Gram matrix. The lower
/// bound is of the min(rows, cols)-th singular value, and 0 where it is below about 1e-8 of the
/// largest: the Gram matrix squares the condition number.
double smallest_singular_value_lower_bound(const IntervalMatrix& a);
double largest_singular_value_upper_bound(const IntervalMatrix& a);
/// The same of a large plain matrix, by one Gram product and one or two Cholesky factorisations:
/// about half a per cent above the truth beyond 256 rows or columns, and close to it below.
double largest_singular_value_upper_bound(const Eigen::MatrixXd& a);

/// Enclosures of all eigenvalues of the symmetric matrix A, in ascending order. With an approximate
/// orthogonal Q and values d, QᵀAQ = diag(d) + E moves each eigenvalue by at most ‖E‖ (Weyl), and
/// QᵀQ = I + G scales each by at most 1 ± ‖G‖ (Ostrowski).
/// Throws std::invalid_argument as above; std::runtime_error if no approximate Q was found.
std::vector<Interval> spectrum(const Eigen::MatrixXd& symmetric);

}  // namespace asymptest::rigor
