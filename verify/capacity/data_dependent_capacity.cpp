#include "asymptest/claim/registry.hpp"
#include "rademacher_trials.hpp"

namespace asymptest::capacity::data_dependent_capacity_claim {
namespace {

constexpr const char* low_rank = "the data lie in a subspace of fixed dimension";
constexpr const char* independent = "the samples are independent";

const Registered data_dependent_capacity{{
    .id = "capacity/data-dependent-capacity",
    .title = "On data of rank 5 the Rademacher complexity of the unit ball forgets d",
    .statement = R"(\frac1n\,\mathbb{E}\,\Bigl\|\sum_i \sigma_i x_i\Bigr\|
        = \Theta(n^{-1/2} d^0) \le \sqrt{\mathrm{tr}\,\Sigma/n})",
    .source = {"Bartlett, Mendelson 2002", "Lemma 22"},
    .assumes = {low_rank},
    .sweep = {axis("d", "ambient dimension").geometric(8, 256),
              axis("n", "samples").geometric(16, 256).standard(1024)},
    .measure = {"Rademacher complexity of the linear functions with |w| <= 1", Polarity::exact,
                complexity_on_subspace},
    .predict = theta({{"n", -0.5}, {"d", 0}})
                   .within(0.1)
                   .because("two bands stay clear of √d, the bound by the VC dimension d + 1"),
    .budget = {.first = 64,
               .quick = 8192,
               .cost = [](const Point& at) { return 1000 + at["n"] * at["d"]; }},
    .controls = {{.name = "isotropic-data",
                  .breaks = low_rank,
                  .expect = near(0.5, 0.125, "d"),
                  .trial = complexity_on_isotropic_data,
                  .remark = "√(d/n)"}},
}};

const Registered data_dependent_capacity_bound{{
    .id = "capacity/data-dependent-capacity-bound",
    .title = "sup |R − R_emp| is at most 2/√n + √(2 ln(1/δ)/n) on the sphere, whatever d",
    .statement = R"(P\Bigl(\sup_{|w|\le1} \bigl(\mathbb{E} f_w - \tfrac1n\textstyle\sum_i f_w(x_i)
        \bigr) > 2\mathfrak R_n + \sqrt{\tfrac{2\ln(1/\delta)}n}\Bigr) \le \delta)",
    .source = {"Bartlett, Mendelson 2002", "Theorem 8"},
    .assumes = {independent},
    .sweep = {axis("d", "dimension").listed({1, 16, 128}),
              axis("n", "samples").listed({16, 64, 256})},
    .measure = {"largest deviation of a mean from its expectation over the bound", Polarity::exact,
                deviation_over_bound},
    .predict =
        always_at_most(1)
            .but_for_chance(chance_of_no_bound)
            .within(0.005)
            .because("the bound may fail with chance 0.01. Without its second term it would on the "
                     "line, where a mean of signs is above 2/√n with chance 0.02 to 0.04"),
    .budget = {.first = 256, .quick = 2048},
    .controls = {{.name = "copies",
                  .breaks = independent,
                  .expect = near(1, 0.05).because("one sample's deviation of 1 against 5.04/√n, "
                                                  "0.63 at the most"),
                  .trial = deviation_of_copies_over_bound,
                  .sweep = Sweep{axis("d", "dimension").listed({1, 16, 128}),
                                 axis("n", "samples").listed({64, 256})}}},
}};

}  // namespace
}  // namespace asymptest::capacity::data_dependent_capacity_claim
