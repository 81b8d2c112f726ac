#include "threshold_trials.hpp"

#include <stdexcept>

#include "asymptest/require/require.hpp"
#include "learning/features/shared_outputs.hpp"
#include "learning/interpolation/min_norm_regression.hpp"
#include "learning/spectra/singular_values.hpp"

namespace asymptest::model_complexity {
namespace {

using learning::SharedUnits;

constexpr Eigen::Index input_dimension = 6;

/// The Jacobian of m units and `outputs` free outputs; an orthonormal map of these to more leaves
/// its singular values as they are.
Eigen::MatrixXd random_jacobian(Eigen::Index points, Eigen::Index outputs, Eigen::Index units,
                                SharedUnits::Unit unit, Stream& random) {
  const Eigen::MatrixXd inputs = learning::gaussian_design(points, input_dimension, 1, random);
  const SharedUnits network{unit, learning::gaussian_design(units, input_dimension, 1, random),
                            learning::gaussian_design(outputs, units, 1, random)};
  return learning::shared_jacobian(network, inputs);
}

/// All rows independent: the smallest singular value stands far above its rounding, a few ε times
/// the largest.
bool has_full_row_rank(const Eigen::MatrixXd& jacobian) {
  constexpr double rounding = 1e-12;
  if (jacobian.cols() < jacobian.rows()) return false;
  const Eigen::VectorXd values = learning::singular_values(jacobian);
  return values(values.size() - 1) > rounding * values(0);
}

double least_parameters(const Point& at, Eigen::Index outputs, SharedUnits::Unit unit,
                        Stream& random) {
  const Eigen::Index n = at.count("n"), each = input_dimension + outputs;
  const Eigen::Index most = 4 * n * outputs / each + 4;
  for (Eigen::Index m = 1; m <= most; ++m) {
    if (m * each < n * outputs) continue;  // fewer columns than rows
    if (has_full_row_rank(random_jacobian(n, outputs, m, unit, random))) {
      return static_cast<double>(m * each);
    }
  }
  throw std::runtime_error(message("{} units don't interpolate at {}", most, at.key()));
}

double noise_of(const Point& at, Eigen::Index outputs, Stream& random) {
  const Eigen::Index units = at.count("N") / (input_dimension + outputs);
  const Eigen::MatrixXd jacobian =
      random_jacobian(at.count("n"), outputs, units, SharedUnits::Unit::tanh, random);
  return learning::singular_values(jacobian).array().square().inverse().sum();
}

}  // namespace

double parameters_to_interpolate(const Point& at, Stream& random) {
  return least_parameters(at, at.count("k"), SharedUnits::Unit::tanh, random);
}

double parameters_for_centred_outputs(const Point& at, Stream& random) {
  return least_parameters(at, at.count("k") - 1, SharedUnits::Unit::tanh, random);
}

double parameters_for_embedded_outputs(const Point& at, Stream& random) {
  return least_parameters(at, 2, SharedUnits::Unit::tanh, random);
}

double parameters_of_homogeneous_units(const Point& at, Stream& random) {
  return least_parameters(at, at.count("k"), SharedUnits::Unit::signed_square, random);
}

double centred_parameters_of_homogeneous_units(const Point& at, Stream& random) {
  return least_parameters(at, at.count("k") - 1, SharedUnits::Unit::signed_square, random);
}

double noise_of_shared_units(const Point& at, Stream& random) {
  return noise_of(at, at.count("k"), random);
}

double noise_of_embedded_units(const Point& at, Stream& random) { return noise_of(at, 2, random); }

}  // namespace asymptest::model_complexity
