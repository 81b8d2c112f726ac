#include "learning/suprema/ascended_suprema.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "learning/curvature/output_hessian.hpp"
#include "learning/kernels/kernel_form_gradient.hpp"
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

/// How far from an eigenvector of weights nearby Lanczos starts: it must find one that was
/// orthogonal to that.
constexpr double stray = 0.1;

VectorXd drawn_unit_vector(Index size, Stream random) {
  VectorXd vector(size);
  random.fill_normal({vector.data(), static_cast<std::size_t>(size)});
  return vector.normalized();
}

double inner_product(const Displacement& a, const Displacement& b) {
  double sum = 0;
  for (std::size_t layer = 0; layer < a.size(); ++layer) {
    sum += a[layer].cwiseProduct(b[layer]).sum();
  }
  return sum;
}

/// K at one network's weights after another, with its eigenpairs and the gradients of uᵀKu.
class MovingKernel {
 public:
  explicit MovingKernel(const MatrixXd& inputs) : inputs_(inputs) {}

  const MatrixXd& at(const Network& network) {
    network_ = &network;
    return kernel_(network, inputs_);
  }

  /// At the network of the last call.
  [[nodiscard]] Displacement gradient(const VectorXd& u, double sign) const {
    return scaled(kernel_form_gradient(*network_, kernel_.pass(), kernel_.deltas(), u), sign);
  }

 private:
  const MatrixXd& inputs_;
  TangentKernel kernel_;
  const Network* network_ = nullptr;
};

}  // namespace

double ascended_hessian_norm(const Network& network, const VectorXd& x, double radius,
                             const Stream& random) {
  const Stream lanczos = random.substream("lanczos");
  const auto along = [&](const Network& at, const Displacement& direction, double value) {
    return scaled(curvature_along(at, x, direction).gradient, value < 0 ? -1 : 1);
  };
  const OutputHessian hessian(network, x);
  const LeadingPairs pairs = hessian.leading(started_pairs, lanczos);
  // Each search sets out from where the last one ended, and a little in all directions.
  const VectorXd aside = stray * drawn_unit_vector(hessian.compressed_size(), lanczos);
  VectorXd last = pairs.vectors.col(0);
  std::optional<OutputHessian> moved;
  const Objective objective = [&](const Network& at) {
    moved.emplace(at, x);
    const LeadingPairs pair = moved->leading_near(last + aside);
    const double value = pair.values[0];
    last = pair.vectors.col(0);
    return Ascended{std::abs(value), [&, value] { return along(at, moved->expand(last), value); }};
  };
  std::vector<Displacement> starts;
  for (Index k = 0; k < pairs.values.size(); ++k) {
    starts.push_back(along(network, hessian.expand(pairs.vectors.col(k)), pairs.values[k]));
  }
  return ascend_in_ball(network, radius, objective, starts);
}

double ascended_kernel_change(const Network& network, const MatrixXd& inputs, double radius) {
  MovingKernel kernel(inputs);
  const MatrixXd start = kernel.at(network);
  const SymmetricPairs pairs = symmetric_eigenpairs(start);
  std::vector<Displacement> starts;
  const Index last = pairs.values.size() - 1;
  for (Index k = last; k >= std::max<Index>(0, last - 1); --k) {
    add_both_senses(starts, kernel.gradient(pairs.vectors.col(k), 1));
  }
  const Objective objective = [&](const Network& at) {
    const SymmetricPairs moved = symmetric_eigenpairs(kernel.at(at) - start);
    const bool falls = -moved.values[0] > moved.values[last];
    const Index leading = falls ? 0 : last;
    return Ascended{std::abs(moved.values[leading]),
                    [&kernel, falls, u = VectorXd(moved.vectors.col(leading))] {
                      return kernel.gradient(u, falls ? -1 : 1);
                    }};
  };
  return ascend_in_ball(network, radius, objective, starts);
}

double descended_smallest_eigenvalue(const Network& network, const MatrixXd& inputs,
                                     double radius) {
  MovingKernel kernel(inputs);
  const SymmetricPairs pairs = symmetric_eigenpairs(kernel.at(network));
  const double first = pairs.values[0];
  std::vector<Displacement> starts;
  for (Index k = 0; k < pairs.values.size(); ++k) {
    starts.push_back(kernel.gradient(pairs.vectors.col(k), -1));
  }
  const Objective objective = [&](const Network& at) {
    const SymmetricPairs moved = symmetric_eigenpairs(kernel.at(at));
    return Ascended{first - moved.values[0], [&kernel, u = VectorXd(moved.vectors.col(0))] {
                      return kernel.gradient(u, -1);
                    }};
  };
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
    return Ascended{std::abs(error), [&, error] {
                      Displacement change = weighted_gradient(at, x, one);
                      for (std::size_t layer = 0; layer < change.size(); ++layer) {
                        change[layer] -= gradient[layer];
                      }
                      return scaled(std::move(change), error < 0 ? -1 : 1);
                    }};
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
