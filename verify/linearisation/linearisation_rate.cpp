#include "asymptest/claim/registry.hpp"
#include "verify/shared/deep_ball_trials.hpp"
#include "verify/shared/random_networks.hpp"

namespace asymptest::learning::optimisation::linearisation_rate_claim {
namespace {

constexpr double radius = 0.5;

Trial error_of(Activation activation, OutputWeights outputs, BracketEnd end = BracketEnd::upper) {
  return exact_linearisation_error(activation, outputs, fixed_radius(radius), width_at, end);
}

const Registered linearisation_rate{{
    .id = "linearisation/linearisation-rate",
    .title = "Over a ball of fixed radius a wide network is linear to O(m^-1/2) up to a logarithm",
    .statement = R"(\sup_{\lVert w - w_0 \rVert \le R} \lvert f(w) - f(w_0)
        - \nabla f(w_0)^\top (w - w_0) \rvert = \tilde O(m^{-1/2}), \quad R = 1/2)",
    .source = {"Liu, Zhu, Belkin 2020, arXiv:2010.01092", "section 2, equation 4"},
    .assumes = {"the activation is smooth"},
    .sweep = {axis("m", "width").geometric(32, 4096).standard(65536)},
    .measure = {"exact supremum over the ball of |f − f_lin| at one input", Polarity::exact,
                error_of(Activation::tanh, OutputWeights::normal)},
    .predict = at_most({{"m/log m", -0.5, width_less_logarithm}})
                   .within(0.125)
                   .rival(-1.0 / 6, "ReLU, whose gradient jumps")
                   .rival(-0.25, "half the rate")
                   .because("half the gap to -1/4, half the proven rate"),
    .budget = {.first = 32, .quick = 1024, .cost = [](const Point& at) { return at["m"]; }},
    .controls =
        {{.name = "relu",
          .breaks = "the activation is smooth",
          .expect = near(-1.0 / 6, 0.08),
          .trial = error_of(Activation::relu, OutputWeights::normal),
          .sweep = Sweep{axis("m", "width").geometric(512, 65536)},
          .predict = at_most({{"m", -0.5}})
                         .within(0.125)
                         .rival(-1.0 / 6, "m^2/3 neurons cross their kink")
                         .because("half the gap to -1/4, half the proven rate"),
          .remark = "m^2/3 neurons cross their kink by m^-1/3 each"},
         {.name = "lower-end",
          .trial = error_of(Activation::tanh, OutputWeights::normal, BracketEnd::lower),
          .harmless = true,
          .remark = "the other end of the dual bracket, of which the claim takes the upper"},
         {.name = "two-hidden-layers-bound",
          .trial = bounded_linearisation(deep_family(2), fixed_radius(radius)),
          .sweep = Sweep{axis("m", "width of both hidden layers").geometric(32, 512)},
          .harmless = true,
          .remark = "R²/2 times the certified bound of the Hessian's norm over the ball"},
         {.name = "two-hidden-layers-ascent",
          .trial = ascended_linearisation(deep_family(2), fixed_radius(radius)),
          .sweep = Sweep{axis("m", "width of both hidden layers").geometric(16, 128)},
          .predict = at_least({{"m", -0.5}})
                         .within(0.2)
                         .rival(-1, "mean-field scaling")
                         .because("less than half the gap to -1"),
          .harmless = true,
          .remark = "the best point that ascent finds: a lower bound of the supremum"},
         {.name = "sign-outputs",
          .trial = error_of(Activation::tanh, OutputWeights::signs),
          .sweep = Sweep{axis("m", "width").geometric(64, 512)},
          .predict = theta({{"m", -0.5}})
                         .within(0.02)
                         .rival(-0.46, "normal output weights, as they read here")
                         .because("half the gap to the slope that a logarithm would show"),
          .harmless = true,
          .remark = "output weights ±1: the rate is m^-1/2 without a logarithm; from a width on at "
                    "which some neuron is as good as the best there can be, so that what "
                    "a draw is short of that, of order 1/m², is below a thousandth"}},
}};

}  // namespace
}  // namespace asymptest::learning::optimisation::linearisation_rate_claim
