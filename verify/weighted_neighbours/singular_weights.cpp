#include "learning/neighbours/singular_weights.hpp"

#include "asymptest/claim/registry.hpp"
#include "singular_trials.hpp"

namespace asymptest::weighted_neighbours::singular_weights_claim {
namespace {

constexpr const char* measured =
    "variance of the rule with weights |x|^-a for noise of variance 1, in expectation over the "
    "nearest sample";
constexpr const char* source = "Belkin, Rakhlin, Tsybakov 2018, arXiv:1806.09471";
constexpr const char* weak = "the singularity is weaker than d/2";
constexpr double weak_s = 0.25, middle_s = 2.0 / 3, strong_s = 2;

Sweep neighbours() { return {axis("k", "neighbours").geometric(16, 8192).standard(65536)}; }

Budget by_neighbours() {
  return {.first = 64, .quick = 1024, .standard = 4096, .full = 16384, .cost = [](const Point& at) {
            return 1000 + at["k"];
          }};
}

const Registered weak_singularity{{
    .id = "weighted-neighbours/singular-weights",
    .title = "Weights |x − z|^-a with a < d/2 interpolate, and average noise away as 1/k",
    .statement = R"(\mathbb{E}\sum_{i\le k} w_i^2 = \Theta(k^{-1}), \quad
        w_i \propto \|x-x_i\|^{-a},\ a < d/2)",
    .source = {source, "Theorem 1"},
    .assumes = {weak},
    .sweep = neighbours(),
    .measure = {measured, Polarity::exact, variance_at(weak_s)},
    .predict = theta({{"k", -1}})
                   .within(0.1)
                   .rival(-0.5, "a = 2d/3")
                   .rival(0, "a > d")
                   .corrected_by(1, "fluctuations of the sum of the weights, of finite variance")
                   .because("two bands stay clear of both rivals"),
    .budget = by_neighbours(),
    .controls =
        {{.name = "two-thirds-of-d",
          .breaks = weak,
          .expect = near(-0.5, 0.125),
          .trial = variance_at(middle_s),
          .correction = Correction{0.5, "the stable law of the sum of the weights, of index d/a"},
          .remark = "1 - d/a"},
         {.name = "twice-d",
          .breaks = weak,
          .expect = near(0, 0.2),
          .trial = variance_at(strong_s),
          .correction =
              Correction{
                  1, "what is left of the sum of the weights beyond the k nearest, k^(1 − a/d)"},
          .remark = "the nearest sample keeps a share of the weight"}},
    .remark = "a = d/4.",
}};

const Registered middle_singularity{{
    .id = "weighted-neighbours/singular-weights-slow",
    .title = "With d/2 < a < d noise is averaged away as k^(1 − d/a) only",
    .statement = R"(\mathbb{E}\sum_{i\le k} w_i^2 = \Theta(k^{1-d/a}), \quad d/2 < a < d)",
    .source = {"Devroye, Györfi, Krzyżak 1998", "the Hilbert kernel regression estimate"},
    .assumes = {"the singularity is stronger than d/2", "the singularity is weaker than d"},
    .sweep = neighbours(),
    .measure = {measured, Polarity::exact, variance_at(middle_s)},
    .predict = theta({{"k", -0.5}})
                   .within(0.1)
                   .rival(-1, "a < d/2")
                   .rival(0, "a > d")
                   .corrected_by(0.5, "the stable law of the sum of the weights, of index d/a")
                   .because("two bands stay clear of both rivals"),
    .budget = by_neighbours(),
    .controls =
        {{.name = "quarter-of-d",
          .breaks = "the singularity is stronger than d/2",
          .expect = near(-1, 0.125),
          .trial = variance_at(weak_s),
          .correction = Correction{1, "fluctuations of the sum of the weights, of finite variance"},
          .remark = "1/k"},
         {.name = "twice-d",
          .breaks = "the singularity is weaker than d",
          .expect = near(0, 0.125),
          .trial = variance_at(strong_s),
          .correction =
              Correction{
                  1, "what is left of the sum of the weights beyond the k nearest, k^(1 − a/d)"},
          .remark = "no average at all"}},
    .remark = "a = 2d/3.",
}};

Sweep many_neighbours(std::vector<double> s) {
  return {axis("k", "neighbours").listed({512, 2048}),
          axis("s", "a/d, strength of the singularity").listed(std::move(s))};
}

const Registered value{{
    .id = "weighted-neighbours/singular-weights-value",
    .title = "The variance of singular weights is (1 − s)²/(1 − 2s)k, or 1 − 1/s for s = a/d > 1",
    .statement = R"(\mathbb{E}\sum_{i\le k} w_i^2 \to \begin{cases}
        \frac{(1-s)^2}{(1-2s)\,k} & s < \frac12 \\ 1 - \frac1s & s > 1 \end{cases},
        \qquad s = a/d)",
    .source = {"Devroye, Györfi, Krzyżak 1998", "the Hilbert kernel regression estimate"},
    .assumes = {"the weights are singular"},
    .sweep = many_neighbours({0.125, 0.25, 2, 4}),
    .measure = {measured, Polarity::exact, squared_weights},
    .predict = equals([](const Point& at) {
                 return learning::sum_of_squared_weights_law(at.count("k"), at["s"]);
               })
                   .within(0.05)
                   .rival(-0.111, "plain averages, at s = 1/4")
                   .because("two bands stay clear of what plain averages have at s = 1/4"),
    .budget = {.first = 128, .quick = 8192, .standard = 32768, .full = 131072},
    .controls = {{.name = "plain-average",
                  .breaks = "the weights are singular",
                  .expect = near(-0.111, 0.01),
                  .trial = squared_plain_weights,
                  .sweep = many_neighbours({0.25}),
                  .remark = "1/k against 9/8k"}},
    .remark =
        "Strengths at which the corrections are of the relative order 1/k: for 1 < s < 2 that "
        "of the sum of the weights is of the order k^(1 - s).",
}};

const Registered as_stated{{
    .id = "weighted-neighbours/singular-weights-as-stated",
    .title = "Erratum: not every singularity is optimal: at a > d the noise is not averaged away",
    .statement = R"(\mathbb{E}\sum_{i\le k} w_i^2 = O(k^{-1}) \text{ for every } \alpha > 0,
        \quad w_i \propto \|x-x_i\|^{-\alpha})",
    .source = {"Lecture slides after Belkin 2021, arXiv:2105.14368",
               "k-NN with singular weighing scheme"},
    .assumes = {"the singularity is positive"},
    .sweep = neighbours(),
    .measure = {measured, Polarity::exact, variance_at(strong_s)},
    .predict = at_most({{"k", -1}}).within(0.1).because("the band of the corrected claim"),
    .budget = by_neighbours(),
    .corrected_by = "weighted-neighbours/singular-weights",
    .expect = near(0, 0.2),
    .remark = "α = 2d: the limit is 1 − d/α = 1/2 of the noise.",
}};

}  // namespace
}  // namespace asymptest::weighted_neighbours::singular_weights_claim
