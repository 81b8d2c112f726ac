#include "asymptest/claim/registry.hpp"
#include "trials/nearest_neighbour_trials.hpp"

namespace asymptest::interpolation::nearest_neighbour_risk_claim {
namespace {

const Registered nearest_neighbour{{
    .id = "interpolation/nearest-neighbour-risk",
    .title = "The nearest-neighbour rule's risk tends to E[1 − Σ η_j²] in every dimension",
    .statement = R"(R(\mathrm{1NN}) \to \mathbb{E}\Bigl[1 - \sum_{j=1}^M \eta_j(x)^2\Bigr],
        \text{ which is } \mathbb{E}[2\eta(1-\eta)] \text{ for two classes})",
    .source = {"Cover, Hart 1967", "section 4"},
    .assumes = {"η is continuous at the scale of the spacing", "the nearest sample decides"},
    .sweep = {axis("d", "dimension").listed({1, 2, 3}), axis("M", "classes").listed({2, 5})},
    .measure = {"chance that fresh labels and those of the nearest of 4096 samples differ, given "
                "their places on the torus",
                Polarity::exact, nearest_neighbour_risk},
    .predict = equals(nearest_neighbour_limit)
                   .within(0.03)
                   .rival(-0.124, "the Bayes risk at M = 5, where it comes nearest")
                   .rival(0.08, "Cover and Hart's upper bound at M = 5, where it comes nearest")
                   .because("two bands stay clear of the bound; at d = 3 the spacing adds 0.4 %"),
    .budget = {.first = 32, .quick = 512},
    .controls = {{.name = "fast-eta",
                  .breaks = "η is continuous at the scale of the spacing",
                  .expect = near(1, 0.1),
                  .trial = risk_of_fast_eta,
                  .remark = "the same law of η, swinging 2^20 times: x and its neighbour have "
                            "independent η, so 1 − 1/M, most off at M = 2: ½ for ¼"},
                 {.name = "any-sample",
                  .breaks = "the nearest sample decides",
                  .expect = near(1, 0.1).because(
                      "a sample with an η of its own: as under fast-eta, 1/2 for 1/4 at M = 2"),
                  .trial = risk_of_any_sample}},
}};

const Registered cover_hart{{
    .id = "interpolation/nearest-neighbour-risk-bounds",
    .title = "The nearest-neighbour rule's limit lies between R* and R*(2 − R* M/(M − 1))",
    .statement = R"(R^* \le \mathbb{E}\Bigl[1 - \sum_j \eta_j^2\Bigr]
        \le R^*\Bigl(2 - \frac{M}{M-1} R^*\Bigr))",
    .source = {"Cover, Hart 1967", "theorem 1 for M classes"},
    .assumes = {"the bound is the one for the number of classes"},
    .sweep = {axis("M", "classes").listed({3, 5, 10})},
    .measure = {"place of the limit between both bounds, for random laws of labels",
                Polarity::exact,
                [](const Point& at, Stream& random) {
                  return place_between_bounds(at, random, at["M"]);
                }},
    .predict =
        Prediction(Inequality{.lower = 0, .upper = 1, .rounding = 1e-9})
            .within(0.01)
            .because("an inequality: one trial in a hundred is far below the control's chance"),
    .budget = {.first = 512, .quick = 2048},
    .controls = {{.name = "bound-for-two-classes",
                  .breaks = "the bound is the one for the number of classes",
                  .expect = above(0.02),
                  .trial = [](const Point& at,
                              Stream& random) { return place_between_bounds(at, random, 2); },
                  .remark = "2R*(1 − R*) fails for nearly even η_j: (M − 1)/M lies above "
                            "2(M − 1)/M², and R* may exceed 1/2"}},
}};

}  // namespace
}  // namespace asymptest::interpolation::nearest_neighbour_risk_claim
