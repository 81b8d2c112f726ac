#include <utility>

#include "asymptest/claim/registry.hpp"
#include "spread_trials.hpp"

namespace asymptest::double_descent::initialisation_spread_claim {
namespace {

constexpr const char* tangent_scale = "the output layer is scaled by 1/√m";
const Source tangent_limit{"Jacot, Gabriel, Hongler 2018, arXiv:1806.07572",
                           "Theorems 1 and 2, the limit; its fluctuations of order m^(-1/2)"};

Sweep spread_widths() { return {axis("m", "hidden units").geometric(16, 256).standard(1024)}; }

Budget budget_of_spreads() {
  return {.first = 64, .quick = 2048, .cost = [](const Point& at) { return 50 + at["m"]; }};
}

Prediction law_of_spreads(double exponent) {
  return theta({{"m", exponent}})
      .within(0.25)
      .rival(0, "a spread that stays")
      .of(Summary::geometric_mean)
      .corrected_by(1, "the next order of the kernel's expansion in 1/m")
      .because("two bands end half way to the rival");
}

/// At 1/m and the same step the kernel, and all that is learned, falls as 1/m: a variance of
/// relative size 1/m falls as m^(-3), that of squares as m^(-5).
Control of_mean_field(Trial trial, double exponent) {
  return {.name = "mean-field-at-the-same-step",
          .breaks = tangent_scale,
          .expect = near(exponent, 0.25 * (-1 - exponent)),
          .trial = std::move(trial),
          .remark =
              "1/m at the output: what one step size learns falls as 1/m, beside the "
              "relative spread"};
}

const Registered outputs{{
    .id = "double-descent/initialisation-spread",
    .title = "Wide networks from different initial weights learn the same, to 1/√m",
    .statement = R"(\mathrm{Var}_{w_0}\,\bigl(f_{w_T}(x) - f_{w_0}(x)\bigr) = \Theta(m^{-1}))",
    .source = tangent_limit,
    .assumes = {tangent_scale},
    .sweep = spread_widths(),
    .measure = {"variance over initial weights of what training adds to an output, from eight "
                "networks",
                Polarity::exact, spread_of_outputs(SpreadNetwork::wide)},
    .predict = law_of_spreads(-1),
    .budget = budget_of_spreads(),
    .controls = {of_mean_field(spread_of_outputs(SpreadNetwork::mean_field), -3)},
}};

const Registered losses{{
    .id = "double-descent/initialisation-spread-of-loss",
    .title = "And so do their losses",
    .statement = R"(\mathrm{Var}_{w_0}\,\mathbb{E}_x \bigl(f_{w_T}(x) - f_{w_0}(x)\bigr)^2
        = \Theta(m^{-1}))",
    .source = tangent_limit,
    .assumes = {tangent_scale},
    .sweep = spread_widths(),
    .measure = {"variance over initial weights of the loss at 16 fresh points with labels 0, from "
                "eight networks",
                Polarity::exact, spread_of_losses(SpreadNetwork::wide)},
    .predict = law_of_spreads(-1),
    .budget = budget_of_spreads(),
    .controls = {of_mean_field(spread_of_losses(SpreadNetwork::mean_field), -5)},
}};

}  // namespace
}  // namespace asymptest::double_descent::initialisation_spread_claim
