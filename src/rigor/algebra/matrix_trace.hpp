#pragma once

#include "rigor/algebra/matrix_polynomial.hpp"

namespace asymptest::rigor {

/// tr A of a square matrix, as a polynomial: an indeterminate "n" for the trace of the identity of
/// order n, "tr(A B)" for that of each other word, the same one for all words that are equal by
/// tr AB = tr BA, tr A = tr Aᵀ and the relations read around the circle.
/// Throws std::invalid_argument unless A is square.
Polynomial trace(const MatrixPolynomial& a, const std::vector<Relation>& relations);

/// The derivative along E: the product rule, from that of each letter (by name); letters that are
/// not named are constants.
MatrixPolynomial derivative(const MatrixPolynomial& a,
                            const std::map<std::string, MatrixPolynomial>& of);

/// Σ_ij (M along E = e_i e_jᵀ)_ij for an M that is linear in the letter E, from
///   Σ_ij (A E B)_ij = tr A · tr B,    Σ_ij (A Eᵀ B)_ij = tr(A Bᵀ).
/// Throws std::invalid_argument if a word does not hold E exactly once.
Polynomial contracted(const MatrixPolynomial& m, const Letter& e,
                      const std::vector<Relation>& relations);

}  // namespace asymptest::rigor
