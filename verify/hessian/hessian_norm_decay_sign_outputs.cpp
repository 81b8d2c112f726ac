#include "asymptest/claim/registry.hpp"
#include "learning/curvature/shallow_hessian.hpp"
#include "verify/shared/random_networks.hpp"

namespace asymptest::learning::optimisation::hessian_norm_decay_sign_outputs_claim {
namespace {

Trial with_nonlinear_output() {
  return hessian_norm_of([](Eigen::Index m) {
    Architecture architecture = uniform_architecture(input_dimension, m, 1);
    architecture.output_weights = OutputWeights::signs;
    architecture.output = Activation::softplus;
    return architecture;
  });
}

Trial shallow(Parametrisation parametrisation) {
  return [=](const Point& at, Stream& random) {
    Architecture architecture = uniform_architecture(input_dimension, at.count("m"), 1);
    architecture.parametrisation = parametrisation;
    architecture.output_weights = OutputWeights::signs;
    const Network network = initialise(architecture, random.substream("weights"));
    const auto x = sphere_points(input_dimension, 1, random.substream("input"));
    return shallow_hessian_norm(network, x.col(0));
  };
}

const Registered hessian_norm_decay_sign_outputs{{
    .id = "hessian/hessian-norm-decay-sign-outputs",
    .title = "With output weights ±1 the Hessian norm decays as m^-1/2 without a logarithm",
    .statement = R"(v_i = \pm 1 \implies
        \mathbb{E} \lVert \nabla^2_w f(x; w_0) \rVert_2 = \Theta(m^{-1/2}))",
    .source = {"Liu, Zhu, Belkin 2020, arXiv:2010.01092", "section 3.1"},
    .assumes = {"the output is scaled by 1/√m",
                "the scale multiplies the weights in the forward pass",
                "the output layer is linear"},
    .sweep = {axis("m", "width").geometric(32, 4096).standard(65536)},
    .measure = {"spectral norm of the Hessian at initialisation, block by block", Polarity::exact,
                shallow(Parametrisation::ntk)},
    .predict = theta({{"m", -0.5}})
                   .within(0.02)
                   .rival(-0.46, "√(log m/m), the law of normal output weights, as it reads here")
                   .because("half the gap to the slope that a logarithm would show"),
    .controls = {{.name = "mean-field",
                  .breaks = "the output is scaled by 1/√m",
                  .expect = near(-1, 0.1).because("1/m for 1/√m"),
                  .trial = shallow(Parametrisation::mean_field)},
                 {.name = "standard-parametrisation",
                  .breaks = "the scale multiplies the weights in the forward pass",
                  .expect = near(0, 0.1).because("the scale of one layer is lost: √m more"),
                  .trial = shallow(Parametrisation::standard)},
                 {.name = "nonlinear-output",
                  .breaks = "the output layer is linear",
                  .expect = near(0, 0.25).because("softplus''(f)·|∇f|² is of order one"),
                  .trial = with_nonlinear_output()}},
    .remark = "The block norm is bounded for v = ±1, and its maximum is reached within O(1/m²) "
              "once many neurons are near the best z.",
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::hessian_norm_decay_sign_outputs_claim
