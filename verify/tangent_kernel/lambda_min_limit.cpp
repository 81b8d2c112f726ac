#include <cmath>

#include "asymptest/claim/registry.hpp"
#include "learning/kernels/infinite_width_kernel.hpp"
#include "learning/spectra/symmetric_eigenvalues.hpp"
#include "verify/shared/random_networks.hpp"

namespace asymptest::learning::optimisation::lambda_min_limit_claim {
namespace {

constexpr Eigen::Index dimension = 8, samples = 6;

struct Variant {
  Activation activation = Activation::erf;
  int depth = 1;
  TrainedLayers in_the_limit = TrainedLayers::all;
  bool copies = false;  ///< groups of about √m neurons share their weights
};

/// Replaces each group of `size` neurons of a hidden layer by copies of its first.
void copy_neurons(Network& network, Eigen::Index size) {
  Eigen::MatrixXd &hidden = network.weights[0], &output = network.weights[1];
  for (Eigen::Index i = 0; i < hidden.rows(); ++i) {
    hidden.row(i) = hidden.row(i - i % size);
    output.col(i) = output.col(i - i % size);
  }
}

Trial squared_difference(Variant variant) {
  return [=](const Point& at, Stream& random) {
    Architecture architecture = uniform_architecture(dimension, at.count("m"), variant.depth);
    architecture.activation = variant.activation;
    Network network = initialise(architecture, random.substream("weights"));
    if (variant.copies) copy_neurons(network, std::lround(std::sqrt(at["m"])));
    const auto inputs = sphere_points(dimension, samples, random.substream("inputs"));
    const double limit = smallest_eigenvalue(
        infinite_width_kernel(variant.activation, variant.depth, inputs, variant.in_the_limit));
    return std::pow(smallest_eigenvalue(tangent_kernel(network, inputs)) - limit, 2);
  };
}

const Registered lambda_min_limit{{
    .id = "tangent-kernel/lambda-min-limit",
    .title = "The smallest eigenvalue of the tangent kernel approaches its infinite-width value",
    .statement = R"(\mathbb{E}\bigl(\lambda_{\min}(K(w_0)) - \lambda_{\min}(K_\infty)\bigr)^2
        = \Theta(m^{-1}))",
    .source = {"Jacot, Gabriel, Hongler 2018, arXiv:1806.07572",
               "Theorem 1, with the fluctuation of an average of m neurons"},
    .assumes = {"the limit counts every trained layer", "the neurons are independent"},
    .sweep = {axis("m", "width").geometric(32, 1024).standard(16384)},
    .measure = {"squared difference of the smallest eigenvalues, 6 points on the sphere in R^8",
                Polarity::exact, squared_difference({})},
    .predict = theta({{"m", -1}})
                   .within(0.15)
                   .corrected_by(1, "second-order perturbation of an eigenvalue: relative O(1/m)")
                   .rival(-0.5, "fluctuations of √m independent groups")
                   .rival(-2, "a bias of order 1/m without fluctuation")
                   .because("less than a third of the gap to the nearest rival, -1/2"),
    .budget = {.first = 256, .quick = 16384, .cost = [](const Point& at) { return 32 + at["m"]; }},
    .controls = {{.name = "limit-without-output-layer",
                  .breaks = "the limit counts every trained layer",
                  .expect = near(0, 0.25).because(
                      "the missing part is a difference of order one at any width"),
                  .trial = squared_difference({.in_the_limit = TrainedLayers::hidden_only})},
                 {.name = "copied-neurons",
                  .breaks = "the neurons are independent",
                  .expect =
                      near(-0.5, 0.25).because("√m independent groups: their variance is m^(-1/2)"),
                  .trial = squared_difference({.copies = true}),
                  .sweep = Sweep{axis("m", "width").geometric(16, 4096, 4)}},
                 {.name = "relu",
                  .trial = squared_difference({.activation = Activation::relu}),
                  .harmless = true,
                  .remark = "arc-cosine kernels in place of the arcsine"},
                 {.name = "two-hidden-layers",
                  .trial = squared_difference({.depth = 2}),
                  .sweep = Sweep{axis("m", "width").geometric(16, 256)},
                  .harmless = true}},
    .remark = "The fluctuation is that of one number, uᵀK(w₀)u with u the bottom eigenvector of "
              "the limit, an average over the neurons.",
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::lambda_min_limit_claim
