#include "rigor/networks/descent.hpp"

#include <cmath>

#include "rigor/matrices/plain_product.hpp"

namespace asymptest::rigor {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;

MatrixXd tanh_of_product(const MatrixXd& a, const MatrixXd& b) {
  MatrixXd values = plain_product(a, b);
  for (Index k = 0; k < values.size(); ++k) values.data()[k] = std::tanh(values.data()[k]);
  return values;
}

/// f − y at the values of the last hidden layer, one row a neuron, one column a sample.
MatrixXd residual_at(const MatrixXd& values, const Eigen::VectorXd& output,
                     const Eigen::VectorXd& labels) {
  const double scale = 1 / std::sqrt(static_cast<double>(output.size()));
  return scale * plain_product(values.transpose(), output) - labels;
}

/// tanh' from its values, row r times v_r, column i times w_i.
MatrixXd weighted_slopes(const MatrixXd& values, const Eigen::VectorXd& v, const MatrixXd& w) {
  MatrixXd slopes(values.rows(), values.cols());
  for (Index i = 0; i < values.cols(); ++i) {
    for (Index r = 0; r < values.rows(); ++r) {
      slopes(r, i) = v(r) * (1 - values(r, i) * values(r, i)) * w(i, 0);
    }
  }
  return slopes;
}

}  // namespace

ShallowProblem descended(ShallowProblem problem, const Descent& descent) {
  validate(problem);
  const double scale = 1 / std::sqrt(static_cast<double>(problem.width()));
  const MatrixXd samples = problem.inputs.transpose();
  for (int t = 0; t < descent.most_steps; ++t) {
    const MatrixXd values = tanh_of_product(problem.hidden, samples);
    const MatrixXd residual = residual_at(values, problem.output, problem.labels);
    if (residual.norm() <= descent.goal) break;
    const MatrixXd weighted = descent.step_size * scale * residual;
    const MatrixXd slopes = weighted_slopes(values, problem.output, weighted);
    problem.output -= plain_product(values, weighted);
    problem.hidden -= plain_product(slopes, problem.inputs);
  }
  return problem;
}

DeepProblem descended(DeepProblem problem, const Descent& descent) {
  validate(problem);
  const double scale = 1 / std::sqrt(static_cast<double>(problem.width()));
  const MatrixXd samples = problem.inputs.transpose();
  for (int t = 0; t < descent.most_steps; ++t) {
    const MatrixXd first_values = tanh_of_product(problem.first, samples);
    const MatrixXd features = scale * first_values;
    const MatrixXd values = tanh_of_product(problem.second, features);
    const MatrixXd residual = residual_at(values, problem.output, problem.labels);
    if (residual.norm() <= descent.goal) break;
    const MatrixXd weighted = descent.step_size * scale * residual;
    // One row a neuron, one column a sample: the loss's slope in the second pre-activation, and
    // pulled back through the layer, transposed so that the large matrix need not be.
    const MatrixXd slopes = weighted_slopes(values, problem.output, weighted);
    const MatrixXd pulled_back = plain_product(slopes.transpose(), problem.second);
    MatrixXd below(first_values.rows(), first_values.cols());
    for (Index i = 0; i < below.cols(); ++i) {
      for (Index r = 0; r < below.rows(); ++r) {
        below(r, i) = scale * pulled_back(i, r) * (1 - first_values(r, i) * first_values(r, i));
      }
    }
    problem.output -= plain_product(values, weighted);
    problem.second -= plain_product(slopes, features.transpose());
    problem.first -= plain_product(below, problem.inputs);
  }
  return problem;
}

}  // namespace asymptest::rigor
