#include "asymptest/claim/registry.hpp"
#include "trials/d_times_trials.hpp"

namespace asymptest::robustness::robustness_d_times_projection_claim {
namespace {

const Registered robustness_d_times_projection{{
    .id = "robustness/robustness-d-times-projection",
    .title = "Smooth interpolation by projection takes of the order of d times the parameters",
    .statement = R"(\frac{p_{\mathrm{smooth}}}{p_{\mathrm{fit}}} = \Theta(d), \qquad
        f = g \circ P_{p/n},\ \mathrm{Lip}(f) = \max_{i,j}
        \frac{|y_i-y_j|}{\|P_{p/n}(x_i-x_j)\|} \le 4)",
    .source = {"Bubeck, Sellke 2021, arXiv:2105.12806", "section 1, tightness; Theorem 3"},
    .assumes = {"the data are isoperimetric in the ambient dimension",
                "the Lipschitz constant allowed does not grow with d"},
    .sweep = {axis("d", "ambient dimension").geometric(256, 8192)},
    .measure = {"least D with which McShane's interpolant of 16 labels on the first D coordinates, "
                "n D parameters, has Lip <= 4; D = 1 interpolates",
                Polarity::exact, ratio_by_projection},
    .predict = theta({{"d", 1}})
                   .within(0.1)
                   .rival(0.5, "fluctuations alone, the square root of d")
                   .corrected_by(0.5, "the slowest of the pairs' chi-squared walks: a d + b √d")
                   .because("two bands stay clear of 1/2 and of 0, smoothness for nothing"),
    .controls = {{.name = "subspace-data",
                  .breaks = "the data are isoperimetric in the ambient dimension",
                  .expect = near(0, 0.2),
                  .trial = ratio_by_projection_on_a_subspace,
                  .remark = "points of R^d on 64 of its axes: the same walks whatever d"},
                 {.name = "growing-budget",
                  .breaks = "the Lipschitz constant allowed does not grow with d",
                  .expect = near(0, 0.2),
                  .trial = ratio_by_projection_at_a_growing_budget,
                  .remark = "Lip² ≤ d/8: every walk has to pass 16 whatever d"}},
    .remark = "The constant of McShane's extension is exact, so Lip is neither bound. Unlike the "
              "linear family's, the budget is a constant in n as well.",
}};

}  // namespace
}  // namespace asymptest::robustness::robustness_d_times_projection_claim
