#include <cmath>
#include <string>

#include "asymptest/claim/registry.hpp"
#include "learners/tree_trials.hpp"

namespace asymptest::scaling::learner_exponents_tree_claim {
namespace {

constexpr const char* smooth = "the target is smooth";
constexpr const char* shares = "shares u of a cell's samples, uniform, and E u^s = 1/(s + 1)";

/// E Σ V·|sides|^s over the leaves is N^(−a) with 2 E u^(1 − a) = 2/(2 − a) where a split leaves
/// the side alone and 2/(2 + s − a) where it is one across it: the first chance 1 − 1/d, the
/// second 1/d, together 1.
double drawn_exponent(double d, double power) {
  const double sum = 2 + power;
  return (sum - std::sqrt(sum * sum - 8 * power / d)) / 2;
}

/// (2 − a)^(d − 1)·(4 − a) = 2^d: one in d splits is across the side.
double in_turn_exponent(int dimension) {
  double low = 0, high = 2.0 / dimension;
  while (high - low > 1e-12) {
    const double a = (low + high) / 2;
    (std::pow(2 - a, dimension - 1) * (4 - a) > std::exp2(dimension) ? low : high) = a;
  }
  return low;
}

Sweep samples() { return {axis("N", "samples").geometric(32, 8192).standard(65536)}; }

Budget budget() {
  return {.first = 16, .quick = 1024, .cost = [](const Point& at) { return at["N"]; }};
}

constexpr const char* measured =
    "squared error of the label of the sample that split last, integrated over the cube";

Prediction law_of(double exponent, double quarter) {
  return theta({{"N", exponent}})
      .within(quarter)
      .corrected_by(1, shares)
      .because("a quarter of the way to the axes in turn");
}

Claim drawn_in(int dimension) {
  const double d = dimension, exponent = -drawn_exponent(d, 2);
  const double step = -drawn_exponent(d, 1), in_turn = -in_turn_exponent(dimension);
  const double quarter = (exponent - in_turn) / 4;
  const auto law = [=] { return law_of(exponent, quarter); };
  return {
      .id = "scaling/learner-exponents-tree-drawn-" + std::to_string(dimension),
      .title = "A tree split across random axes of a " + std::to_string(dimension) +
               "-cube errs by N^(-(2 - 2√(1 - 1/d)))",
      .statement = R"(\mathbb{E}\,(\hat f_N - f)^2 = \Theta(N^{-(2 - 2\sqrt{1 - 1/d})}))",
      .source = {"Flajolet, Puech 1986; Duch, Estivill-Castro, Martínez 1998",
                 "the same recursion, of partial matches"},
      .assumes = {smooth, "the axis of a split is drawn"},
      .sweep = samples(),
      .measure = {measured, Polarity::exact, tree_error(dimension, SplitAxis::drawn)},
      .predict = law()
                     .rival(in_turn, "the axes in turn")
                     .rival(-2 / d, "the nearest neighbour, and splits of the longest side")
                     .rival(step, "a step"),
      .budget = budget(),
      .controls =
          {{.name = "in-turn",
            .breaks = "the axis of a split is drawn",
            .expect = near(in_turn, quarter).because("(2 - a)^(d - 1)·(4 - a) = 2^d"),
            .trial = tree_error(dimension, SplitAxis::in_turn),
            .predict = law()},
           {.name = "step",
            .breaks = smooth,
            .expect = near(step, (step - exponent) / 4)
                          .because("a jump is missed in proportion to the side: a² - 3a + 2/d = 0"),
            .trial = tree_error_of_a_step(dimension, SplitAxis::drawn),
            .predict = law()}},
      .remark = "a² - 4a + 4/d = 0: random axes leave some cells long, and these err most.",
  };
}

Claim longest_in(int dimension) {
  const double d = dimension, exponent = -2 / d, in_turn = -in_turn_exponent(dimension);
  const double drawn = -drawn_exponent(d, 2), quarter = (in_turn - exponent) / 4;
  const auto law = [=] { return law_of(exponent, quarter); };
  return {
      .id = "scaling/learner-exponents-tree-longest-" + std::to_string(dimension),
      .title = "A tree that splits the longest side in a " + std::to_string(dimension) +
               "-cube errs by N^(-2/d)",
      .statement = R"(\mathbb{E}\,(\hat f_N - f)^2 = \Theta(N^{-2/d}))",
      .source = {"Devroye, Jabbour, Zamora-Cura 2001, \"Squarish k-d trees\"",
                 "theorem 1, by its cells"},
      .assumes = {smooth, "the longest side is split"},
      .sweep = samples(),
      .measure = {measured, Polarity::exact, tree_error(dimension, SplitAxis::longest)},
      .predict = law().rival(in_turn, "the axes in turn"),
      .budget = budget(),
      .controls =
          {{.name = "drawn",
            .breaks = "the longest side is split",
            .expect = near(drawn, (drawn - exponent) / 4).because("a² - 4a + 4/d = 0"),
            .trial = tree_error(dimension, SplitAxis::drawn),
            .predict = law()},
           {.name = "step",
            .breaks = smooth,
            .expect = near(-1 / d, 0.25 / d).because("a jump is missed in proportion to the side"),
            .trial = tree_error_of_a_step(dimension, SplitAxis::longest),
            .predict = law()}},
      .remark = "Cells stay as wide as long, as CART's do on a target of equal slopes.",
  };
}

const Registered drawn_2{drawn_in(2)};
const Registered drawn_3{drawn_in(3)};
const Registered longest_2{longest_in(2)};
const Registered longest_3{longest_in(3)};

}  // namespace
}  // namespace asymptest::scaling::learner_exponents_tree_claim
