#pragma once

#include <boost/math/quadrature/gauss.hpp>
#include <cmath>
#include <numbers>

namespace asymptest {

/// E φ(r) for the chord r = 2 sin(θ/2) between two uniform points of the unit circle,
/// 1/π ∫₀^π φ(2 sin(θ/2)) dθ: what the tests of kernels on it compare one sample with. By Gauss's
/// rule of 30 points, to rounding for a φ that is smooth on (0, 2).
template <class Function>
double mean_over_chords(Function function) {
  const auto of_angle = [&](double angle) { return function(2 * std::sin(angle / 2)); };
  return boost::math::quadrature::gauss<double, 30>::integrate(of_angle, 0.0, std::numbers::pi) /
         std::numbers::pi;
}

}  // namespace asymptest
