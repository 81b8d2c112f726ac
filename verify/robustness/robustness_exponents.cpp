#include "asymptest/claim/registry.hpp"
#include "trials/min_norm_trials.hpp"

namespace asymptest::robustness::robustness_exponents_claim {
namespace {

double surplus(const Point& at) { return at["p"] - at["n"] - 1; }

/// A sweep along one axis, the other two fixed.
Sweep along(const char* swept, double first, double last, const Point& fixed) {
  std::vector<Point> points;
  for (const double size : axis(swept, "").geometric(first, last).sizes(Tier::quick)) {
    std::vector<Coordinate> coordinates = fixed.coordinates();
    for (Coordinate& one : coordinates) one.value = one.axis == swept ? size : one.value;
    points.emplace_back(coordinates);
  }
  return {{axis("n", "samples"), axis("d", "ambient dimension"), axis("p", "parameters")}, points};
}

Prediction linear_in(Factor factor) {
  return theta({std::move(factor)}).within(0.1).because("the band of the claim");
}

const Registered robustness_exponents{{
    .id = "robustness/robustness-exponents",
    .title = "Smooth interpolation: Lip² of the min-norm solution is n d/(p − n − 1)",
    .statement = R"(\mathbb{E}\,\mathrm{Lip}(\hat f)^2 = \Theta\Bigl(\frac{n\,d}{p-n-1}\Bigr),
        \quad \text{so } \mathrm{Lip} \asymp \sqrt{nd/p} \text{ attains the law of robustness})",
    .source = {"Bubeck, Sellke 2021, arXiv:2105.12806", "Theorem 3"},
    .assumes = {"the data are isoperimetric in the ambient dimension", "the labels are noise",
                "the data are a mixture of far fewer laws than samples"},
    .sweep = {{axis("n", "samples").listed({8, 16, 32, 64}),
               axis("d", "ambient dimension").listed({1024, 2048, 4096, 8192}),
               axis("p", "parameters: the coordinates used").listed({128, 256, 512, 1024})}},
    .measure = {"squared Lipschitz constant of the min-norm linear interpolant, averaged over "
                "random labels",
                Polarity::exact, squared_lipschitz},
    .predict = theta({{"p - n - 1", -1, surplus}, {"n", 1}, {"d", 1}})
                   .within(0.1)
                   .rival(-4.0 / 3, "the slope in p itself")
                   .because("two bands stay clear of what the slope in p itself reads, -4/3"),
    .controls =
        {{.name = "subspace-data",
          .breaks = "the data are isoperimetric in the ambient dimension",
          .expect = near(0, 0.3),
          .trial = on_a_subspace,
          .sweep = along("d", 128, 8192, {{"n", 32}, {"d", 0}, {"p", 128}}),
          .predict = linear_in({"d", 1}),
          .remark = "data on 64 of the d axes: smoothness costs 64 times the parameters, not d"},
         {.name = "linear-labels",
          .breaks = "the labels are noise",
          .expect = near(0, 0.3),
          .trial = with_linear_labels,
          .sweep = along("n", 32, 1024, {{"n", 0}, {"d", 1024}, {"p", 32}}),
          .predict = linear_in({"n", 1}),
          .remark = "noiseless linear labels can be interpolated with n > p: Lip² = d for any n"},
         {.name = "atoms",
          .breaks = "the data are a mixture of far fewer laws than samples",
          .expect = near(0, 0.3),
          .trial = on_atoms,
          .sweep = along("d", 256, 8192, {{"n", 16}, {"d", 0}, {"p", 16}}),
          .predict = linear_in({"d", 1}),
          .remark = "n atoms on the sphere and p = n values on them, extended by McShane: Lip² "
                    "falls to 2"},
         {.name = "two-far-clusters",
          .trial = on_two_clusters,
          .predict =
              equals([](const Point& at) { return (at["n"] - 1) * at["d"] / surplus(at); })
                  .within(0.03)
                  .because("a quarter of what n for n - 1, without clusters, is off by at n = 8; "
                           "what the step adds, 1/(100 n), is far less"),
          .harmless = true,
          .remark =
              "mixtures of few laws are covered; the step between the clusters fits one label"}},
    .remark =
        "The exponents are those of Lip², whose mean is exact; those of Lip are half of them, "
        "+1/2, +1/2 and -1/2. Against p in place of p - n - 1 the slope reads -0.67 for -0.5. "
        "The d axis enters through the length of the data, E|x|² = 1, alone.",
}};

}  // namespace
}  // namespace asymptest::robustness::robustness_exponents_claim
