#include <cmath>

#include "asymptest/claim/registry.hpp"
#include "learning/curvature/shallow_hessian.hpp"
#include "verify/shared/random_networks.hpp"

namespace asymptest::learning::optimisation::hessian_norm_decay_exact_claim {
namespace {

constexpr Eigen::Index dimension = 2;

/// √m times the norm, one hidden layer of tanh and an input of length `stretch`·√d.
double scaled_norm(const Point& at, Stream& random, OutputWeights outputs, TrainedLayers trained,
                   double stretch) {
  Architecture architecture = uniform_architecture(dimension, at.count("m"), 1);
  architecture.output_weights = outputs;
  const Network network = initialise(architecture, random.substream("weights"));
  const auto x = sphere_points(dimension, 1, random.substream("input"));
  return std::sqrt(at["m"]) * shallow_hessian_norm(network, stretch * x.col(0), trained);
}

Trial variant(OutputWeights outputs, TrainedLayers trained, double stretch) {
  return [=](const Point& at, Stream& random) {
    return scaled_norm(at, random, outputs, trained, stretch);
  };
}

/// σ = 1 − 2/(1 + e^2z), differentiated by hand: the law shares no derivative with what is
/// measured.
ActivationJet of_tanh(double z) {
  const double rest = 2 / (1 + std::exp(2 * z));  // 1 − σ
  return {1 - rest, rest * (2 - rest), 2 * rest * (2 - rest) * (rest - 1)};
}

double law(const Point& at) {
  static const ShallowHessianLaw tabulated(of_tanh);
  return tabulated.expected_maximum(at["m"]);
}

const Sweep short_sweep{axis("m", "width").geometric(64, 1024)};

const Registered hessian_norm_decay_exact{{
    .id = "hessian/hessian-norm-decay-exact",
    .title = "The Hessian norm of one hidden layer follows its exact law at every width",
    .statement = R"(\sqrt m\, \mathbb{E} \lVert \nabla^2_w f(x; w_0) \rVert_2
        = \int_0^\infty \bigl(1 - F(y)^m\bigr) dy, \quad
        F \text{ the law of } \tfrac12\bigl(|a| + \sqrt{a^2 + 4b^2}\bigr),\;
        a = v\,\sigma''(z),\; b = \sigma'(z),\; v, z \sim N(0, 1))",
    .source = {"Liu, Zhu, Belkin 2020, arXiv:2010.01092", "section 3.1, made exact"},
    .assumes = {"the output weights are standard normal", "all layers are parameters",
                "the input has |x|² = d"},
    .sweep = {axis("m", "width").geometric(64, 65536).standard(1048576)},
    .measure = {"√m times the spectral norm of the Hessian at initialisation, block by block",
                Polarity::exact, variant(OutputWeights::normal, TrainedLayers::all, 1)},
    .predict = equals(law)
                   .within(0.02)
                   .rival(-0.04, "the law of the hidden layer's block alone, at m = 65536")
                   .because("half the gap to the nearest rival law, that of |a| alone"),
    .budget = {.first = 64,
               .quick = 1024,
               .standard = 2048,
               .cost = [](const Point& at) { return at["m"]; }},
    .controls =
        {{.name = "sign-outputs",
          .breaks = "the output weights are standard normal",
          .expect = near(-0.508, 0.05)
                        .because("the block norm is bounded by 1.2408, which the law, growing as "
                                 "√log m, exceeds by 2.03 at m = 1024"),
          .trial = variant(OutputWeights::signs, TrainedLayers::all, 1),
          .sweep = short_sweep},
         {.name = "output-layer-fixed",
          .breaks = "all layers are parameters",
          .expect =
              near_within(-0.135, -0.18, -0.06)
                  .because("the law of |a| alone: 0.87 of the whole at m = 64, 0.93 at m = 1024"),
          .trial = variant(OutputWeights::normal, TrainedLayers::hidden_only, 1),
          .sweep = short_sweep},
         {.name = "longer-input",
          .breaks = "the input has |x|² = d",
          .expect = near(2.5, 0.4).because("the block of 4a and 2b at a z of twice the size: 3.3 "
                                           "times the law at m = 64, 3.6 times at m = 1024"),
          .trial = variant(OutputWeights::normal, TrainedLayers::all, 2),
          .sweep = short_sweep}},
    .remark = "The constant is tested, not a slope: the maximum of m normals makes the slope drift "
              "from −0.42 to −0.46 over these widths. The unit tests hold the block formula "
              "against the whole Hessian.",
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::hessian_norm_decay_exact_claim
