#pragma once

#include <Eigen/Core>
#include <functional>
#include <span>

namespace asymptest::learning {

/// A supremum between two numbers: `lower` is reached, `upper` is not exceeded.
struct Bracket {
  double lower = 0, upper = 0;
};

/// A part's best answer to a price: the displacement d that maximises g(d) − λ|d|², told by what it
/// gains and what it spends.
struct Response {
  double gain = 0;   ///< g(d)
  double spent = 0;  ///< |d|²
};

/// The best answer of part `part` to the price λ > 0, globally.
using ResponseOf = std::function<Response(Eigen::Index part, double price)>;

/// Those of the parts `first`, `first` + 1, …, of as many as there are `answers`: for parts that
/// are answered faster together. Which are asked together must not matter.
using ResponsesOf =
    std::function<void(Eigen::Index first, double price, std::span<Response> answers)>;

/// sup Σ_i g_i(d_i) over Σ_i |d_i|² ≤ R², where g_i(0) = 0: a function over a ball that couples its
/// `parts` by the radius alone.
///
/// By Lagrangian duality, upper = min_λ λR² + Σ_i max_d (g_i(d) − λ|d|²), at the price at which the
/// parts together spend R²; lower is the sum of the gains at a price at which they spend no more
/// than that. The two agree, to the tolerance on the price, unless a part's answer jumps
/// there, and then differ by about what one part gains (Shapley, Folkman; Starr 1969).
///
/// `least_price`: where a part's answer is unbounded at that price or below. `guess` > least_price:
/// where the search begins. Throws std::invalid_argument unless radius > 0, 0 ≤ least_price < guess
/// and all are finite.
Bracket separable_supremum(Eigen::Index parts, const ResponsesOf& respond, double radius,
                           double least_price, double guess);
Bracket separable_supremum(Eigen::Index parts, const ResponseOf& respond, double radius,
                           double least_price, double guess);

/// Relative tolerance on the price: the gap that it leaves is as large, relative to the supremum,
/// and far below the spread of a supremum over random weights.
constexpr double price_tolerance = 1e-7;

}  // namespace asymptest::learning
