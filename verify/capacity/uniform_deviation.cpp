#include "asymptest/claim/registry.hpp"
#include "deviation_trials.hpp"

namespace asymptest::capacity::uniform_deviation_claim {
namespace {

constexpr const char* source = "Vapnik, Chervonenkis 1971; Talagrand 1994";
constexpr const char* all_subsets = "the supremum is over all subsets";
constexpr const char* fixed_class = "the class does not grow with the samples";

double less_one(const Point& at) { return at["D"] - 1; }

const Registered uniform_deviation{{
    .id = "capacity/uniform-deviation",
    .title = "Over all subsets of D atoms sup |R − R_emp| is of the order √(D/n)",
    .statement = R"(\mathbb{E}\sup_{h\in\mathcal H} |R(h) - R_{\mathrm{emp}}(h)|
        = \Theta\bigl(\sqrt{(D-1)/n}\bigr), \qquad \mathrm{VC}(\mathcal H) = D)",
    .source = {source, "the rate √(VC/n)"},
    .assumes = {all_subsets, fixed_class},
    .sweep = {axis("D", "atoms").geometric(4, 64),
              axis("n", "samples").geometric(512, 8192).standard(65536)},
    .measure = {"largest deviation of the empirical from the true risk, exactly: the total "
                "variation of the samples' law",
                Polarity::exact, deviation_of_subsets},
    .predict = theta({{"D - 1", 0.5, less_one}, {"n", -0.5}})
                   .within(0.1)
                   .because("two bands stay clear of no growth in D and of no fall in n"),
    .budget = {.first = 64, .quick = 12288, .cost = [](const Point& at) { return 100 + at["n"]; }},
    .controls = {{.name = "one-hypothesis",
                  .breaks = all_subsets,
                  .expect = near(0, 0.125, "D - 1"),
                  .trial = deviation_of_one_subset,
                  .remark = "a single one does not know of D"},
                 {.name = "half-as-many-atoms-as-samples",
                  .breaks = fixed_class,
                  .expect = near(0, 0.125, "n"),
                  .trial = deviation_of_subsets_as_many_as_samples,
                  .remark = "E|Poisson(2) - 2|/4 at any n"}},
}};

const Registered thresholds{{
    .id = "capacity/uniform-deviation-thresholds",
    .title = "Over thresholds it is Kolmogorov's distance, 0.8687/√n",
    .statement = R"(\mathbb{E}\sup_t |R(h_t) - R_{\mathrm{emp}}(h_t)|
        = \sqrt{\frac\pi{2n}}\,\ln 2 - \frac1{6n} + O(n^{-3/2}))",
    .source = {"Kolmogorov 1933; Vrbik 2018", "the limit law and its correction"},
    .assumes = {"the samples are independent"},
    .sweep = {axis("n", "samples").listed({16, 64, 256, 1024})},
    .measure = {"largest deviation of the empirical from the true risk over all thresholds",
                Polarity::exact, deviation_of_thresholds},
    .predict = equals(deviation_of_thresholds_law)
                   .within(0.02)
                   .rival(0.05, "the limit law without its correction, at n = 16")
                   .because("two bands stay clear of the limit law at n = 16"),
    .budget = {.first = 256, .quick = 16384, .standard = 65536, .full = 262144},
    .controls = {{.name = "one-in-each-cell",
                  .breaks = "the samples are independent",
                  .expect = near(-0.964, 0.01),
                  .trial = deviation_of_thresholds_in_cells,
                  .sweep = Sweep{axis("n", "samples").listed({1024})},
                  .remark = "1/n, the worst of the cells, against 0.0270"}},
}};

}  // namespace
}  // namespace asymptest::capacity::uniform_deviation_claim
