#include "deep_ball_trials.hpp"

#include <cmath>

#include "learning/kernels/tangent_kernel.hpp"
#include "learning/spectra/symmetric_eigenvalues.hpp"
#include "learning/suprema/ascended_suprema.hpp"
#include "learning/suprema/output_hessian_bound.hpp"

namespace asymptest::learning::optimisation {
namespace {

using Eigen::MatrixXd;

/// A supremum over the ball of a fresh network and `count` fresh inputs.
Trial over_ball(Family family, const Radius& radius, Eigen::Index count,
                std::function<double(const Network&, const MatrixXd& inputs, double radius,
                                     const Stream& random)>
                    supremum) {
  return [=](const Point& at, Stream& random) {
    const Network network = initialise(family(width_at(at)), random.substream("weights"));
    const MatrixXd inputs =
        sphere_points(network.architecture.widths[0], count, random.substream("input"));
    return supremum(network, inputs, radius(at), random);
  };
}

double kernel_bound(const Network& network, const MatrixXd& inputs, double radius) {
  const double drift = radius * output_hessian_bounds(network, inputs, radius).norm();
  const Eigen::VectorXd eigenvalues = symmetric_eigenvalues(tangent_kernel(network, inputs));
  return 2 * std::sqrt(eigenvalues[eigenvalues.size() - 1]) * drift + drift * drift;
}

}  // namespace

Family deep_family(int depth, std::function<void(Architecture&)> change) {
  return [=](Eigen::Index width) {
    Architecture architecture = uniform_architecture(input_dimension, width, depth);
    architecture.output_weights = OutputWeights::signs;
    change(architecture);
    return architecture;
  };
}

Trial ascended_hessian(Family family, const Radius& radius) {
  return over_ball(std::move(family), radius, 1,
                   [](const Network& network, const MatrixXd& x, double r, const Stream& random) {
                     return ascended_hessian_norm(network, x.col(0), r, random);
                   });
}

Trial bounded_hessian(Family family, const Radius& radius) {
  return over_ball(std::move(family), radius, 1,
                   [](const Network& network, const MatrixXd& x, double r, const Stream&) {
                     return output_hessian_bound(network, x.col(0), r);
                   });
}

Trial ascended_kernel(Family family, const Radius& radius) {
  return over_ball(std::move(family), radius, kernel_inputs,
                   [](const Network& network, const MatrixXd& x, double r, const Stream&) {
                     return ascended_kernel_change(network, x, r);
                   });
}

Trial bounded_kernel(Family family, const Radius& radius) {
  return over_ball(std::move(family), radius, kernel_inputs,
                   [](const Network& network, const MatrixXd& x, double r, const Stream&) {
                     return kernel_bound(network, x, r);
                   });
}

Trial ascended_linearisation(Family family, const Radius& radius) {
  return over_ball(std::move(family), radius, 1,
                   [](const Network& network, const MatrixXd& x, double r, const Stream& random) {
                     return ascended_linearisation_error(network, x.col(0), r, random);
                   });
}

Trial bounded_linearisation(Family family, const Radius& radius) {
  return over_ball(std::move(family), radius, 1,
                   [](const Network& network, const MatrixXd& x, double r, const Stream&) {
                     return r * r / 2 * output_hessian_bound(network, x.col(0), r);
                   });
}

}  // namespace asymptest::learning::optimisation
