#pragma once

#include <Eigen/Core>

namespace asymptest::learning {

// Lipschitz constants on R^d of f(x) = Σ a_k σ(⟨w_k, x⟩), where σ' takes values in [0, 1] and comes
// as near as one likes to both ends: tanh, relu, erf scaled. ∇f = Σ s_k a_k w_k with
// s_k = σ'(⟨w_k, x⟩). The rows of `slopes`, m × d, are the a_k w_k.
//
// If the w_k are independent, ⟨w_k, x⟩ can be any numbers, so that s ranges over the whole cube and
//
//     Lip(f) = max over s ∈ {0, 1}^m of ‖Σ s_k a_k w_k‖,
//
// a convex function's supremum over the cube, at a corner. For dependent ones it is at most that.

/// That maximum over all corners, each one unit from the last: O(m² d + m 2^m).
/// Throws std::invalid_argument unless 1 ≤ m ≤ 20.
double exact_shallow_lipschitz(const Eigen::Ref<const Eigen::MatrixXd>& slopes);

/// A lower bound of it: from the corner of zeros and from that of ones, flip the s_k that gains
/// most until none gains. O(m² d + m · flips). Throws std::invalid_argument unless m ≥ 1.
double ascended_shallow_lipschitz(const Eigen::Ref<const Eigen::MatrixXd>& slopes);

/// An upper bound for any w_k, the less of ‖W‖₂ ‖a‖ and Σ |a_k| ‖w_k‖, one for each column a of
/// `outer`, m × q. `inner` is W, m × d.
/// Throws std::invalid_argument unless W has a row for each of the m ≥ 1 outer weights.
Eigen::VectorXd shallow_lipschitz_products(const Eigen::Ref<const Eigen::MatrixXd>& inner,
                                           const Eigen::Ref<const Eigen::MatrixXd>& outer);

}  // namespace asymptest::learning
