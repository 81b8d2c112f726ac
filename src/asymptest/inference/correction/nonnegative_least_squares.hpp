#pragma once

#include <array>
#include <cstddef>
#include <span>

namespace asymptest {

inline constexpr std::size_t most_rays = 3;

/// Weights of the combination of rays that lies nearest to a target.
struct NonnegativeFit {
  std::array<double, most_rays> weights{};
  double misfit = 0;  ///< squared distance
};

/// min over weights ≥ 0 of Σ_i (Σ_k weight_k·ray_k[i] − target[i])².
///
/// `rays` holds one to three rays one after the other, each as long as `target`. Exact: every face
/// of the cone is tried. Rays that are parallel to rounding are used one at a time.
/// Throws std::invalid_argument if the lengths don't agree.
NonnegativeFit nonnegative_least_squares(std::span<const double> rays,
                                         std::span<const double> target);

}  // namespace asymptest
