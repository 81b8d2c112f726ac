#include <utility>
#include <vector>

#include "asymptest/claim/registry.hpp"
#include "trials/portfolio_trials.hpp"

namespace asymptest::robustness::robustness_portfolio_claim {
namespace {

constexpr const char* noisy = "the labels are noise";
constexpr const char* below_noise =
    "the training error stays a fixed amount below the noise's variance";
constexpr const char* all_counted = "all that depends on the data counts as a parameter";
const Source law_of_robustness{"Bubeck, Sellke 2021, arXiv:2105.12806", "Theorem 3"};

double samples_a_surplus(const Point& at) { return at["n"] / (at["p"] - at["n"] - 1); }

std::vector<Factor> law_of_features() {
  return {{"n/(p - n - 1)", 0.5, samples_a_surplus}, {"d", 0.5}};
}

/// `base` with one axis at several sizes.
void add_along(std::vector<Point>& points, const char* swept, const std::vector<double>& sizes,
               const Point& base) {
  for (const double size : sizes) {
    std::vector<Coordinate> coordinates = base.coordinates();
    for (Coordinate& one : coordinates) one.value = one.axis == swept ? size : one.value;
    points.emplace_back(coordinates);
  }
}

Sweep of_points(std::vector<Point> points) {
  return {
      {axis("n", "samples"), axis("d", "ambient dimension"), axis("p", "parameters: the features")},
      std::move(points)};
}

Sweep along(const char* swept, const std::vector<double>& sizes, const Point& base) {
  std::vector<Point> points;
  add_along(points, swept, sizes, base);
  return of_points(std::move(points));
}

Sweep along_all_axes() {
  std::vector<Point> points;
  add_along(points, "n", {2, 4, 8, 16, 24}, {{"n", 0}, {"d", 1024}, {"p", 64}});
  add_along(points, "p", {24, 32, 48, 96}, {{"n", 8}, {"d", 1024}, {"p", 0}});
  add_along(points, "d", {512, 2048, 4096}, {{"n", 8}, {"d", 0}, {"p", 64}});
  return of_points(std::move(points));
}

/// The same with features that are few for the dimension, √p ≪ √d.
Sweep with_few_features() {
  std::vector<Point> points;
  add_along(points, "n", {2, 4, 8, 12, 16}, {{"n", 0}, {"d", 1024}, {"p", 32}});
  add_along(points, "d", {512, 2048, 4096}, {{"n", 4}, {"d", 0}, {"p", 32}});
  return of_points(std::move(points));
}

Budget of_large_trials() {
  return {.first = 32, .quick = 2048, .cost = [](const Point& at) { return 100 + at["d"]; }};
}

constexpr const char* clear_of_none =
    "two bands stay clear of no dependence; n/(p - n - 1) is the exact regressor of linear "
    "features";

const Registered features{{
    .id = "robustness/robustness-portfolio-features",
    .title = "Random features that fit noise obey the law of robustness in n, d and p",
    .statement = R"(\mathrm{Lip}(\hat f) = \Omega\bigl(\sqrt{nd/(p-n-1)}\bigr), \quad
        \hat f(x) = \sum_{k\le p} w_k\tanh\langle g_k, x\rangle,\ \hat f(x_i) = y_i)",
    .source = law_of_robustness,
    .assumes = {noisy, below_noise},
    .sweep = along_all_axes(),
    .measure = {"Lipschitz constant of the fit of least norm to random labels, by ascent over the "
                "slopes of tanh",
                Polarity::lower_bound, features_lipschitz(Side::below)},
    .predict =
        at_least(law_of_features()).within(0.2).towards(Towards::infinity).because(clear_of_none),
    .budget = of_large_trials(),
    .controls = {{.name = "product-of-norms",
                  .trial = features_lipschitz(Side::above),
                  .sweep = with_few_features(),
                  .remark = "a product of norms is larger than what it bounds, and can't show that "
                            "anything is large",
                  .stopped_by = Polarity::upper_bound}},
    .remark = "The ascent's value is a lower bound, which is what 'at least' needs. The twin "
              "robustness-portfolio-features-upper has the product of norms.",
}};

const Registered features_upper{{
    .id = "robustness/robustness-portfolio-features-upper",
    .title = "And they attain it: the certified product grows no faster",
    .statement = R"(\mathrm{Lip}(\hat f) \le \lVert G\rVert\,\lVert w\rVert
        = O\bigl(\sqrt{nd/(p-n-1)}\bigr) \quad \text{for } p \le d)",
    .source = {"Bubeck, Sellke 2021, arXiv:2105.12806", "section 1, on tightness"},
    .assumes = {noisy, below_noise},
    .sweep = with_few_features(),
    .measure = {"product of norms that bounds the Lipschitz constant of the fit",
                Polarity::upper_bound, features_lipschitz(Side::above)},
    .predict =
        at_most(law_of_features())
            .within(0.2)
            .towards(Towards::infinity)
            .rival(1, "the square of the law")
            .because("two bands stay clear of the square; ‖G‖ = √d + √p bends the law by √(p/d)"),
    .budget = of_large_trials(),
    .controls = {{.name = "clean-labels",
                  .breaks = noisy,
                  .expect = near(0, 0.125),
                  .trial = clean_features_lipschitz,
                  .sweep =
                      along("n", {32, 64, 128, 256, 512, 1024}, {{"n", 0}, {"d", 128}, {"p", 16}}),
                  .predict = at_least({{"n", 0.5}}).within(0.125).because(clear_of_none),
                  .remark = "labels of a sum of the same features, n ≥ p: it is found for any n"},
                 {.name = "shrinking-fit",
                  .breaks = below_noise,
                  .expect = near(0, 0.125, "d"),
                  .trial = shrinking_features_lipschitz,
                  .sweep =
                      along("d", {256, 512, 1024, 2048, 4096}, {{"n", 8}, {"d", 0}, {"p", 32}}),
                  .predict = at_least({{"d", 0.5}})
                                 .within(0.125)
                                 .corrected_by(0.5, "‖G‖ = √d + √p")
                                 .because(clear_of_none),
                  .remark = "a share √(256/d)/2 of each label is fitted: √d of smoothness is "
                            "bought with it"}},
    .remark = "An upper bound can support 'at most' and refute 'at least': the controls are held "
              "against the law's lower bound.",
}};

Sweep of_machines() {
  std::vector<Point> points;
  for (const double n : {8, 16, 32, 64}) points.push_back({{"n", n}, {"d", 128}});
  for (const double d : {64, 256, 512, 1024}) points.push_back({{"n", 16}, {"d", d}});
  return {{axis("n", "samples"), axis("d", "ambient dimension")}, std::move(points)};
}

const Registered machine{{
    .id = "robustness/robustness-portfolio-machine",
    .title = "A Gaussian kernel machine that fits noise, p = n (d + 1), obeys the law",
    .statement = R"(\mathrm{Lip}(\hat f) = \Omega\bigl(\sqrt{nd/p}\bigr) = \Omega(1), \quad
        \hat f(x) = \sum_{i\le n} \alpha_i e^{-\lVert x-x_i\rVert^2})",
    .source = law_of_robustness,
    .assumes = {noisy, below_noise},
    .sweep = of_machines(),
    .measure = {"Lipschitz constant of the interpolant of least norm of random labels, by ascent "
                "from two samples",
                Polarity::lower_bound, machine_lipschitz(Side::below)},
    .predict = at_least({{"n", 0}, {"d", 0}})
                   .within(0.2)
                   .because("two bands stay clear of a constant that vanishes as n^(-1/2)"),
    .budget = {.first = 16,
               .quick = 512,
               .cost = [](const Point& at) { return 1000 + at["n"] * at["d"]; }},
    .controls = {{.name = "norm-in-the-kernels-space",
                  .trial = machine_lipschitz(Side::above),
                  .remark = "larger than what it bounds: it can't show that anything is large",
                  .stopped_by = Polarity::upper_bound}},
}};

const Registered machine_upper{{
    .id = "robustness/robustness-portfolio-machine-upper",
    .title = "Its constant is √n at most, whatever the dimension",
    .statement = R"(\mathrm{Lip}(\hat f) \le \sqrt2\,\lVert\hat f\rVert_{\mathcal H} = O(\sqrt n))",
    .source = law_of_robustness,
    .assumes = {all_counted, below_noise},
    .sweep = {{axis("n", "samples").listed({8, 16, 32, 64}),
               axis("d", "ambient dimension").listed({64, 128, 256, 512})}},
    .measure = {"√2 times the interpolant's norm in the kernel's space", Polarity::upper_bound,
                machine_lipschitz(Side::above)},
    .predict = at_most({{"n", 0.5}, {"d", 0}})
                   .within(0.2)
                   .because("two bands stay clear of the law at p = n, √d, and of n"),
    .budget = {.first = 32, .quick = 1024},
    .controls = {{.name = "coefficients-alone",
                  .breaks = all_counted,
                  .expect = near(0, 0.1, "d"),
                  .trial = machine_lipschitz(Side::above),
                  .sweep = Sweep{{axis("n", "samples").listed({32}),
                                  axis("d", "ambient dimension").geometric(64, 2048)}},
                  .predict = at_least({{"d", 0.5}}).within(0.1).because("the law with p = n"),
                  .remark =
                      "n coefficients, as if the centres were no parameters: √(nd/p) = √d is not "
                      "reached"},
                 {.name = "shrinking-fit",
                  .breaks = below_noise,
                  .expect = near(-0.5, 0.125, "d"),
                  .trial = shrinking_machine_lipschitz,
                  .sweep = Sweep{{axis("n", "samples").listed({32}),
                                  axis("d", "ambient dimension").geometric(64, 2048)}},
                  .predict = at_least({{"d", 0}}).within(0.1).because("the law with p = n (d + 1)"),
                  .remark = "the share √(64/d)/2 of each label: the constant is linear in it"}},
    .remark = "Between the two the exponent of n is between 0 and 1/2: the machine pays for its "
              "rigid bumps. At n ≤ d the Gram matrix is near a multiple of the identity, and "
              "‖f‖² of order n.",
}};

const Registered networks{{
    .id = "robustness/robustness-portfolio-networks",
    .title = "Trained two-layer networks that fit noise, n/p fixed, have Lip ≥ c √d",
    .statement = R"(\mathrm{Lip}(\hat f) = \Omega\bigl(\sqrt{nd/p}\bigr) = \Omega(\sqrt d), \quad
        n = d,\ p = 8(d+1))",
    .source = {"Bubeck, Li, Nagaraj 2020, arXiv:2009.14444",
               "√(n/m) for m units; proven by Bubeck, Sellke 2021, arXiv:2105.12806"},
    .assumes = {noisy},
    .sweep = {axis("d", "ambient dimension").listed({8, 12, 16, 24, 32, 48, 64, 96})},
    .measure = {"Lipschitz constant of a trained network of 8 units, over all corners of its "
                "slopes",
                Polarity::exact, network_lipschitz},
    .predict = at_least({{"d", 0.5}})
                   .within(0.125)
                   .rival(0, "a constant that forgets d")
                   .because("two bands stay clear of no dependence"),
    .budget = {.first = 32,
               .quick = 1024,
               .cost = [](const Point& at) { return 1000 + at["d"] * at["d"]; }},
    .controls = {{.name = "clean-labels",
                  .breaks = noisy,
                  .expect = near(0, 0.125),
                  .trial = clean_network_lipschitz,
                  .sweep = Sweep{axis("d", "ambient dimension").listed({8, 12, 16, 24, 32})},
                  .remark = "labels of three tanh units along three axes, and more samples than "
                            "weights: the target is found, whose constant is 1"}},
    .remark = "The 8 input weights are independent for d ≥ 8, so that every corner is a limit of "
              "gradients: the constant on R^d is exact.",
}};

}  // namespace
}  // namespace asymptest::robustness::robustness_portfolio_claim
