#include "asymptest/claim/registry.hpp"
#include "learning/separable/shallow_view.hpp"
#include "learning/suprema/shallow_kernel_change.hpp"
#include "verify/shared/ball_trials.hpp"
#include "verify/shared/relu_kinks.hpp"

namespace asymptest::learning::optimisation::kernel_change_relu_claim {
namespace {

constexpr double radius = 1;

Eigen::VectorXd preactivations(const Point& at, const Stream& random) {
  const ShallowDraw draw =
      shallow_draw(width_at(at), Activation::relu, OutputWeights::signs, random);
  return shallow_view(draw.network, draw.input).preactivations;
}

double worst_change(const Point& at, Stream& random) {
  return relu_kernel_change(preactivations(at, random), radius);
}

double worst_change_of_tanh(const Point& at, Stream& random) {
  const ShallowDraw draw =
      shallow_draw(width_at(at), Activation::tanh, OutputWeights::signs, random);
  return shallow_kernel_change(draw.network, draw.input, radius).upper;
}

const Registered kernel_change_relu{{
    .id = "tangent-kernel/kernel-change-relu",
    .title = "Over a ball the tangent kernel of a ReLU network moves by m^-1/3",
    .statement = R"(\sigma = \text{ReLU} \implies \sup_{\lVert W - W_0 \rVert \le R}
        \lvert K(W) - K(W_0) \rvert = \Theta(m^{-1/3}), \quad R = 1)",
    .source = {"Liu, Zhu, Belkin 2020, arXiv:2010.01092",
               "Proposition 2.3, where its hypothesis of smoothness fails"},
    .assumes = {"the activation has a kink"},
    .sweep = {axis("m", "width").geometric(256, 16384).standard(1048576)},
    .measure = {"exact supremum over the ball of |K(W) − K(W₀)| at one input, output weights ±1, "
                "hidden layer trained",
                Polarity::exact, worst_change},
    .predict = theta({{"m", -1.0 / 3}})
                   .within(0.05)
                   .rival(-0.5, "a smooth activation")
                   .rival(-1.0 / 6, "the output's own distance from linearity")
                   .because("less than a third of the gap to either rival, 1/6"),
    .budget = {.first = 64, .quick = 1024, .cost = [](const Point& at) { return at["m"]; }},
    .controls = {{.name = "tanh",
                  .breaks = "the activation has a kink",
                  .expect = below(-0.4).because("a smooth σ moves K by its gradient, of length "
                                                "1/√m, times R"),
                  .trial = worst_change_of_tanh,
                  .sweep = Sweep{axis("m", "width").geometric(32, 512)},
                  .predict = theta({{"m", -1.0 / 3}})
                                 .within(0.02)
                                 .corrected_by(0.5, "Taylor's expansion")
                                 .because("an eighth of the gap to -1/2")}},
    .remark = "All neurons within ε of their kink cross it. They are mε and move by ε each, so "
              "mε³ = R², and each changes K by 1/m. `kernel-change` has the same with both layers "
              "trained for a control.",
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::kernel_change_relu_claim
