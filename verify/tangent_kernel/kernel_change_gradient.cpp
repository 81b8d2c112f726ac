#include <cmath>

#include "asymptest/claim/registry.hpp"
#include "learning/kernels/kernel_form_gradient.hpp"
#include "learning/networks/gradient.hpp"
#include "learning/suprema/shallow_kernel_change.hpp"
#include "verify/shared/ball_trials.hpp"

namespace asymptest::learning::optimisation::kernel_change_gradient_claim {
namespace {

constexpr double radius = 1.0 / 32;

/// |∇K(w₀)| at one input, by the derivative of backpropagation.
double gradient_norm(const ShallowDraw& draw) {
  const ForwardPass pass = forward(draw.network, draw.input);
  return flatten(kernel_form_gradient(draw.network, pass, backward(draw.network, pass),
                                      Eigen::VectorXd::Ones(1)))
      .norm();
}

Trial change_over_gradient(Activation activation) {
  return [=](const Point& at, Stream& random) {
    const ShallowDraw draw = shallow_draw(width_at(at), activation, OutputWeights::normal, random);
    return shallow_kernel_change(draw.network, draw.input, radius).upper /
           (radius * gradient_norm(draw));
  };
}

const Registered kernel_change_gradient{{
    .id = "tangent-kernel/kernel-change-gradient",
    .title = "A small ball moves the tangent kernel by its radius times the kernel's gradient",
    .statement = R"(\lim_{R \to 0} \frac{\sup_{\lVert w - w_0 \rVert \le R}
        \lvert K(w) - K(w_0) \rvert}{R\, \lVert \nabla_w K(w_0) \rVert} = 1)",
    .source = {"Liu, Zhu, Belkin 2020, arXiv:2010.01092", "Proposition 2.3, by Taylor's expansion"},
    .assumes = {"the activation is smooth"},
    .sweep = {axis("m", "width").listed({64, 256, 1024})},
    .measure = {"exact supremum of |K(w) − K(w₀)| at one input over the ball of radius 1/32, over "
                "|∇K(w₀)|/32",
                Polarity::exact, change_over_gradient(Activation::tanh)},
    .predict =
        equals([](const Point&) { return 1.0; })
            .within(0.05)
            .because("the next term of Taylor's expansion is R/2 times the kernel's largest block, "
                     "21/m at the weight 2.4 of 64, over the gradient's length, 1.6/√m: 0.026 at "
                     "m = 64 if all went to that unit"),
    .budget = {.first = 32, .quick = 256, .cost = [](const Point& at) { return 100 + at["m"]; }},
    .controls =
        {{.name = "relu",
          .breaks = "the activation is smooth",
          .expect =
              near_within(8.3, 7, 10)
                  .because(
                      "units within t|v| of their kink, mt³ = 4.7R², change K by 1.07 (R²/m)^1/3, "
                      "and |∇K| = 2/√m: 0.53 (m/R²)^1/6 = 8.5 for 1 on either side; the larger of "
                      "rise and fall is 9.6 % more, as the 34 units of each vary by 17 %: 9.3 for "
                      "1. "
                      "Of the next order, a share (R²/m)^1/6 = 1/16, nothing more is known"),
          .trial = change_over_gradient(Activation::relu),
          .sweep = Sweep{axis("m", "width").listed({16384})}},
         {.name = "softplus",
          .trial = change_over_gradient(Activation::softplus),
          .harmless = true,
          .remark = "as smooth, and neither odd nor bounded: both layers' parts of the "
                    "gradient point one way, and neither can stand for the whole"}},
    .remark =
        "The constant that `kernel-change` and `kernel-change-radius` leave open. The gradient "
        "comes from backpropagation and its derivative, the supremum from a sum over units.",
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::kernel_change_gradient_claim
