#include "asymptest/claim/registry.hpp"
#include "trials/d_times_trials.hpp"

namespace asymptest::robustness::robustness_d_times_claim {
namespace {

double fixed_budget(double) { return 4; }
double growing_budget(double dimension) { return dimension / 16; }

const Registered robustness_d_times{{
    .id = "robustness/robustness-d-times",
    .title = "Smooth linear interpolation takes of the order of d times the parameters",
    .statement = R"(\frac{p_{\mathrm{smooth}}-n}{n} = \Theta(d), \qquad
        p_{\mathrm{smooth}} = \min\{p : \mathrm{Lip}(\hat f_p) \le 2\sqrt n\},\ p_{\mathrm{fit}} = n)",
    .source = {"Bubeck, Sellke 2021, arXiv:2105.12806", "abstract and Theorem 3"},
    .assumes = {"the data are isoperimetric in the ambient dimension",
                "the Lipschitz constant allowed does not grow with d"},
    .sweep = {axis("d", "ambient dimension").geometric(256, 8192)},
    .measure = {"(p − n)/n for the least p with which the min-norm linear interpolant of 8 labels "
                "has a Lipschitz constant of at most 2√8",
                Polarity::exact, surplus_of_linear(fixed_budget)},
    .predict = theta({{"d", 1}})
                   .within(0.1)
                   .rival(0.5, "fluctuations alone, the square root of d")
                   .corrected_by(1, "Wald's identity: the mean is (d/4 + 1/2)/n")
                   .because("two bands stay clear of 1/2 and of 0, smoothness for nothing"),
    .controls = {{.name = "subspace-data",
                  .breaks = "the data are isoperimetric in the ambient dimension",
                  .expect = near(0, 0.2),
                  .trial = surplus_on_a_subspace,
                  .correction =
                      Correction{1, "none of any order: by Wald's identity (16 + 1/2)/n at any d"},
                  .remark = "points of R^d on 64 of its axes: (64/4 + 1/2)/n whatever d"},
                 {.name = "growing-budget",
                  .breaks = "the Lipschitz constant allowed does not grow with d",
                  .expect = near(0, 0.2),
                  .trial = surplus_of_linear(growing_budget),
                  .correction =
                      Correction{1, "none of any order: by Wald's identity (16 + 1/2)/n at any d"},
                  .remark = "Lip² ≤ n d/16, as rough as interpolation with p − n = 16 is"}},
    .remark = "A linear function reads one of d coordinates a parameter, so that its least budget "
              "is of order √n: with p <= d parameters none has Lip below √n or so.",
}};

const Registered robustness_d_times_constant{{
    .id = "robustness/robustness-d-times-constant",
    .title = "The surplus of parameters is the first passage of a chi-squared walk",
    .statement = R"(\mathbb{E}\,p_{\mathrm{smooth}} - n = \frac{d}{K} + \frac12, \qquad
        \mathrm{Lip}^2 \le K n)",
    .source = {"from the recursive residuals of Brown, Durbin, Evans 1975 and Wald's identity",
               "verify/robustness/README.md"},
    .assumes = {"the data are Gaussian", "the data are isoperimetric in the ambient dimension"},
    .sweep = {axis("d", "ambient dimension").listed({256, 1024, 4096}),
              axis("K", "squared Lipschitz constant allowed, over n").listed({4, 16})},
    .measure = {"(p − n)/n for the least p with which the min-norm linear interpolant of 8 labels "
                "has Lip² <= 8 K",
                Polarity::exact, surplus_at_budget},
    .predict = equals([](const Point& at) { return (at["d"] / at["K"] + 0.5) / 8; })
                   .within(0.015)
                   .rival(-0.0303, "d/K, without the walk's overshoot, at d = 256, K = 16")
                   .rival(0.0303, "d/K + 1, from E Lip² = n d/(p − n − 1), there")
                   .because("two bands stay clear of both rivals at d = 256, K = 16"),
    .budget = {.first = 256,
               .quick = 8192,
               .standard = 65536,
               .full = 262144,
               .cost = [](const Point& at) { return at["d"]; }},
    .controls = {{.name = "uneven-rows",
                  .breaks = "the data are Gaussian",
                  .expect = near(9.0 / 7, 0.05),
                  .trial = surplus_with_uneven_rows,
                  .sweep =
                      Sweep{axis("d", "ambient dimension").listed({256, 1024, 4096}),
                            axis("K", "squared Lipschitz constant allowed, over n").listed({16})},
                  .remark = "squared lengths 1/4 and 7/4: c grows by the mean inverse, 16/7"},
                 {.name = "subspace-data",
                  .breaks = "the data are isoperimetric in the ambient dimension",
                  .expect = near(-0.98, 0.02),
                  .trial = surplus_on_a_subspace,
                  .sweep =
                      Sweep{axis("d", "ambient dimension").listed({4096}),
                            axis("K", "squared Lipschitz constant allowed, over n").listed({4})},
                  .remark = "64/4 + 1/2 of 4096/4 + 1/2"}},
    .remark =
        "For fixed labels n/Lip² is d⁻¹ times a walk with χ²₁ steps that starts at p = n. Its "
        "mean overshoot is E X²/(2 E X) = 3/2, and the walk has taken p − n + 1 steps.",
}};

}  // namespace
}  // namespace asymptest::robustness::robustness_d_times_claim
