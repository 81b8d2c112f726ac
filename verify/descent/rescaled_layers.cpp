#include "rescaled_layers.hpp"

#include <Eigen/Core>
#include <algorithm>
#include <cmath>

#include "learning/interpolation/min_norm_regression.hpp"
#include "learning/spectra/singular_values.hpp"

namespace asymptest::descent {
namespace {

struct TwoLayers {
  Eigen::MatrixXd inner;  ///< m × d
  Eigen::VectorXd outer;

  explicit TwoLayers(Stream& random)
      : inner(learning::gaussian_design(16, 4, 1, random)),
        outer(learning::gaussian_design(16, 1, 1, random).col(0)) {}

  void rescale(double a) {
    inner /= a;
    outer *= a;
  }

  template <class Unit>
  [[nodiscard]] Eigen::VectorXd outputs(const Eigen::MatrixXd& inputs, Unit unit) const {
    return (inputs * inner.transpose()).unaryExpr(unit) * outer;
  }
};

Eigen::MatrixXd random_inputs(Stream& random) { return learning::gaussian_design(8, 4, 1, random); }

double ramp(double z) { return std::max(z, 0.0); }

/// Of the outputs with ReLU: the inner weights of a unit after another, then the outer ones.
Eigen::MatrixXd ramp_jacobian(const TwoLayers& network, const Eigen::MatrixXd& inputs) {
  const Eigen::MatrixXd z = inputs * network.inner.transpose();
  const Eigen::Index d = inputs.cols(), m = z.cols();
  Eigen::MatrixXd jacobian(inputs.rows(), m * (d + 1));
  for (Eigen::Index j = 0; j < m; ++j) {
    const Eigen::VectorXd slopes = (z.col(j).array() > 0).cast<double>() * network.outer(j);
    jacobian.middleCols(j * d, d) = slopes.asDiagonal() * inputs;
  }
  jacobian.rightCols(m) = z.unaryExpr(&ramp);
  return jacobian;
}

template <class Unit>
double relative_change(const Point& at, Unit unit, Stream& random) {
  TwoLayers network(random);
  const Eigen::MatrixXd inputs = random_inputs(random);
  const Eigen::VectorXd before = network.outputs(inputs, unit);
  network.rescale(at["a"]);
  return (network.outputs(inputs, unit) - before).cwiseAbs().maxCoeff() /
         before.cwiseAbs().maxCoeff();
}

}  // namespace

double curvature_of_rescaled(const Point& at, Stream& random) {
  TwoLayers network(random);
  network.rescale(at["a"]);
  return std::pow(learning::singular_values(ramp_jacobian(network, random_inputs(random)))(0), 2);
}

double relative_curvature_of_rescaled(const Point& at, Stream& random) {
  TwoLayers network(random);
  network.rescale(at["a"]);
  const double slope = learning::singular_values(ramp_jacobian(network, random_inputs(random)))(0);
  return slope * slope * network.inner.squaredNorm();
}

double change_of_rescaled(const Point& at, Stream& random) {
  return relative_change(at, &ramp, random);
}

double change_of_rescaled_tanh(const Point& at, Stream& random) {
  return relative_change(
      at, [](double z) { return std::tanh(z); }, random);
}

}  // namespace asymptest::descent
