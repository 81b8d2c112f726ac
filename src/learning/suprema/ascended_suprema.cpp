#include "learning/suprema/ascended_suprema.hpp"

#include <algorithm>
#include <cmath>

#include "learning/curvature/output_hessian.hpp"
#include "learning/kernels/tangent_kernel.hpp"
#include "learning/networks/gradient.hpp"
#include "learning/spectra/symmetric_eigenvalues.hpp"
#include "learning/suprema/ball_ascent.hpp"
#include "learning/suprema/curvature_gradient.hpp"

namespace asymptest::learning {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

/// Eigenvectors of the Hessian at w₀ from which to start.
constexpr int started_pairs = 8;

Displacement scaled(Displacement displacement, double factor) {
  for (MatrixXd& layer : displacement) layer *= factor;
  return displacement;
}

void add_both_senses(std::vector<Displacement>& starts, const Displacement& direction) {
  starts.push_back(direction);
  starts.push_back(scaled(direction, -1));
}

double inner_product(const Displacement& a, const Displacement& b) {
  double sum = 0;
  for (std::size_t layer = 0; layer < a.size(); ++layer) {
    sum += a[layer].cwiseProduct(b[layer]).sum();
  }
  return sum;
}

/// The gradient of uᵀK(w)u = |Jᵀu|².
Displacement kernel_form_gradient(const Network& network, const MatrixXd& inputs,
                                  const VectorXd& u) {
  const Displacement pulled = weighted_gradient(network, inputs, u);
  Displacement sum = scaled(pulled, 0);
  for (Index i = 0; i < inputs.cols(); ++i) {
    const VectorXd input = inputs.col(i);
    const auto product = OutputHessian(network, input).multiply(pulled);
    for (std::size_t layer = 0; layer < sum.size(); ++layer) {
      sum[layer] += 2 * u[i] * product[layer];
    }
  }
  return sum;
}

}  // namespace

double ascended_hessian_norm(const Network& network, const VectorXd& x, double radius,
                             const Stream& random) {
  const Stream lanczos = random.substream("lanczos");
  const auto along = [&](const Network& at, const OutputHessian& hessian, const VectorXd& vector) {
    return curvature_along(at, x, hessian.expand(vector)).gradient;
  };
  const Objective objective = [&](const Network& at) {
    const OutputHessian hessian(at, x);
    const LeadingPairs pair = hessian.leading(1, lanczos);
    const double sign = pair.values[0] < 0 ? -1 : 1;
    return Ascended{std::abs(pair.values[0]),
                    scaled(along(at, hessian, pair.vectors.col(0)), sign)};
  };
  const OutputHessian hessian(network, x);
  const LeadingPairs pairs = hessian.leading(started_pairs, lanczos);
  std::vector<Displacement> starts;
  for (Index k = 0; k < pairs.values.size(); ++k) {
    starts.push_back(
        scaled(along(network, hessian, pairs.vectors.col(k)), pairs.values[k] < 0 ? -1 : 1));
  }
  return ascend_in_ball(network, radius, objective, starts);
}

double ascended_kernel_change(const Network& network, const MatrixXd& inputs, double radius) {
  const MatrixXd kernel = tangent_kernel(network, inputs);
  const Objective objective = [&](const Network& at) {
    const SymmetricPairs pairs = symmetric_eigenpairs(tangent_kernel(at, inputs) - kernel);
    const Index last = pairs.values.size() - 1;
    const bool falls = -pairs.values[0] > pairs.values[last];
    const Index leading = falls ? 0 : last;
    return Ascended{
        std::abs(pairs.values[leading]),
        scaled(kernel_form_gradient(at, inputs, pairs.vectors.col(leading)), falls ? -1 : 1)};
  };
  const SymmetricPairs pairs = symmetric_eigenpairs(kernel);
  std::vector<Displacement> starts;
  const Index last = pairs.values.size() - 1;
  for (Index k = last; k >= std::max<Index>(0, last - 1); --k) {
    add_both_senses(starts, kernel_form_gradient(network, inputs, pairs.vectors.col(k)));
  }
  return ascend_in_ball(network, radius, objective, starts);
}

double descended_smallest_eigenvalue(const Network& network, const MatrixXd& inputs,
                                     double radius) {
  const SymmetricPairs pairs = symmetric_eigenpairs(tangent_kernel(network, inputs));
  const double first = pairs.values[0];
  const Objective objective = [&](const Network& at) {
    const SymmetricPairs moved = symmetric_eigenpairs(tangent_kernel(at, inputs));
    return Ascended{first - moved.values[0],
                    scaled(kernel_form_gradient(at, inputs, moved.vectors.col(0)), -1)};
  };
  std::vector<Displacement> starts;
  for (Index k = 0; k < pairs.values.size(); ++k) {
    starts.push_back(scaled(kernel_form_gradient(network, inputs, pairs.vectors.col(k)), -1));
  }
  return first - ascend_in_ball(network, radius, objective, starts);
}

double ascended_linearisation_error(const Network& network, const VectorXd& x, double radius,
                                    const Stream& random) {
  const VectorXd one = VectorXd::Ones(1);
  const double start = outputs(network, x)[0];
  const Displacement gradient = weighted_gradient(network, x, one);
  const double origin = inner_product(gradient, network.weights);
  const Objective objective = [&](const Network& at) {
    const double error = outputs(at, x)[0] - start - (inner_product(gradient, at.weights) - origin);
    Displacement change = weighted_gradient(at, x, one);
    for (std::size_t layer = 0; layer < change.size(); ++layer) change[layer] -= gradient[layer];
    return Ascended{std::abs(error), scaled(std::move(change), error < 0 ? -1 : 1)};
  };
  const OutputHessian hessian(network, x);
  const LeadingPairs pairs = hessian.leading(started_pairs, random.substream("lanczos"));
  std::vector<Displacement> starts;
  for (Index k = 0; k < pairs.values.size(); ++k) {
    add_both_senses(starts, hessian.expand(pairs.vectors.col(k)));
  }
  return ascend_in_ball(network, radius, objective, starts);
}

}  // namespace asymptest::learning
