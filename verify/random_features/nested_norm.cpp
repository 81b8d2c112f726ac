#include "asymptest/claim/registry.hpp"
#include "feature_trials.hpp"

namespace asymptest::random_features::nested_norm_claim {
namespace {

const Registered nested_norm{{
    .id = "random-features/nested-norm",
    .title = "In nested classes the least norm of an interpolant never rises",
    .statement = R"(\mathcal H_m \subset \mathcal H_{m+1} \implies
        \min_{f\in\mathcal H_{m+1},\,f(x_i)=y_i} \|f\| \le
        \min_{f\in\mathcal H_m,\,f(x_i)=y_i} \|f\|)",
    .source = {"Belkin, Hsu, Ma, Mandal 2019, arXiv:1812.11118",
               "the norm of h_{n,N} decreases as N increases"},
    .assumes = {"each class contains the one before", "the features are not rescaled"},
    .sweep = {axis("m", "random Fourier frequencies").listed({6, 8, 10, 12, 16, 32, 64})},
    .measure = {"least squared norm with m + 1 frequencies over that with m of them",
                Polarity::exact, norm_ratio_of_nested},
    .predict = always_at_most(1, 1e-9).within(0.02).because(
        "an inequality in every instance: one violation is a counterexample"),
    .budget = {.first = 128, .quick = 4096, .standard = 4096, .full = 16384},
    .controls = {{.name = "fresh-features",
                  .breaks = "each class contains the one before",
                  .expect = near(0.5, 0.1),
                  .trial = norm_ratio_of_fresh,
                  .remark = "as many drawn afresh: either is the larger with chance 1/2"},
                 {.name = "normalised",
                  .breaks = "the features are not rescaled",
                  .expect = near(0.528, 0.12),
                  .trial = scaled_norm_ratio,
                  .sweep = Sweep{axis("p", "Gaussian features").listed({16})},
                  .remark = "of features over √p the squared norm is p|w|²: it rises where "
                            "χ²_1/χ²_9 < 1/16"}},
}};

}  // namespace
}  // namespace asymptest::random_features::nested_norm_claim
