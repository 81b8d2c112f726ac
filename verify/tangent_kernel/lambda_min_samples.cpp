#include <cmath>

#include "asymptest/claim/registry.hpp"
#include "learning/kernels/infinite_width_kernel.hpp"
#include "learning/spectra/symmetric_eigenvalues.hpp"
#include "verify/shared/random_networks.hpp"

namespace asymptest::learning::optimisation::lambda_min_samples_claim {
namespace {

using Eigen::MatrixXd;

constexpr Eigen::Index dimension = 3;

Trial eigenvalue(Activation activation) {
  return [=](const Point& at, Stream& random) {
    const MatrixXd inputs = sphere_points(dimension, at.count("n"), random.substream("inputs"));
    return smallest_eigenvalue(infinite_width_kernel(activation, 1, inputs));
  };
}

const Registered lambda_min_samples{{
    .id = "tangent-kernel/lambda-min-samples",
    .title = "With ReLU the kernel's smallest eigenvalue falls with the number of inputs",
    .statement = R"(\lambda_{\min}(K_\infty) = \Theta\bigl(n^{-2/(d-1)}\bigr)
        \text{ for } n \text{ independent points of the sphere in } \mathbb{R}^d,
        \quad d = 3)",
    .source = {"Du, Zhai, Poczos, Singh 2019, arXiv:1810.02054",
               "the assumption that no two inputs are parallel, made quantitative in n"},
    .assumes = {"the activation has a kink"},
    .sweep = {axis("n", "inputs").geometric(16, 128).standard(1024)},
    .measure = {"smallest eigenvalue of K∞, one hidden layer of ReLU, inputs on the sphere in R³",
                Polarity::exact, eigenvalue(Activation::relu)},
    .predict = theta({{"n", -1}})
                   .of(Summary::geometric_mean)
                   .within(0.2)
                   .rival(-0.5, "the typical spacing of n points")
                   .rival(0, "an eigenvalue that doesn't know of n")
                   .corrected_by(1, "the arc-cosine kernels, expanded in the angle n^-1")
                   .because("less than half the gap to the nearest rival"),
    .budget = {.first = 64,
               .quick = 2048,
               .cost = [](const Point& at) { return 1000 + std::pow(at["n"], 2.5); }},
    .controls = {{.name = "erf",
                  .breaks = "the activation has a kink",
                  .expect =
                      below(-2).because("an analytic kernel's eigenvalues fall faster than any "
                                        "power"),
                  .trial = eigenvalue(Activation::erf),
                  .sweep = Sweep{axis("n", "inputs").geometric(8, 64)}}},
    .remark = "The closest pair of n points, up to their sign, is at the angle n^-2/(d-1), and "
              "`lambda-min-separation-relu` is proportional to it.",
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::lambda_min_samples_claim
