#include <algorithm>
#include <cmath>

#include "asymptest/claim/registry.hpp"
#include "learning/curvature/shallow_hessian.hpp"
#include "verify/shared/random_networks.hpp"

namespace asymptest::learning::optimisation::hessian_norm_decay_ball_claim {
namespace {

/// The largest over `count` inputs.
Trial supremum_within(const std::function<double(double m)>& radius,
                      Activation activation = Activation::tanh, Eigen::Index count = 1) {
  return [=](const Point& at, Stream& random) {
    Architecture architecture = uniform_architecture(input_dimension, at.count("m"), 1);
    architecture.activation = activation;
    const Network network = initialise(architecture, random.substream("weights"));
    const auto inputs = sphere_points(input_dimension, count, random.substream("input"));
    double largest = 0;
    for (Eigen::Index i = 0; i < count; ++i) {
      largest =
          std::max(largest, shallow_hessian_supremum(network, inputs.col(i), radius(at["m"])));
    }
    return largest;
  };
}

double one(double) { return 1; }

const Registered hessian_norm_decay_ball{{
    .id = "hessian/hessian-norm-decay-ball",
    .title = "The Hessian vanishes over a whole ball of fixed radius: one hidden layer",
    .statement = R"(\sup_{\lVert w - w_0 \rVert \le R} \lVert \nabla^2_w f(x; w) \rVert_2
        = \tilde O(m^{-1/2}), \quad R = 1)",
    .source = {"Liu, Zhu, Belkin 2020, arXiv:2010.01092", "Theorem 3.2"},
    .assumes = {"the radius does not grow with the width"},
    .sweep = {axis("m", "width").geometric(64, 8192).standard(1048576)},
    .measure = {"exact supremum over the ball of the Hessian's spectral norm", Polarity::exact,
                supremum_within(one)},
    .predict = at_most({{"m/log m", -0.5, width_less_logarithm}})
                   .within(0.125)
                   .rival(0, "the Hessian doesn't vanish")
                   .rival(-0.25, "it vanishes at half the rate")
                   .because("half the gap to -1/4, half the proven rate"),
    .budget = {.first = 32, .quick = 1024, .cost = [](const Point& at) { return at["m"]; }},
    .controls = {{.name = "radius-grows-as-root-m",
                  .breaks = "the radius does not grow with the width",
                  .expect = near(0, 0.25),
                  .trial = supremum_within([](double m) { return std::sqrt(m); }),
                  .remark = "one neuron's output weight then reaches √m and undoes the scale"},
                 {.name = "four-inputs",
                  .trial = supremum_within(one, Activation::tanh, 4),
                  .harmless = true,
                  .remark = "the largest over a fixed number of inputs"},
                 {.name = "softplus",
                  .trial = supremum_within(one, Activation::softplus),
                  .harmless = true},
                 {.name = "erf", .trial = supremum_within(one, Activation::erf), .harmless = true}},
    .remark = "Exact because it is best to spend the whole radius on one neuron. Sampling the ball "
              "would give a lower bound, which can't support 'at most'.",
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::hessian_norm_decay_ball_claim
