#include <algorithm>

#include "asymptest/claim/registry.hpp"
#include "learning/curvature/output_hessian.hpp"
#include "verify/shared/random_networks.hpp"

namespace asymptest::learning::optimisation::hessian_norm_decay_claim {
namespace {

constexpr Eigen::Index narrow = 4;

/// Two hidden layers of tanh with output weights ±1, changed as the control says.
Trial with(const std::function<void(Architecture&)>& change) {
  return hessian_norm_of([change](Eigen::Index m) {
    Architecture architecture = uniform_architecture(input_dimension, m, 2);
    architecture.output_weights = OutputWeights::signs;
    change(architecture);
    return architecture;
  });
}

/// The largest norm over four inputs. With output weights ±1 a single neuron of the first layer
/// comes to lead near m = 512, so that no power of m holds before; with normal ones the layers'
/// mixed block leads throughout.
double largest_of_four_inputs(const Point& at, Stream& random) {
  Architecture architecture = uniform_architecture(input_dimension, at.count("m"), 2);
  architecture.output_weights = OutputWeights::normal;
  const Network network = initialise(architecture, random.substream("weights"));
  const auto inputs = sphere_points(input_dimension, 4, random.substream("input"));
  double largest = 0;
  for (Eigen::Index i = 0; i < inputs.cols(); ++i) {
    largest = std::max(largest, output_hessian_norm(network, inputs.col(i), random));
  }
  return largest;
}

Trial with_activation(Activation activation) {
  return with([=](Architecture& a) { a.activation = activation; });
}

Trial with_parametrisation(Parametrisation parametrisation) {
  return with([=](Architecture& a) { a.parametrisation = parametrisation; });
}

/// What also holds, or fails, at the widths of the quick tier needs no wider ones.
const Sweep uniform_sweep{axis("m", "width of both hidden layers").geometric(16, 512).full(8192)};

/// With a narrow layer the cost is linear in m, and larger widths are cheap.
const Sweep narrow_sweep{axis("m", "width of the wide layers").geometric(16, 2048)};

/// Where the part that doesn't vanish outweighs the part that does.
const Sweep wide_sweep{axis("m", "width of both hidden layers").geometric(64, 1024)};

const Registered hessian_norm_decay{{
    .id = "hessian/hessian-norm-decay",
    .title = "The Hessian of a wide network's output vanishes: two hidden layers",
    .statement = R"(\lVert \nabla^2_w f(x; w_0) \rVert_2 = \tilde O(m^{-1/2}))",
    .source = {"Liu, Zhu, Belkin 2020, arXiv:2010.01092", "Theorem 3.2, at the centre of the ball"},
    .assumes = {"every hidden layer is wide", "the output layer is linear",
                "the inner layers are scaled by the square root of their fan-in",
                "the scale multiplies the weights in the forward pass"},
    .sweep = {axis("m", "width of both hidden layers").geometric(16, 512).standard(8192)},
    .measure = {"spectral norm of the Hessian at initialisation, by Lanczos on its products",
                Polarity::exact, with([](Architecture&) {})},
    .predict = at_most({{"m", -0.5}})
                   .within(0.125)
                   .rival(0, "the Hessian doesn't vanish")
                   .rival(-0.25, "it vanishes at half the rate")
                   .because("half the gap to -1/4, half the proven rate"),
    .budget = {.first = 16,  // a trial of width 8192 takes seconds
               .quick = 1024,
               .standard = 2048,
               .cost = [](const Point& at) { return 2000 + at["m"] * at["m"]; }},
    .controls =
        {{.name = "nonlinear-output",
          .breaks = "the output layer is linear",
          .expect = near_within(0, -0.25, 0.25)
                        .because("softplus''(f)·|∇f|², of order one, beside a part that is as "
                                 "large at m = 32 and vanishes"),
          .trial = with([](Architecture& a) { a.output = Activation::softplus; }),
          .sweep = wide_sweep,
          .remark = "softplus(f) adds softplus''(f)·|∇f|², of order one; the linear part is as "
                    "large at m = 32, so that 0 is told from -1/4 and 1/2 but not more finely"},
         {.name = "bottleneck",
          .breaks = "every hidden layer is wide",
          .expect = near(0, 0.2).because(
              "the block of the narrow layer has entries of order one at any width"),
          .trial = with([](Architecture& a) {
            a.widths = {input_dimension, a.widths[1], narrow, a.widths[2]};
          }),
          .sweep = narrow_sweep},
         {.name = "narrow-first-layer",
          .breaks = "every hidden layer is wide",
          .expect = near(0, 0.2).because(
              "the block of the narrow layer has entries of order one at any width"),
          .trial = with([](Architecture& a) { a.widths[1] = narrow; }),
          .sweep = narrow_sweep},
         {.name = "narrow-last-layer",
          .breaks = "every hidden layer is wide",
          .expect = near(0, 0.2).because(
              "the block of the narrow layer has entries of order one at any width"),
          .trial = with([](Architecture& a) { a.widths[2] = narrow; }),
          .sweep = narrow_sweep},
         {.name = "standard-parametrisation",
          .breaks = "the scale multiplies the weights in the forward pass",
          .expect = near(0.5, 0.25).because("two layers lack their 1/√m: √m"),
          .trial = with_parametrisation(Parametrisation::standard),
          .sweep = Sweep{axis("m", "width of both hidden layers").geometric(32, 512)},
          .remark = "the scale is in the weights' law instead: √m for two hidden layers"},
         {.name = "outer-scale-only",
          .breaks = "the inner layers are scaled by the square root of their fan-in",
          .expect = near(0.5, 0.25).because("one layer lacks its 1/√m: √m"),
          .trial = with_parametrisation(Parametrisation::outer_only),
          .sweep = uniform_sweep,
          .remark = "f = v·σ(W₂σ(W₁x))/√m taken literally: √m"},
         {.name = "normal-outputs",
          .trial = with([](Architecture& a) { a.output_weights = OutputWeights::normal; }),
          .sweep = uniform_sweep,
          .harmless = true,
          .remark = "a factor √log m, hidden in the soft O, flattens the slope to about −0.46"},
         {.name = "four-inputs",
          .trial = largest_of_four_inputs,
          .sweep = uniform_sweep,
          .harmless = true,
          .remark = "the largest over a fixed number of inputs, output weights normal"},
         {.name = "softplus",
          .trial = with_activation(Activation::softplus),
          .sweep = uniform_sweep,
          .harmless = true},
         {.name = "erf",
          .trial = with_activation(Activation::erf),
          .sweep = uniform_sweep,
          .harmless = true},
         {.name = "three-hidden-layers",
          .trial = with([](Architecture& a) { a.widths.push_back(a.widths.back()); }),
          .sweep =
              Sweep{
                  axis("m", "width of the three hidden layers").geometric(16, 256).standard(8192)},
          .harmless = true}},
    .remark =
        "With output weights ±1 the logarithm shows late: the largest of the m second derivatives "
        "of the first layer, √(log m/m), overtakes the layers' mixed block near m = 512. Lanczos "
        "works in the compressed "
        "range aĥᵀ + δ̂bᵀ of each layer, so a product costs two passes through the network.",
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::hessian_norm_decay_claim
