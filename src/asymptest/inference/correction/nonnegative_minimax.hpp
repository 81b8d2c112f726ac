#pragma once

#include <span>

#include "asymptest/inference/correction/nonnegative_least_squares.hpp"

namespace asymptest {

/// min over weights ≥ 0 of max_i |Σ_k weight_k·ray_k[i] − target_i|, whose square is the misfit.
///
/// `rays` holds one to three rays one after the other, each as long as `target`, without negative
/// components. Exact: the linear programme's dual by the simplex method, whose basis has a row for
/// each ray and one more (Chvátal 1983, chapters 5 and 7); Bland's rule ends it.
/// Throws std::invalid_argument if the lengths don't agree or a component is negative.
NonnegativeFit nonnegative_minimax(std::span<const double> rays, std::span<const double> target);

}  // namespace asymptest
