#include "asymptest/claim/registry.hpp"
#include "learning/separable/shallow_view.hpp"
#include "verify/shared/ball_trials.hpp"
#include "verify/shared/relu_kinks.hpp"

namespace asymptest::learning::optimisation::linearisation_relu_claim {
namespace {

constexpr double radius = 0.5;

double worst_error(const Point& at, Stream& random) {
  const ShallowDraw draw =
      shallow_draw(width_at(at), Activation::relu, OutputWeights::signs, random);
  const ShallowView view = shallow_view(draw.network, draw.input);
  return relu_linearisation_error(view.preactivations, view.output_weights, radius);
}

const Registered linearisation_relu{{
    .id = "linearisation/linearisation-relu",
    .title = "A wide ReLU network is linear over a ball to m^-1/6 only",
    .statement = R"(\sigma = \text{ReLU} \implies \sup_{\lVert W - W_0 \rVert \le R}
        \lvert f(W) - f(W_0) - \nabla f(W_0)^\top (W - W_0) \rvert = \Theta(m^{-1/6}),
        \quad R = 1/2)",
    .source = {"Liu, Zhu, Belkin 2020, arXiv:2010.01092",
               "section 2, where its hypothesis of smoothness fails"},
    .assumes = {"the activation has a kink"},
    .sweep = {axis("m", "width").geometric(256, 16384).standard(1048576)},
    .measure = {"exact supremum over the ball of |f − f_lin| at one input, output weights ±1, "
                "hidden layer trained",
                Polarity::exact, worst_error},
    .predict = theta({{"m", -1.0 / 6}})
                   .within(0.05)
                   .rival(-0.5, "a smooth activation")
                   .rival(0, "no linearity at all")
                   .because("less than a third of the gap to the nearest rival, 0"),
    .budget = {.first = 64, .quick = 1024, .cost = [](const Point& at) { return at["m"]; }},
    .controls = {{.name = "tanh",
                  .breaks = "the activation has a kink",
                  .expect = near(-0.5, 0.08)
                                .because("Taylor's remainder with a Hessian of norm "
                                         "1/√m"),
                  .trial = exact_linearisation_error(Activation::tanh, OutputWeights::signs,
                                                     fixed_radius(radius)),
                  .sweep = Sweep{axis("m", "width").geometric(64, 512)}}},
    .remark = "Of one sign of the output weight, all neurons within ε of their kink cross it. They "
              "are mε and move by ε each, so mε³ = R², and each gains ε/√m. `linearisation-rate` "
              "has the same with both layers trained for a control.",
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::linearisation_relu_claim
