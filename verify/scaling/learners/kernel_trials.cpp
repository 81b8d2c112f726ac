#include "kernel_trials.hpp"

#include <cmath>
#include <numbers>

#include "asymptest/require/require.hpp"
#include "learning/geometry/torus.hpp"
#include "learning/kernel_machines/kernel_interpolant.hpp"
#include "learning/kernel_machines/radial_kernel.hpp"

namespace asymptest::scaling {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using learning::Radial;

constexpr Index interpolated_points = 32;
constexpr double kernel_length = 4;

/// Points of the torus in R^(2d): the cosines of their angles above the sines.
MatrixXd on_circles(const MatrixXd& turns) {
  const Eigen::ArrayXXd angles = 2 * std::numbers::pi * turns.array();
  MatrixXd points(2 * turns.rows(), turns.cols());
  points << angles.cos().matrix(), angles.sin().matrix();
  return points;
}

/// One point in the inner half of each cell. Independent points come so near to each other, and
/// leave such gaps, that means rest on few trials.
MatrixXd spread_points(Index dimension, Index count, Stream& random) {
  const auto side = static_cast<Index>(
      std::lround(std::pow(static_cast<double>(count), 1.0 / static_cast<double>(dimension))));
  MatrixXd points = 0.25 + learning::uniform_torus_points(dimension, count, random).array() / 2;
  Index cells = 1;
  for (Index axis = 0; axis < dimension; ++axis, cells *= side) {
    for (Index i = 0; i < count; ++i) points(axis, i) += static_cast<double>(i / cells % side);
  }
  require(cells == count, "{} samples in dimension {}, expected that power of a whole number",
          count, dimension);
  return points / static_cast<double>(side);
}

MatrixXd kernel_of(Radial shape, const MatrixXd& points, const MatrixXd& others) {
  return learning::radial_kernel(shape, points, others, kernel_length);
}

/// Sum over the fresh points, a column of weights each. Waves have the covariance ⟨x, z⟩/d, whose
/// sums are squares: their error falls below the rounding of the other sums.
double sum_of_errors(TargetLaw target, const MatrixXd& samples, const MatrixXd& fresh,
                     const MatrixXd& weights) {
  if (target == TargetLaw::waves) {
    return 2 * (samples * weights - fresh).squaredNorm() / static_cast<double>(samples.rows());
  }
  const Radial law =
      target == TargetLaw::thrice_rough ? Radial::matern_three_halves : Radial::laplace;
  return static_cast<double>(fresh.cols()) +
         weights
             .cwiseProduct(kernel_of(law, samples, samples) * weights -
                           2 * kernel_of(law, samples, fresh))
             .sum();
}

}  // namespace

Trial kernel_interpolant_error(int dimension, TargetLaw target, double noise, Radial kernel) {
  return [=](const Point& at, Stream& random) {
    Stream draws = random.substream("samples"), others = random.substream("fresh");
    const MatrixXd samples = on_circles(spread_points(dimension, at.count("N"), draws));
    const MatrixXd fresh =
        on_circles(learning::uniform_torus_points(dimension, interpolated_points, others));
    const MatrixXd weights = learning::KernelInterpolant(kernel_of(kernel, samples, samples))
                                 .coefficients(kernel_of(kernel, samples, fresh));
    return (sum_of_errors(target, samples, fresh, weights) + noise * weights.squaredNorm()) /
           static_cast<double>(interpolated_points);
  };
}

}  // namespace asymptest::scaling
