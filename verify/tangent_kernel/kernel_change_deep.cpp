#include "asymptest/claim/registry.hpp"
#include "verify/shared/deep_ball_trials.hpp"

namespace asymptest::learning::optimisation::kernel_change_deep_claim {
namespace {

constexpr double radius = 0.5;
constexpr Eigen::Index narrow = 4;

Trial bounded(int depth) { return bounded_kernel(deep_family(depth), fixed_radius(radius)); }

Trial ascended(
    int depth, std::function<void(Architecture&)> change = [](Architecture&) {}) {
  return ascended_kernel(deep_family(depth, std::move(change)), fixed_radius(radius));
}

/// Of the controls: an ascended supremum can refute an upper bound on the supremum.
Control violates(Control control) {
  control.predict = at_most({{"m", -0.5}})
                        .within(0.125)
                        .rival(0, "the kernel changes by a constant")
                        .rival(-0.25, "half the rate")
                        .because("half the gap to -1/4, half the proven rate");
  return control;
}

const Registered kernel_change_upper{{
    .id = "tangent-kernel/kernel-change-deep-upper",
    .title =
        "Over a ball the tangent kernel's matrix moves by at most Õ(m^-1/2): a certified bound",
    .statement = R"(\sup_{\lVert w - w_0 \rVert \le R} \lVert K(w) - K(w_0) \rVert_2
        \le 2 \lVert J(w_0) \rVert R U + R^2 U^2 = \tilde O(m^{-1/2}), \quad
        U^2 = \sum_i U_i(w_0, R)^2, \; R = 1/2)",
    .source = {"Liu, Zhu, Belkin 2020, arXiv:2010.01092", "Proposition 2.3 with Theorem 3.2"},
    .assumes = {"every hidden layer is wide"},
    .sweep = {axis("m", "width of both hidden layers").geometric(64, 512).standard(4096)},
    .measure = {"certified upper bound of the supremum of |K(w) − K(w₀)|₂, four inputs",
                Polarity::upper_bound, bounded(2)},
    .predict = at_most({{"m/log m", -0.5, width_less_logarithm}})
                   .within(0.125)
                   .rival(0, "the kernel's change doesn't vanish")
                   .rival(-0.25, "half the rate")
                   .because("half the gap to -1/4, half the proven rate"),
    .budget = {.first = 16,
               .quick = 512,
               .standard = 512,
               .cost = [](const Point& at) { return 1000 + at["m"] * at["m"]; }},
    .controls = {{.name = "narrow-last-layer",
                  .breaks = "every hidden layer is wide",
                  .trial =
                      bounded_kernel(deep_family(2, [](Architecture& a) { a.widths[2] = narrow; }),
                                     fixed_radius(radius)),
                  .remark = "the bound of a narrow layer's block doesn't fall with the width; an "
                            "upper bound can't refute by that",
                  .stopped_by = Polarity::upper_bound}},
    .remark = "With U_i the bound of `hessian-norm-decay-ball-deep-upper` at the input i. An upper "
              "bound can't be refuted by being large: the controls stand beside the ascended "
              "supremum, its lower twin.",
}};

const Registered kernel_change_lower{{
    .id = "tangent-kernel/kernel-change-deep-lower",
    .title = "The worst point of a ball moves the tangent kernel's matrix by no less than m^-1/2",
    .statement = R"(\sup_{\lVert w - w_0 \rVert \le R} \lVert K(w) - K(w_0) \rVert_2
        = \Omega(m^{-1/2}), \quad R = 1/2)",
    .source = {"Liu, Zhu, Belkin 2020, arXiv:2010.01092", "Proposition 2.3, tightness"},
    .assumes = {"every hidden layer is wide", "the output layer is linear",
                "the inner layers are scaled by the square root of their fan-in"},
    .sweep = {axis("m", "width of both hidden layers").geometric(16, 128).standard(512)},
    .measure = {"spectral norm of K(w) − K(w₀) at the point that ascent finds, four inputs",
                Polarity::lower_bound, ascended(2)},
    .predict = at_least({{"m", -0.5}})
                   .within(0.25)
                   .rival(-1, "a typical point of the ball")
                   .because("half the gap to -1"),
    .budget = {.first = 24,
               .quick = 3072,
               .standard = 3072,
               .cost = [](const Point& at) { return 2000 + at["m"] * at["m"]; }},
    .controls =
        {violates({.name = "nonlinear-output",
                   .breaks = "the output layer is linear",
                   .expect = above(-0.45).because("the rate of a linear output, -1/2, is excluded"),
                   .trial = ascended(2, [](Architecture& a) { a.output = Activation::softplus; }),
                   .sweep = Sweep{axis("m", "width of both hidden layers").geometric(8, 128)},
                   .remark = "softplus''(f)·|∇f|² moves it by as much at any width"}),
         violates(
             {.name = "bottleneck",
              .breaks = "every hidden layer is wide",
              .expect = above(-0.25).because(
                  "the kernel of a layer of four neurons moves by as much at any width"),
              .trial = ascended(2,
                                [](Architecture& a) {
                                  a.widths = {input_dimension, a.widths[1], narrow, a.widths[2]};
                                }),
              .sweep = Sweep{axis("m", "width of the wide layers").geometric(8, 256)}}),
         violates({.name = "outer-scale-only",
                   .breaks = "the inner layers are scaled by the square root of their fan-in",
                   .expect = above(-0.25),
                   .trial = ascended(2,
                                     [](Architecture& a) {
                                       a.parametrisation = Parametrisation::outer_only;
                                       a.activation = Activation::softplus;
                                     }),
                   .remark = "with softplus, since tanh saturates at preactivations of √m"}),
         {.name = "one-hidden-layer", .trial = ascended(1), .harmless = true}},
    .remark =
        "With `kernel-change-deep-upper` the supremum is enclosed from both sides; for one hidden "
        "layer and one input `kernel-change` has it exactly. An ascended supremum can "
        "support 'at least' and refute 'at most': the controls are held against the latter.",
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::kernel_change_deep_claim
