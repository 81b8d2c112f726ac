#include <cmath>
#include <utility>
#include <vector>

#include "asymptest/claim/registry.hpp"
#include "learners/student_trials.hpp"
#include "learning/training/relu_student.hpp"

namespace asymptest::scaling::parameter_scaling_student_claim {
namespace {

constexpr const char* trained = "all weights are trained";
constexpr const char* clean = "the labels are clean";
constexpr const char* what_noise_adds =
    "none of any order: the plateau has a part in proportion to P and none that falls";
const Source exponent_of_networks{"Sharma, Kaplan 2020, arXiv:2004.10802",
                                  "section 2.2, α ≳ 4/d for networks of ReLU units"};

/// Where the kinks are, and a value at each and at both ends.
double parameters_of_broken_line(const Point& at) { return 2 * (at["m"] + 1); }

/// A direction, a bias and a weight each, and three of the affine part.
double parameters_on_a_plane(const Point& at) { return 3 + 4 * at["m"]; }

Sweep few_units() { return {axis("m", "ReLU units").listed({1, 2, 3, 4, 5})}; }

/// In proportion to the points and the square of the weights.
double cost_of_training(const Point& at) { return std::pow(2 + at["m"], 2); }

Measure error_on_parabola() {
  return {
      "mean squared error on x² of the best of sixteen students of m units, all weights trained "
      "from different starts",
      Polarity::exact, parabola_error};
}

Control noisy_labels(Trial trial, std::vector<double> units) {
  return {.name = "noisy-labels",
          .breaks = clean,
          .expect = near(0, 0.25).because(
              "the noise's variance, 1, is left whatever P, and a few P/1024 of it are fitted"),
          .trial = std::move(trial),
          .sweep = Sweep{axis("m", "ReLU units").listed(std::move(units))},
          .correction = Correction{1, what_noise_adds}};
}

const Registered student_1{{
    .id = "scaling/parameter-scaling-student-1",
    .title = "ReLU students of P parameters, trained to convergence on a segment, err by P^-4",
    .statement = R"(\mathbb{E}\,(f_P - f)^2 = \Theta(P^{-4/d}), \qquad d = 1,\ P = 2(m + 1))",
    .source = exponent_of_networks,
    .assumes = {clean},
    .sweep = few_units(),
    .measure = error_on_parabola(),
    .predict = theta({{"P", -4, parameters_of_broken_line}})
                   .within(0.25)
                   .rival(-2, "piecewise constant")
                   .because("a quarter of the way to the next whole exponent; the law is exact, "
                            "1/(180 (m + 1)⁴)"),
    .budget = {.first = 16, .quick = 128, .standard = 512, .full = 2048, .cost = cost_of_training},
    .controls = {noisy_labels(noisy_parabola_error, {1, 2, 4, 8, 16})},
}};

const Registered student_1_constant{{
    .id = "scaling/parameter-scaling-student-1-constant",
    .title = "The best of them reach the least error that m kinks can have, 1/(180 (m + 1)^4)",
    .statement = R"(\min_{f_m} \int_0^1 (f_m(x) - x^2)^2\,dx = \frac{1}{180\,(m+1)^4})",
    .source = {"Barrow, Chui, Smith, Ward 1978, \"Unicity of best mean approximation by second "
               "order splines with variable knots\"",
               "no other stationary point has m kinks in the segment"},
    .assumes = {trained},
    .sweep = few_units(),
    .measure = error_on_parabola(),
    .predict =
        equals([](const Point& at) { return learning::least_parabola_error(at["m"]); })
            .within(0.2)
            .rival(1.0736, "a kink less, at m = 5")
            .because("a fifth of what it costs to lose a kink, (6/5)⁴ − 1 where it is least"),
    .budget =
        {.first = 16, .quick = 1024, .standard = 2048, .full = 8192, .cost = cost_of_training},
    .controls = {{.name = "drawn-units",
                  .breaks = trained,
                  .expect = above(15).because(
                      "m drawn kinks leave pieces whose fits, each apart, err by Σ h⁵/180: "
                      "120 (m + 1)⁵ m!/(m + 5)! times as much in the mean, 31 at m = 5, and one "
                      "broken line errs by more; half of that"),
                  .trial = parabola_error_of_drawn_units,
                  .sweep = Sweep{axis("m", "ReLU units").listed({5})}}},
    .remark = "A student may lose a kink beyond an end on its way, and one start often does; hence "
              "the best of sixteen.",
}};

const Registered student_2{{
    .id = "scaling/parameter-scaling-student-2",
    .title = "On a square trained ReLU students err by P^-2 at most",
    .statement = R"(\mathbb{E}\,(f_P - f)^2 = O(P^{-4/d}), \qquad d = 2,\ P = 3 + 4m)",
    .source = exponent_of_networks,
    .assumes = {clean},
    .sweep = {axis("m", "ReLU units").listed({2, 4, 8, 16})},
    .measure = {"mean squared error at fresh points of the best of eight students of m units, all "
                "weights trained on a bump exp(−2|x − c|²)",
                Polarity::exact, bump_error},
    .predict = at_most({{"P", -2, parameters_on_a_plane}})
                   .within(0.25)
                   .because("half of the way from −2 to −5/2, the exponent of ReLU units with "
                            "drawn directions and fitted weights, 1 + 3/d (Siegel, Xu 2022)"),
    .budget = {.first = 16, .quick = 128, .standard = 512, .full = 2048, .cost = cost_of_training},
    .controls = {noisy_labels(noisy_bump_error, {1, 2, 4, 8})},
    .remark = "Better than −4/d is as the source has it: a sum of functions of one coordinate each "
              "would have P^-4 in any dimension.",
}};

}  // namespace
}  // namespace asymptest::scaling::parameter_scaling_student_claim
