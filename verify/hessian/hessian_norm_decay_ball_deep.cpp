#include "asymptest/claim/registry.hpp"
#include "verify/shared/deep_ball_trials.hpp"

namespace asymptest::learning::optimisation::hessian_norm_decay_ball_deep_claim {
namespace {

constexpr double radius = 0.5;
constexpr Eigen::Index narrow = 4;

Trial bounded(int depth) { return bounded_hessian(deep_family(depth), fixed_radius(radius)); }

Trial ascended(
    int depth, std::function<void(Architecture&)> change = [](Architecture&) {}) {
  return ascended_hessian(deep_family(depth, std::move(change)), fixed_radius(radius));
}

Prediction vanishes() {
  return at_most({{"m", -0.5}})
      .within(0.125)
      .rival(0, "the Hessian doesn't vanish")
      .rival(-0.25, "it vanishes at half the rate")
      .because("half the gap to -1/4, half the proven rate");
}

/// Of the controls: an ascended supremum can refute an upper bound on the supremum.
Control violates(Control control) {
  control.predict = vanishes();
  return control;
}

const Registered hessian_norm_decay_ball_upper{{
    .id = "hessian/hessian-norm-decay-ball-deep-upper",
    .title = "The Hessian vanishes over a whole ball: a certified bound, two hidden layers",
    .statement = R"(\sup_{\lVert w - w_0 \rVert \le R} \lVert \nabla^2_w f(x; w) \rVert_2
        \le U(w_0, R) = \tilde O(m^{-1/2}), \quad R = 1/2)",
    .source = {"Liu, Zhu, Belkin 2020, arXiv:2010.01092", "Theorem 3.2"},
    .assumes = {"every hidden layer is wide"},
    .sweep = {axis("m", "width of both hidden layers").geometric(32, 512).standard(4096)},
    .measure = {"certified layerwise upper bound of the supremum over the ball",
                Polarity::upper_bound, bounded(2)},
    .predict = at_most({{"m/log m", -0.5, width_less_logarithm}})
                   .within(0.125)
                   .rival(0, "the bound doesn't vanish")
                   .rival(-0.25, "it vanishes at half the rate")
                   .because("half the gap to -1/4, half the proven rate"),
    .budget = {.first = 16,
               .quick = 512,
               .standard = 512,
               .cost = [](const Point& at) { return 1000 + at["m"] * at["m"]; }},
    .controls = {{.name = "narrow-last-layer",
                  .breaks = "every hidden layer is wide",
                  .trial =
                      bounded_hessian(deep_family(2, [](Architecture& a) { a.widths[2] = narrow; }),
                                      fixed_radius(radius)),
                  .remark = "the bound of a narrow layer's block doesn't fall with the width; an "
                            "upper bound can't refute by that",
                  .stopped_by = Polarity::upper_bound},
                 {.name = "three-hidden-layers",
                  .trial = bounded(3),
                  .harmless = true,
                  .remark = "each further layer loosens the bound's constant, not its rate"}},
    .remark = "An upper bound can't be refuted by being large: the controls stand beside the "
              "ascended supremum, its lower twin. The bound is about ten times the ascended value "
              "for two hidden layers, fifty times for three.",
}};

const Registered hessian_norm_decay_ball_lower{{
    .id = "hessian/hessian-norm-decay-ball-deep-lower",
    .title = "Over a ball the Hessian vanishes no faster than m^-1/2: ascended, two hidden layers",
    .statement = R"(\sup_{\lVert w - w_0 \rVert \le R} \lVert \nabla^2_w f(x; w) \rVert_2
        = \Omega(m^{-1/2}), \quad R = 1/2)",
    .source = {"Liu, Zhu, Belkin 2020, arXiv:2010.01092", "section 3.1, tightness"},
    .assumes = {"every hidden layer is wide", "the output layer is linear",
                "the inner layers are scaled by the square root of their fan-in"},
    .sweep = {axis("m", "width of both hidden layers").geometric(16, 128).standard(512)},
    .measure = {"supremum over the ball by ascent from many starts", Polarity::lower_bound,
                ascended(2)},
    .predict = at_least({{"m", -0.5}})
                   .within(0.2)
                   .rival(-1, "mean-field scaling")
                   .because("less than half the gap to the mean-field exponent -1"),
    .budget = {.first = 24,
               .quick = 512,
               .standard = 512,
               .cost = [](const Point& at) { return 2000 + at["m"] * at["m"]; }},
    .controls =
        {violates({.name = "nonlinear-output",
                   .breaks = "the output layer is linear",
                   .expect = near(0, 0.25).because("softplus''(f)·|∇f|² is of order one"),
                   .trial = ascended(2, [](Architecture& a) { a.output = Activation::softplus; }),
                   .sweep = Sweep{axis("m", "width of both hidden layers").geometric(16, 256)}}),
         violates(
             {.name = "narrow-last-layer",
              .breaks = "every hidden layer is wide",
              .expect = near(0, 0.25).because(
                  "the block of the narrow layer has entries of order one at any width"),
              .trial = ascended(2, [](Architecture& a) { a.widths[2] = narrow; }),
              .sweep = Sweep{axis("m", "width of the first hidden layer").geometric(16, 512)}}),
         violates({.name = "outer-scale-only",
                   .breaks = "the inner layers are scaled by the square root of their fan-in",
                   .expect = above(-0.25),
                   .trial = ascended(2,
                                     [](Architecture& a) {
                                       a.parametrisation = Parametrisation::outer_only;
                                       a.activation = Activation::softplus;
                                     }),
                   .remark = "with softplus, since tanh saturates at preactivations of √m"}),
         {.name = "three-hidden-layers", .trial = ascended(3), .harmless = true}},
    .remark =
        "With `hessian-norm-decay-ball-deep-upper` the supremum is enclosed from both sides. An "
        "ascended supremum can support 'at least' and refute 'at most': the controls are "
        "held against 'at most m^-1/2'.",
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::hessian_norm_decay_ball_deep_claim
