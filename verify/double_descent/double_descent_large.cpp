#include <cmath>
#include <utility>
#include <vector>

#include "asymptest/claim/registry.hpp"
#include "ridgeless_trials.hpp"

namespace asymptest::double_descent::double_descent_large_claim {
namespace {

constexpr double snr = 4, largest_ratio = 3;

Sweep ratios(std::vector<double> of_p_to_n) {
  return {axis("n", "samples").geometric(200, 200, 10).standard(2000),
          axis("p/n", "parameters over samples").listed(std::move(of_p_to_n))};
}

Point with_parameters(const Point& at) {
  return {{"n", at["n"]}, {"p", std::round(at["p/n"] * at["n"])}, {"snr", snr}};
}

/// The same at a number of parameters that grows with the samples.
Trial in_proportion(double (*trial)(const Point&, Stream&)) {
  return [trial](const Point& at, Stream& random) { return trial(with_parameters(at), random); };
}

double law_in_proportion(const Point& at) { return excess_risk_law(with_parameters(at)); }

/// Of the limit law at p/n = 3: 1/2·1/snr of noise beside a bias of 2/3.
constexpr double noise_of_largest = 1 / (largest_ratio - 1) / snr;
constexpr double share_of_noise = noise_of_largest / (noise_of_largest + 1 - 1 / largest_ratio);

const Registered double_descent_large{{
    .id = "double-descent/double-descent-large",
    .title = "The exact law of the ridgeless risk, for hundreds of samples and for thousands",
    .statement = R"(\mathbb{E}\|\hat w - w\|^2 = \begin{cases}
        \sigma^2\frac{p}{n-p-1} & p < n - 1 \\
        r^2\bigl(1-\frac np\bigr) + \sigma^2\frac{n}{p-n-1} & p > n + 1 \end{cases},
        \qquad n = 200,\ 2000)",
    .source = {"Hastie, Montanari, Rosset, Tibshirani 2019, arXiv:1903.08560", "Theorem 1"},
    .assumes = {"the labels are noisy", "the data are Gaussian"},
    .sweep = ratios({0.5, 1.25, largest_ratio}),
    .measure = {"excess risk of the least-squares solution of least norm, averaged over the noise",
                Polarity::exact, in_proportion(excess_risk)},
    .predict = equals(law_in_proportion)
                   .within(0.05)
                   .rival(-share_of_noise, "no noise, at p/n = 3")
                   .because("a third of the noise's share where it is least, p/n = 3"),
    .budget = {.first = 16,
               .quick = 256,
               .standard = 256,
               .full = 1024,
               .cost = [](const Point& at) { return std::pow(at["n"], 3) * at["p/n"]; }},
    .controls = {{.name = "noiseless",
                  .breaks = "the labels are noisy",
                  .expect = near(-share_of_noise, 0.02).because("the noise's share is missing"),
                  .trial = in_proportion(risk_without_noise),
                  .sweep = ratios({largest_ratio})},
                 {.name = "uneven-rows",
                  .breaks = "the data are Gaussian",
                  .expect = near(share_of_noise * 9 / 7, 0.04)
                                .because("rows of random length multiply the noise part by "
                                         "E 1/s = 16/7"),
                  .trial = in_proportion(risk_with_uneven_rows),
                  .sweep = ratios({largest_ratio})}},
}};

}  // namespace
}  // namespace asymptest::double_descent::double_descent_large_claim
