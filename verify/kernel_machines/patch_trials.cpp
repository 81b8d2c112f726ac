#include "patch_trials.hpp"

#include <cmath>
#include <numbers>
#include <vector>

#include "asymptest/require/require.hpp"
#include "learning/kernel_machines/kernel_interpolant.hpp"
#include "learning/kernel_machines/radial_kernel.hpp"

namespace asymptest::kernel_machines {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;

constexpr Index fresh_of_patches = 64;

/// Rows 2c and 2c + 1: cosine and sine of coordinate c.
MatrixXd torus_points(Index dimension, Index count, Stream& random) {
  MatrixXd points(2 * dimension, count);
  for (Index i = 0; i < count; ++i) {
    for (Index c = 0; c < dimension; ++c) {
      const double angle = random.uniform(0, 2 * std::numbers::pi);
      points(2 * c, i) = std::cos(angle);
      points(2 * c + 1, i) = std::sin(angle);
    }
  }
  return points;
}

/// The rows of a patch's coordinates, around the end if need be.
std::vector<Index> rows_of_patch(const Patches& patches, Index patch, Index rows) {
  std::vector<Index> chosen;
  const Index first = 2 * (patch * patches.size + patches.shift);
  for (Index row = first; row < first + 2 * patches.size; ++row) chosen.push_back(row % rows);
  return chosen;
}

MatrixXd patch_kernel(const Patches& patches, const MatrixXd& points, const MatrixXd& others) {
  const Index rows = points.rows(), count = rows / (2 * patches.size);
  MatrixXd kernel = MatrixXd::Zero(points.cols(), others.cols());
  for (Index patch = 0; patch < count; ++patch) {
    const std::vector<Index> chosen = rows_of_patch(patches, patch, rows);
    kernel += learning::radial_kernel(learning::Radial::laplace, points(chosen, Eigen::all),
                                      others(chosen, Eigen::all), 1);
  }
  return kernel / static_cast<double>(count);
}

/// 1 − 2⟨w, t⟩ + ⟨w, Tw⟩ for w = S⁻¹s, averaged over fresh points.
double mean_error(const Patches& target, const Patches& kernel, const Point& at, Stream& random) {
  const Index d = at.count("d");
  require(d % target.size == 0 && d % kernel.size == 0,
          "patches of {} and {} coordinates of {}, expected divisors", target.size, kernel.size, d);
  const MatrixXd samples = torus_points(d, at.count("n"), random);
  const MatrixXd fresh = torus_points(d, fresh_of_patches, random);
  const MatrixXd weights = learning::KernelInterpolant(patch_kernel(kernel, samples, samples))
                               .coefficients(patch_kernel(kernel, samples, fresh));
  const MatrixXd towards = patch_kernel(target, samples, fresh);
  const MatrixXd through = patch_kernel(target, samples, samples) * weights;
  return 1 + (weights.cwiseProduct(through - 2 * towards)).sum() / fresh_of_patches;
}

}  // namespace

Trial patch_error(Patches target, Patches kernel) {
  return [target, kernel](const Point& at, Stream& random) {
    return mean_error(target, kernel, at, random);
  };
}

Trial full_target_error(Patches kernel) {
  return [kernel](const Point& at, Stream& random) {
    return mean_error({.size = static_cast<int>(at.count("d"))}, kernel, at, random);
  };
}

}  // namespace asymptest::kernel_machines
