#include "asymptest/claim/registry.hpp"
#include "learning/interpolation/min_norm_regression.hpp"
#include "trials/min_norm_trials.hpp"

namespace asymptest::robustness::robustness_exponents_constant_claim {
namespace {

const Registered robustness_constant{{
    .id = "robustness/robustness-exponents-constant",
    .title = "The mean of Lip² of the min-norm interpolant is n d/(p − n − 1) exactly",
    .statement = R"(\mathbb{E}\,\mathrm{Lip}(\hat f)^2 = \frac{n\,d}{p-n-1},
        \qquad x \sim \mathcal N(0, I/d),\ y_i = \pm 1)",
    .source = {"Muirhead 1982, Aspects of Multivariate Statistical Theory", "section 3.2"},
    .assumes = {"the data are Gaussian", "the samples are independent"},
    .sweep = {{axis("n", "samples").listed({8, 32, 64}),
               axis("d", "ambient dimension").listed({512}),
               axis("p", "parameters: the coordinates used").listed({96, 256, 512})}},
    .measure = {"squared Lipschitz constant of the min-norm linear interpolant, averaged over "
                "random labels",
                Polarity::exact, squared_lipschitz},
    .predict =
        equals([](const Point& at) {
          return learning::mean_squared_lipschitz_law(at["n"], at["d"], at["p"]);
        })
            .within(0.01)
            .rival(-0.031, "n d/(p - n) at n = 64, p = 96")
            .because("two bands stay clear of p - n in place of p - n - 1 at n = 64, p = 96"),
    .budget = {.first = 128, .quick = 4096, .standard = 16384, .full = 65536},
    .controls = {{.name = "uneven-rows",
                  .breaks = "the data are Gaussian",
                  .expect = near(9.0 / 7, 0.05)
                                .because("(XXᵀ)⁻¹ is divided by the squared lengths 1/4 and 7/4, "
                                         "of mean inverse 16/7"),
                  .trial = with_uneven_rows,
                  .remark = "data of random length: E 1/|x|² exceeds 1/E|x|²"},
                 {.name = "correlated-rows",
                  .breaks = "the samples are independent",
                  .expect = above(0.2),
                  .trial = with_correlated_rows,
                  .remark = "half of every sample is common to all"}},
}};

}  // namespace
}  // namespace asymptest::robustness::robustness_exponents_constant_claim
