#include "asymptest/claim/registry.hpp"
#include "coordinate_trials.hpp"

namespace asymptest::learning::optimisation::coordinate_check_claim {
namespace {

constexpr int steps = 4;

const std::string scaled_output = "the output is scaled by 1/m and the rate by m";
const std::string all_rates = "every layer's rate is scaled";
const std::string parametrised = "the hidden weights are normal before they are scaled";

Control with_the_ntk(Coordinates coordinates) {
  return {.name = "ntk",
          .breaks = scaled_output,
          .expect = below(-0.25).because(
              "in the kernel's scaling each unit moves by 1/√m, and all together move f; "
              "half of that rate is excluded"),
          .trial = coordinate_change(WidthScaling::ntk, coordinates, steps)};
}

/// After one step: the next one meets a residual of order m.
Control with_the_standard_one(Coordinates coordinates, Expectation expect) {
  return {
      .name = "standard",
      .breaks = parametrised,
      .expect = std::move(expect),
      .trial = coordinate_change(WidthScaling::standard, coordinates, 1),
      .correction = Correction{1, "Dyer, Gur-Ari 2019, arXiv:1909.11304: means in powers of 1/m"}};
}

Claim check(const std::string& name, const std::string& of, Coordinates coordinates,
            std::vector<std::string> assumes, std::vector<Control> controls) {
  return {
      .id = "tangent-kernel/coordinate-check-" + name,
      .title =
          "Under the maximal-update parametrisation training moves " + of + " as far at any width",
      .statement = R"(\bigl(\text{mean of } (\Delta z)^2\bigr)^{1/2} = \Theta(1) \text{ in } m,
          \quad f = \tfrac1m \sum_i v_i h_i, \; \text{rate } \eta m)",
      .source = {"Yang, Hu 2021, arXiv:2011.14522", "section 5, and table 1"},
      .assumes = std::move(assumes),
      .sweep = {axis("m", "width of both hidden layers").geometric(32, 256).standard(4096)},
      .measure = {"root mean square change of " + of +
                      " in 4 steps of descent on 4 orthogonal inputs, labels ±1",
                  Polarity::exact,
                  coordinate_change(WidthScaling::maximal_update, coordinates, steps)},
      .predict = theta({{"m", 0}})
                     .within(0.1)
                     .rival(-0.5, "the kernel's scaling")
                     .rival(0.5, "the standard parametrisation")
                     .corrected_by(0.5, "the first output, 1/√m of a label")
                     .because("a fifth of the gap to either rival"),
      .budget = {.first = 64,
                 .quick = 4096,
                 .cost = [](const Point& at) { return 2000 + at["m"] * at["m"]; }},
      .controls = std::move(controls),
      .remark = "The plot that practitioners look at, as a claim.",
  };
}

const Registered first_layer{check(
    "first", "the first layer's preactivations", Coordinates::first_layer,
    {scaled_output, all_rates},
    {with_the_ntk(Coordinates::first_layer),
     {.name = "first-layer-unscaled",
      .breaks = all_rates,
      .expect = near(-1, 0.25).because("a rate of η for η·m"),
      .trial = coordinate_change(WidthScaling::first_unscaled, Coordinates::first_layer, steps)}})};

const Registered second_layer{check(
    "second", "the second layer's preactivations", Coordinates::second_layer,
    {scaled_output, parametrised},
    {with_the_ntk(Coordinates::second_layer),
     with_the_standard_one(
         Coordinates::second_layer,
         above(0.25).because("η·r·δ·|h|² with δ of order 1/√m and |h|² of order m goes as √m; half "
                             "of that rate is excluded"))})};

const Registered output{
    check("output", "the output", Coordinates::output, {parametrised},
          {with_the_standard_one(
              Coordinates::output,
              above(0.5).because(
                  "the output layer's own part, η·r·|h|², is of order m; half of that rate "
                  "is excluded"))})};

}  // namespace
}  // namespace asymptest::learning::optimisation::coordinate_check_claim
