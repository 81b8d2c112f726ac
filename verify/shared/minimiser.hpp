#pragma once

#include "asymptest/claim/claim.hpp"
#include "learning/training/least_squares.hpp"

namespace asymptest::learning::optimisation {

/// A model and weights that fit its labels to rounding.
struct Minimiser {
  learning::LeastSquares fit;
  Eigen::VectorXd weights;
};

/// Draws a minimiser: of a random task, by Levenberg–Marquardt.
using MinimiserLaw = std::function<Minimiser(const Point& at, const Stream& random)>;

/// One hidden layer of tanh of width m, inputs in R⁴, n samples. Draws again unless the fit is
/// exact and the kernel's condition at it below `most_kernel_condition`; throws std::runtime_error
/// if a hundred draws do not do.
Minimiser network_minimiser(Eigen::Index width, Eigen::Index samples, const Stream& random);

/// From here on the smallest of the n nonzero eigenvalues nears those that are zero but for
/// rounding.
inline constexpr double most_kernel_condition = 1e5;

/// A unit vector of uniform direction.
Eigen::VectorXd unit_vector(Eigen::Index size, Stream random);

/// A unit vector of uniform direction in the tangent space ker J of the minimisers.
Eigen::VectorXd tangent_vector(const Minimiser& at, Stream random);

/// The least and the largest eigenvalue of ∇²L at w + t·u.
struct CurvatureRange {
  double least = 0, largest = 0;
};
CurvatureRange curvature_at(const Minimiser& at, double distance, const Eigen::VectorXd& direction);

}  // namespace asymptest::learning::optimisation
