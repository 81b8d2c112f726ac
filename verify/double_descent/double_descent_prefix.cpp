#include "asymptest/claim/registry.hpp"
#include "prefix_trials.hpp"

namespace asymptest::double_descent::double_descent_prefix_claim {
namespace {

Sweep prefix_widths(std::vector<double> widths) {
  return {axis("n", "samples").listed({32}), axis("p", "columns used").listed(std::move(widths)),
          axis("D", "columns in all").listed({128}),
          axis("snr", "|w|² over the variance of the noise").listed({4})};
}

const Registered double_descent_prefix{{
    .id = "double-descent/double-descent-prefix",
    .title = "Columns left out act as noise: exact risk on the first p of D",
    .statement = R"(\mathbb{E}\|\hat w_p - w\|^2 = u + (1-u)\bigl(1-\tfrac np\bigr)_+
        + (u+\sigma^2)\frac{\min(n,p)}{|p-n|-1}, \qquad u = \sum_{j>p} w_j^2,\ |w| = 1)",
    .source = {"Belkin, Hsu, Xu 2019, arXiv:1903.07571", "Theorem 1"},
    .assumes = {"the columns are independent"},
    .sweep =
        prefix_widths({1, 2, 4, 6, 8, 12, 16, 18, 20, 22, 24, 40, 44, 48, 56, 64, 72, 80, 96, 128}),
    .measure = {"excess risk of the min-norm fit on the first p columns, averaged over the noise",
                Polarity::exact, prefix_risk},
    .predict = equals(prefix_risk_law)
                   .within(0.05)
                   .rival(-0.12, "|p - n| in place of |p - n| - 1 at p = 24")
                   .because("two bands stay clear of |p - n| in place of |p - n| - 1 at p = 24"),
    .budget = {.first = 256, .quick = 8192, .standard = 32768, .full = 131072},
    .controls = {{.name = "correlated-columns",
                  .breaks = "the columns are independent",
                  .expect = near(7.539, 0.4),
                  .trial = prefix_risk_of_correlated_columns,
                  .sweep = prefix_widths({1}),
                  .remark = "correlation 1/2: at p = 1 the fit takes half of what the others "
                            "sum to for its own, (s/2)^2 = 3 beside 0.41"}},
}};

const Registered double_descent_twice{{
    .id = "double-descent/double-descent-prefix-two-descents",
    .title = "The risk descends twice as columns are added",
    .statement = R"(p \mapsto \mathbb{E}_\varepsilon\|\hat w_p - w\|^2 \text{ falls, rises to }
        p = n \text{ and falls again})",
    .source = {"Belkin, Hsu, Ma, Mandal 2019, arXiv:1812.11118", "Figure 1"},
    .assumes = {"the fit is not penalised"},
    .sweep = prefix_widths({1, 2, 4, 8, 16, 24, 28, 32, 36, 40, 48, 64, 96}),
    .measure = {"excess risk of the min-norm fit on the first p columns, averaged over the noise",
                Polarity::exact, prefix_risk},
    .predict =
        has_shape(
            {.kind = Shape::Kind::descents, .axis = "p", .count = 2, .summary = Summary::median})
            .within(0.2)
            .because("the law falls by half to p = 6, then from the peak by more; medians, "
                     "since the mean is infinite at p = n"),
    .budget = {.first = 128, .quick = 1024, .standard = 8192, .full = 32768},
    .controls = {{.name = "tuned-ridge",
                  .breaks = "the fit is not penalised",
                  .expect = near(1, 0.1),
                  .trial = prefix_risk_of_tuned_ridge,
                  .remark = "with the best penalty there is the first descent alone"}},
}};

}  // namespace
}  // namespace asymptest::double_descent::double_descent_prefix_claim
