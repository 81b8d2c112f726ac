#include "asymptest/claim/registry.hpp"
#include "verify/shared/ball_trials.hpp"

namespace asymptest::learning::optimisation::kernel_change_radius_claim {
namespace {

constexpr Eigen::Index width = 1024;

Trial of_inverse_radius(Activation activation, BracketEnd end = BracketEnd::upper) {
  return exact_kernel_change(
      activation, [](const Point& at) { return 1 / at["q"]; }, [](const Point&) { return width; },
      end);
}

const Registered kernel_change_radius{{
    .id = "tangent-kernel/kernel-change-radius",
    .title = "The tangent kernel's change over a ball is proportional to the ball's radius",
    .statement = R"(\sup_{\lVert w - w_0 \rVert \le R} \lvert K(w) - K(w_0) \rvert = \Theta(R),
        \quad R = 1/q)",
    .source = {"Liu, Zhu, Belkin 2020, arXiv:2010.01092", "Proposition 2.3"},
    .assumes = {"the activation is smooth"},
    .sweep = {axis("q", "inverse of the ball's radius").geometric(1, 64)},
    .measure = {"exact supremum over the ball of |K(w) − K(w₀)| at one input, width 1024",
                Polarity::exact, of_inverse_radius(Activation::tanh)},
    .predict = theta({{"q", -1}})
                   .within(0.1)
                   .rival(-2.0 / 3, "ReLU, whose gradient jumps")
                   .rival(-2, "a kernel at a stationary point")
                   .corrected_by(1, "Taylor's expansion in R")
                   .because("a third of the gap to the nearest rival, -2/3"),
    .budget = {.first = 32, .quick = 4096},
    .controls = {{.name = "relu",
                  .breaks = "the activation is smooth",
                  .expect = near_within(-2.0 / 3, -5.0 / 6, -1.0 / 3)
                                .because("(Rm)^(2/3) neurons cross their kink: -2/3 while they are "
                                         "many, towards -1/3, of the root of that count, by which "
                                         "the two signs' differ, as they are few; half of the way "
                                         "to -1, of those that keep their side"),
                  .trial = of_inverse_radius(Activation::relu)},
                 {.name = "lower-end",
                  .trial = of_inverse_radius(Activation::tanh, BracketEnd::lower),
                  .harmless = true,
                  .remark =
                      "the other end of the dual bracket, of which the claim takes the upper"}},
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::kernel_change_radius_claim
