#include "asymptest/claim/registry.hpp"
#include "verify/shared/ball_trials.hpp"

namespace asymptest::learning::optimisation::linearisation_radius_claim {
namespace {

constexpr Eigen::Index width = 512;

Trial of_inverse_radius(Activation activation, Eigen::Index neurons,
                        BracketEnd end = BracketEnd::upper) {
  return exact_linearisation_error(
      activation, OutputWeights::normal, [](const Point& at) { return 1 / at["q"]; },
      [=](const Point&) { return neurons; }, end);
}

const Registered linearisation_radius{{
    .id = "linearisation/linearisation-radius",
    .title = "Up to a radius of 1/2 the error of linearisation grows as the radius squared",
    .statement = R"(\sup_{\lVert w - w_0 \rVert \le R} \lvert f(w) - f(w_0)
        - \nabla f(w_0)^\top (w - w_0) \rvert = \Theta(R^2), \quad R = 1/q \le 1/2)",
    .source = {"Liu, Zhu, Belkin 2020, arXiv:2010.01092", "section 2, equation 4"},
    .assumes = {"the activation is smooth"},
    .sweep = {axis("q", "inverse of the ball's radius").geometric(2, 128)},
    .measure = {"exact supremum over the ball of |f − f_lin| at one input, width 512",
                Polarity::exact, of_inverse_radius(Activation::tanh, width)},
    .predict = theta({{"q", -2}})
                   .within(0.2)
                   .rival(-4.0 / 3, "ReLU, whose gradient jumps")
                   .rival(-3, "a network without a Hessian at w₀")
                   .corrected_by(1, "Taylor's expansion in R")
                   .because("less than a third of the gap to the nearest rival, -4/3"),
    .budget = {.first = 32, .quick = 1024},
    .controls = {{.name = "relu",
                  .breaks = "the activation is smooth",
                  .expect = near(-4.0 / 3, 0.2),
                  .trial = of_inverse_radius(Activation::relu, 64 * width),
                  .sweep = Sweep{axis("q", "inverse of the ball's radius").geometric(2, 32)},
                  .remark = "(Rm)^2/3 neurons cross their kink by (R²/m)^1/3 each"},
                 {.name = "lower-end",
                  .trial = of_inverse_radius(Activation::tanh, width, BracketEnd::lower),
                  .harmless = true,
                  .remark =
                      "the other end of the dual bracket, of which the claim takes the upper"}},
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::linearisation_radius_claim
