#include "asymptest/claim/registry.hpp"
#include "trials/tightness_trials.hpp"

namespace asymptest::robustness::robustness_tightness_claim {
namespace {

const Registered robustness_tightness{{
    .id = "robustness/robustness-tightness",
    .title = "Interpolation on p/n coordinates attains the law of robustness in p",
    .statement = R"(\mathrm{Lip}(f) = \max_{i,j}\frac{|y_i-y_j|}{\|P_{p/n}(x_i-x_j)\|}
        = \Theta\bigl(\sqrt{nd/p}\bigr))",
    .source = {"Bubeck, Sellke 2021, arXiv:2105.12806", "section 1, on tightness"},
    .assumes = {"each further coordinate tells the samples apart as well as the others"},
    .sweep = {axis("D", "coordinates used, p/n").geometric(64, 4096)},
    .measure = {"Lipschitz constant of McShane's interpolant of 16 labels ±1 on D of 8192 Gaussian "
                "coordinates",
                Polarity::exact, projected_lipschitz},
    .predict = theta({{"D", -0.5}})
                   .within(0.1)
                   .rival(0, "further parameters that do not help")
                   .rival(-1, "the square of the law, d n/p")
                   .corrected_by(0.5, "the nearest pair: 1/Lip² = (a D + b √D)/d")
                   .because("two bands stay clear of both rivals"),
    .controls = {{.name = "subspace-data",
                  .breaks = "each further coordinate tells the samples apart as well as the others",
                  .expect = near(0, 0.1),
                  .trial = projected_lipschitz_on_a_subspace,
                  .remark = "points of R^8192 on 64 of its axes: the others add parameters alone"}},
    .remark = "The constant of McShane's extension is exact. p = n D: n centres of D coordinates.",
}};

}  // namespace
}  // namespace asymptest::robustness::robustness_tightness_claim
