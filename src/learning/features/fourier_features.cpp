#include "learning/features/fourier_features.hpp"

#include <stdexcept>

#include "asymptest/require/require.hpp"

namespace asymptest::learning {
namespace {

using Matrix = Eigen::Ref<const Eigen::MatrixXd>;

void require_coordinates(Eigen::Index some, Eigen::Index others) {
  require(some == others, "Fourier features: {} and {} coordinates, expected as many of both", some,
          others);
}

/// a's columns at 0, 2, …; b's at 1, 3, ….
Eigen::MatrixXd interleaved(const Eigen::ArrayXXd& a, const Eigen::ArrayXXd& b) {
  Eigen::MatrixXd both(a.rows(), 2 * a.cols());
  for (Eigen::Index j = 0; j < a.cols(); ++j) {
    both.col(2 * j) = a.col(j);
    both.col(2 * j + 1) = b.col(j);
  }
  return both;
}

}  // namespace

Eigen::MatrixXd fourier_features(const Matrix& points, const Matrix& frequencies) {
  require_coordinates(points.cols(), frequencies.cols());
  const Eigen::ArrayXXd phases = (points * frequencies.transpose()).array();
  return interleaved(phases.cos(), phases.sin());
}

Eigen::MatrixXd complex_fourier_features(const Matrix& points, const Matrix& frequencies) {
  require_coordinates(points.cols(), frequencies.cols());
  const Eigen::ArrayXXd phases = (points * frequencies.transpose()).array();
  const Eigen::Index n = points.rows(), m = frequencies.rows();
  Eigen::MatrixXd features(2 * n, 2 * m);
  features.topLeftCorner(n, m) = features.bottomRightCorner(n, m) = phases.cos().matrix();
  features.bottomLeftCorner(n, m) = phases.sin().matrix();
  features.topRightCorner(n, m) = -features.bottomLeftCorner(n, m);
  return features;
}

Eigen::MatrixXd fourier_derivatives(const Matrix& points, const Matrix& frequencies,
                                    Eigen::Index coordinate) {
  require_coordinates(points.cols(), frequencies.cols());
  if (coordinate < 0 || coordinate >= points.cols()) {
    throw std::out_of_range(
        message("Fourier features: coordinate {}, expected one of {}", coordinate, points.cols()));
  }
  const Eigen::ArrayXXd phases = (points * frequencies.transpose()).array();
  const auto slopes = frequencies.col(coordinate).transpose().array().replicate(points.rows(), 1);
  return interleaved(-phases.sin() * slopes, phases.cos() * slopes);
}

Eigen::MatrixXd fourier_kernel(const Matrix& points, const Matrix& others,
                               const Matrix& frequencies) {
  return fourier_features(points, frequencies) * fourier_features(others, frequencies).transpose() /
         static_cast<double>(frequencies.rows());
}

Eigen::MatrixXd gaussian_kernel(const Matrix& points, const Matrix& others, double scale) {
  require_coordinates(points.cols(), others.cols());
  require(scale > 0, "Gaussian kernel: the scale is {}, expected a positive number", scale);
  Eigen::MatrixXd kernel(points.rows(), others.rows());
  for (Eigen::Index j = 0; j < others.rows(); ++j) {
    kernel.col(j) =
        (-scale * (points.rowwise() - others.row(j)).rowwise().squaredNorm().array()).exp();
  }
  return kernel;
}

}  // namespace asymptest::learning
