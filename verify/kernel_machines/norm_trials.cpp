#include "norm_trials.hpp"

#include <cmath>
#include <numbers>

#include "learning/kernel_machines/kernel_interpolant.hpp"
#include "learning/kernel_machines/laplace_line.hpp"
#include "learning/kernel_machines/radial_kernel.hpp"

namespace asymptest::kernel_machines {
namespace {

using Eigen::Index;

constexpr double length = 4, turn = 2 * std::numbers::pi, chance_of_noise = 0.2;

/// n = m^d points of (0, 1)^d, each in the lower half of its cell along every axis: d × n. In one
/// dimension they increase.
Eigen::MatrixXd spread_points(int dimension, Index n, Stream& random) {
  const auto m = static_cast<Index>(std::llround(std::pow(n, 1.0 / dimension)));
  Eigen::MatrixXd points(dimension, n);
  for (Index i = 0; i < n; ++i) {
    Index cell = i;
    for (Index k = 0; k < dimension; ++k, cell /= m) {
      points(k, i) =
          (static_cast<double>(cell % m) + random.uniform() / 2) / static_cast<double>(m);
    }
  }
  return points;
}

/// The torus in R^2d: a circle for each coordinate.
Eigen::MatrixXd on_circles(const Eigen::MatrixXd& points) {
  Eigen::MatrixXd embedded(2 * points.rows(), points.cols());
  embedded << (turn * points.array()).cos().matrix(), (turn * points.array()).sin().matrix();
  return embedded;
}

learning::KernelInterpolant fit_on_torus(const Eigen::MatrixXd& points) {
  using learning::Radial;
  return learning::KernelInterpolant(
      learning::radial_kernel(Radial::laplace, on_circles(points), length));
}

constexpr double spread_of_sizes = 0.1;

/// Σ a_k cos 2π(x_k + phase_k).
Eigen::VectorXd random_waves(const Eigen::MatrixXd& points, Stream& random) {
  Eigen::ArrayXd sum = Eigen::ArrayXd::Zero(points.cols());
  for (Index k = 0; k < points.rows(); ++k) {
    const double size = random.uniform(1 - spread_of_sizes, 1 + spread_of_sizes);
    sum += size * (turn * (points.row(k).transpose().array() + random.uniform())).cos();
  }
  return sum;
}

double squared_norm(const Eigen::MatrixXd& points, const Eigen::VectorXd& labels) {
  if (points.rows() == 1) return learning::laplace_line_norm(points.transpose(), labels, length);
  return fit_on_torus(points).squared_norm(labels);
}

/// The mean of the norm of random waves plus noise, over waves and noise: ½ E a² Σ ‖cos‖² + ‖sin‖².
double mean_norm_of_noisy(const Eigen::MatrixXd& points) {
  constexpr double half_square = (1 + spread_of_sizes * spread_of_sizes / 3) / 2;
  const Eigen::MatrixXd angles = turn * points.transpose();
  Eigen::MatrixXd waves(angles.rows(), 2 * angles.cols());
  waves << angles.array().cos().matrix(), angles.array().sin().matrix();
  if (points.rows() > 1) {
    const learning::KernelInterpolant fit = fit_on_torus(points);
    return fit.mean_squared_norm_of_noise() +
           half_square * waves.cwiseProduct(fit.coefficients(waves)).sum();
  }
  const Eigen::VectorXd line = points.transpose();
  return learning::laplace_line_norm_of_noise(line, length) +
         half_square * (learning::laplace_line_norm(line, waves.col(0), length) +
                        learning::laplace_line_norm(line, waves.col(1), length));
}

Eigen::VectorXd noisy_signs(const Eigen::MatrixXd& points, Stream& random) {
  Eigen::VectorXd labels = (turn * points.row(0).array()).cos().sign().matrix().transpose();
  for (double& label : labels) {
    if (random.uniform() < chance_of_noise) label = random.sign();
  }
  return labels;
}

}  // namespace

Trial norm_of_noisy_labels(int dimension) {
  return [dimension](const Point& at, Stream& random) {
    const Eigen::MatrixXd points = spread_points(dimension, at.count("n"), random);
    return mean_norm_of_noisy(points);
  };
}

Trial norm_of_clean_labels(int dimension) {
  return [dimension](const Point& at, Stream& random) {
    const Eigen::MatrixXd points = spread_points(dimension, at.count("n"), random);
    Stream target = random.substream("target");
    return squared_norm(points, random_waves(points, target));
  };
}

Trial complexity_of_noisy_signs(int dimension) {
  return [dimension](const Point& at, Stream& random) {
    const Eigen::MatrixXd points = spread_points(dimension, at.count("n"), random);
    Stream noise = random.substream("labels");
    return std::sqrt(squared_norm(points, noisy_signs(points, noise)) / at["n"]);
  };
}

Trial complexity_of_clean_labels(int dimension) {
  return [dimension](const Point& at, Stream& random) {
    const Eigen::MatrixXd points = spread_points(dimension, at.count("n"), random);
    const Eigen::VectorXd wave = (turn * points.row(0).array()).cos().matrix().transpose();
    return std::sqrt(squared_norm(points, wave) / at["n"]);
  };
}

}  // namespace asymptest::kernel_machines
