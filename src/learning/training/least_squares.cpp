#include "learning/training/least_squares.hpp"

#include "asymptest/require/require.hpp"
#include "learning/curvature/loss_hessian.hpp"
#include "learning/networks/gradient.hpp"
#include "learning/spectra/require_finite.hpp"

namespace asymptest::learning {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

void require_labels(const VectorXd& labels, Index samples) {
  require(labels.size() == samples, "{} labels, expected one for each of {} samples", labels.size(),
          samples);
  require_finite(labels, "vector of labels");
}

VectorXd times(const MatrixXd& design, const VectorXd& weights) {
  require(weights.size() == design.cols(),
          "linear_fit: {} weights, expected one for each of {} columns", weights.size(),
          design.cols());
  return design * weights;
}

}  // namespace

double LeastSquares::loss(const Vector& weights) const {
  return residual(weights).squaredNorm() / 2;
}

VectorXd LeastSquares::gradient(const Vector& weights) const {
  return pull_back(weights, residual(weights));
}

MatrixXd LeastSquares::hessian(const Vector& weights) const {
  MatrixXd columns(weights.size(), weights.size());
  for (Index k = 0; k < weights.size(); ++k) {
    columns.col(k) = hessian_product(weights, Vector::Unit(weights.size(), k));
  }
  return (columns + columns.transpose()) / 2;
}

MatrixXd LeastSquares::kernel(const Vector& weights) const {
  const MatrixXd rows = jacobian(weights);
  return rows * rows.transpose();
}

LeastSquares network_fit(const Architecture& architecture, const MatrixXd& inputs,
                         const VectorXd& labels) {
  require_inputs(architecture, inputs);
  require_labels(labels, inputs.cols());
  LeastSquares fit;
  fit.residual = [=](const VectorXd& w) -> VectorXd {
    return outputs(network_with(architecture, w), inputs) - labels;
  };
  fit.pull_back = [=](const VectorXd& w, const VectorXd& c) {
    return flatten(weighted_gradient(network_with(architecture, w), inputs, c));
  };
  fit.jacobian = [=](const VectorXd& w) { return jacobian(network_with(architecture, w), inputs); };
  fit.hessian_product = [=](const VectorXd& w, const VectorXd& v) {
    const Network network = network_with(architecture, w);
    VectorXd product;
    LossHessian(network, inputs, labels).multiply(v, product);
    return product;
  };
  return fit;
}

LeastSquares linear_fit(const MatrixXd& design, const VectorXd& labels) {
  require_finite(design, "design matrix");
  require_labels(labels, design.rows());
  LeastSquares fit;
  fit.residual = [=](const VectorXd& w) -> VectorXd { return times(design, w) - labels; };
  fit.pull_back = [=](const VectorXd&, const VectorXd& c) -> VectorXd {
    return design.transpose() * c;
  };
  fit.jacobian = [=](const VectorXd&) { return design; };
  fit.hessian_product = [=](const VectorXd&, const VectorXd& v) -> VectorXd {
    return design.transpose() * times(design, v);
  };
  return fit;
}

}  // namespace asymptest::learning
