#include "rademacher_trials.hpp"

#include <cmath>

#include "asymptest/linear_algebra/orthogonal.hpp"
#include "learning/interpolation/min_norm_regression.hpp"

namespace asymptest::capacity {
namespace {

constexpr Eigen::Index subspace_dimension = 5;

double signed_mean(const Eigen::MatrixXd& samples, Stream& random) {
  Eigen::VectorXd signs(samples.rows());
  for (double& sign : signs) sign = random.sign();
  return (samples.transpose() * signs).norm() / static_cast<double>(samples.rows());
}

double bound_on_deviation(double n) {
  return 2 / std::sqrt(n) + std::sqrt(-2 * std::log(chance_of_no_bound) / n);
}

}  // namespace

double complexity_on_subspace(const Point& at, Stream& random) {
  const Eigen::MatrixXd frame =
      learning::gaussian_design(at.count("d"), subspace_dimension, 1, random);
  const Eigen::MatrixXd basis = orthonormal_columns(frame);
  const Eigen::MatrixXd samples =
      learning::gaussian_design(at.count("n"), subspace_dimension, 1, random) * basis.transpose();
  return signed_mean(samples, random);
}

double complexity_on_isotropic_data(const Point& at, Stream& random) {
  return signed_mean(learning::gaussian_design(at.count("n"), at.count("d"), 1, random), random);
}

double deviation_over_bound(const Point& at, Stream& random) {
  const Eigen::MatrixXd samples =
      learning::gaussian_design(at.count("n"), at.count("d"), 1, random).rowwise().normalized();
  return samples.colwise().mean().norm() / bound_on_deviation(at["n"]);
}

double deviation_of_copies_over_bound(const Point& at, Stream& random) {
  const Eigen::MatrixXd sample =
      learning::gaussian_design(1, at.count("d"), 1, random).rowwise().normalized();
  return sample.norm() / bound_on_deviation(at["n"]);
}

}  // namespace asymptest::capacity
