#include "asymptest/claim/registry.hpp"
#include "learning/kernels/infinite_width_kernel.hpp"
#include "learning/spectra/symmetric_eigenvalues.hpp"
#include "verify/shared/random_networks.hpp"

namespace asymptest::learning::optimisation::lambda_min_limit_positive_claim {
namespace {

using Eigen::MatrixXd;

constexpr Eigen::Index dimension = 8, samples = 6;

/// λ_min of the network's kernel on the inputs as `spoil` leaves them, over λ_min(K∞) on the
/// inputs before.
Trial ratio(Activation activation, const std::function<void(MatrixXd&)>& spoil, int depth = 1) {
  return [=](const Point& at, Stream& random) {
    MatrixXd inputs = sphere_points(dimension, samples, random.substream("inputs"));
    const double limit = smallest_eigenvalue(infinite_width_kernel(activation, depth, inputs));
    spoil(inputs);
    Architecture architecture = uniform_architecture(inputs.rows(), at.count("m"), depth);
    architecture.activation = activation;
    const Network network = initialise(architecture, random.substream("weights"));
    return smallest_eigenvalue(tangent_kernel(network, inputs)) / limit;
  };
}

Trial pair_related_by(Activation activation, double factor) {
  return ratio(activation, [=](MatrixXd& inputs) { inputs.col(1) = factor * inputs.col(0); });
}

void leave(MatrixXd&) {}

const Registered lambda_min_limit_positive{{
    .id = "tangent-kernel/lambda-min-limit-positive",
    .title = "The smallest eigenvalue of the tangent kernel is of order one in the width",
    .statement = R"(\lambda_{\min}(K(w_0)) = \Omega(1), \text{ namely }
        \mathbb{E}\,\lambda_{\min}(K(w_0)) / \lambda_{\min}(K_\infty) \to 1)",
    .source = {"Liu, Zhu, Belkin 2022, arXiv:2003.00307", "section 4; the source says O(1)"},
    .assumes = {"no two inputs are equal", "no two inputs are antipodal, for odd activations",
                "no two inputs are parallel, for homogeneous activations",
                "the inputs span more than a line"},
    .sweep = {axis("m", "width").geometric(1024, 8192).standard(65536)},
    .measure = {"smallest eigenvalue over its infinite-width value, 6 points on the sphere in R^8",
                Polarity::exact, ratio(Activation::erf, leave)},
    .predict = equals([](const Point&) { return 1.0; })
                   .within(0.1)
                   .rival(-1, "a kernel that is singular at every width")
                   .because("a tenth of the gap to the rival; the bias, of order 1/m, is smaller"),
    .budget = {.first = 64, .quick = 512, .cost = [](const Point& at) { return at["m"]; }},
    .controls = {{.name = "duplicated-inputs",
                  .breaks = "no two inputs are equal",
                  .expect = near(-1, 0.01).because("two equal columns: λ_min = 0"),
                  .trial = pair_related_by(Activation::erf, 1)},
                 {.name = "antipodal-inputs",
                  .breaks = "no two inputs are antipodal, for odd activations",
                  .expect = near(-1, 0.01).because(
                      "f(−x) = −f(x) for odd σ: two columns that differ by their sign, λ_min = 0"),
                  .trial = pair_related_by(Activation::erf, -1)},
                 {.name = "parallel-inputs",
                  .breaks = "no two inputs are parallel, for homogeneous activations",
                  .expect = near(-1, 0.01).because(
                      "f(2x) = 2f(x) for ReLU: two parallel columns, λ_min = 0"),
                  .trial = pair_related_by(Activation::relu, 2)},
                 {.name = "one-dimensional-relu",
                  .breaks = "the inputs span more than a line",
                  .expect = near(-1, 0.01),
                  .trial = ratio(Activation::relu,
                                 [](MatrixXd& inputs) { inputs = inputs.topRows(1).eval(); }),
                  .remark = "x⁺ and x⁻ span every feature: rank at most 2"},
                 {.name = "relu", .trial = ratio(Activation::relu, leave), .harmless = true}},
    .remark = "No biases anywhere: with them the antipodal and the parallel pair would do no harm.",
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::lambda_min_limit_positive_claim
