#include <cmath>

#include "asymptest/claim/registry.hpp"
#include "verify/shared/ball_trials.hpp"

namespace asymptest::learning::optimisation::kernel_change_claim {
namespace {

constexpr double radius = 1;

/// A quarter of what would let one neuron's share of the kernel be of order one.
double growing_radius(const Point& at) { return std::sqrt(at["m"]) / 4; }

const Registered kernel_change{{
    .id = "tangent-kernel/kernel-change",
    .title = "Over a ball of fixed radius the tangent kernel moves by m^-1/2: one hidden layer",
    .statement = R"(\sup_{\lVert w - w_0 \rVert \le R} \lvert K(w) - K(w_0) \rvert
        = \Theta(m^{-1/2}), \quad K(w) = \lVert \nabla_w f(x; w) \rVert^2, \; R = 1)",
    .source = {"Liu, Zhu, Belkin 2020, arXiv:2010.01092", "Proposition 2.3 with Theorem 3.2"},
    .assumes = {"the worst point of the ball is taken", "the activation is smooth",
                "the radius does not grow with the width"},
    .sweep = {axis("m", "width").geometric(32, 2048).standard(65536)},
    .measure = {"exact supremum over the ball of |K(w) − K(w₀)| at one input", Polarity::exact,
                exact_kernel_change(Activation::tanh, fixed_radius(radius))},
    .predict = theta({{"m", -0.5}})
                   .within(0.05)
                   .rival(-1.0 / 3, "ReLU, whose gradient jumps")
                   .rival(-1, "a typical point of the ball")
                   .corrected_by(0.5,
                                 "Taylor's expansion: a gradient of length O(1/√m), then a "
                                 "Hessian of norm O(1/m)")
                   .because("a third of the gap to the nearest rival, -1/3"),
    .budget = {.first = 32, .quick = 1024, .cost = [](const Point& at) { return at["m"]; }},
    .controls = {{.name = "random-points",
                  .breaks = "the worst point of the ball is taken",
                  .expect = near(-1, 0.15),
                  .trial = sampled_kernel_change(radius),
                  .sweep = Sweep{axis("m", "width").geometric(32, 1024)},
                  .correction = Correction{0.5, "Edgeworth's expansion of a mean over the units"},
                  .remark = "sampling the ball measures another quantity: to a random direction "
                            "the gradient of K has a component of 1/√M only"},
                 {.name = "relu",
                  .breaks = "the activation is smooth",
                  .expect = near(-1.0 / 3, 0.1),
                  .trial = exact_kernel_change(Activation::relu, fixed_radius(radius)),
                  .sweep = Sweep{axis("m", "width").geometric(256, 16384)},
                  .remark = "m^2/3 neurons cross their kink, each for 1/m of K"},
                 {.name = "radius-grows-as-root-m",
                  .breaks = "the radius does not grow with the width",
                  .expect = near(0, 0.2).because(
                      "one neuron's output weight then reaches √m/4 and undoes the scale"),
                  .trial = exact_kernel_change(Activation::tanh, growing_radius),
                  .sweep = Sweep{axis("m", "width").geometric(32, 1024)}},
                 {.name = "lower-end",
                  .trial = exact_kernel_change(Activation::tanh, fixed_radius(radius), width_at,
                                               BracketEnd::lower),
                  .harmless = true,
                  .remark =
                      "the other end of the dual bracket, of which the claim takes the upper"},
                 {.name = "softplus",
                  .trial = exact_kernel_change(Activation::softplus, fixed_radius(radius)),
                  .harmless = true}},
    .remark = "The supremum is exact: K is a sum over the neurons, and so is |w − w₀|², so that "
              "Lagrange's dual gives it without a gap.",
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::kernel_change_claim
