#include "asymptest/claim/registry.hpp"
#include "trials/bump_trials.hpp"

namespace asymptest::robustness::bump_interpolant_claim {
namespace {

Sweep along_dimension() {
  return {{axis("d", "ambient dimension"), axis("n", "samples")},
          {{{"d", 256}, {"n", 64}},
           {{"d", 512}, {"n", 64}},
           {{"d", 1024}, {"n", 64}},
           {{"d", 2048}, {"n", 64}},
           {{"d", 4096}, {"n", 64}},
           {{"d", 8192}, {"n", 64}}}};
}

Sweep along_samples() {
  return {{axis("d", "ambient dimension"), axis("n", "samples")},
          {{{"d", 1024}, {"n", 8}},
           {{"d", 1024}, {"n", 16}},
           {{"d", 1024}, {"n", 32}},
           {{"d", 1024}, {"n", 64}},
           {{"d", 1024}, {"n", 128}},
           {{"d", 1024}, {"n", 256}}}};
}

const Registered bump_interpolant{{
    .id = "robustness/bump-interpolant",
    .title = "Bumps on the samples, n (d + 1) parameters, interpolate any labels",
    .statement = R"(f(x) = \sum_i y_i\Bigl(1-\frac{\|x-x_i\|}{r}\Bigr)_+, \quad
        r = \tfrac12\min_{i\ne j}\|x_i-x_j\| \implies f(x_i) = y_i)",
    .source = {"Bubeck, Sellke 2021, arXiv:2105.12806", "section 1, on tightness"},
    .assumes = {"no bump reaches another sample"},
    .sweep = {axis("d", "ambient dimension").listed({2, 16, 128}),
              axis("n", "samples").listed({8, 64})},
    .measure = {"largest error of the bumps on n random points of the sphere with random labels",
                Polarity::exact, bump_interpolation_error},
    .predict = always_at_most(0, 1e-12).within(0.02).because(
        "an equality for every sample: one error beyond rounding is a counterexample"),
    .budget = {.first = 128, .quick = 512, .standard = 4096, .full = 32768},
    .controls = {{.name = "wide-bumps",
                  .breaks = "no bump reaches another sample",
                  .expect = near(1, 0.05),
                  .trial = wide_bump_interpolation_error,
                  .remark = "of radius 2√2 each reaches all samples: every draw fails"}},
}};

const Registered bump_interpolant_dimension{{
    .id = "robustness/bump-interpolant-dimension",
    .title = "Bumps of n (d + 1) parameters are Lipschitz with a constant that forgets d",
    .statement = R"(\mathrm{Lip}(f) = \frac{2}{\min_{i\ne j}\|x_i-x_j\|} = \Theta(d^0)
        \quad \text{at } p = n(d+1))",
    .source = {"Bubeck, Sellke 2021, arXiv:2105.12806", "section 1, on tightness"},
    .assumes = {"every sample has d parameters of its own"},
    .sweep = along_dimension(),
    .measure = {"Lipschitz constant of the bumps on 64 random points of the sphere",
                Polarity::exact, bump_lipschitz},
    .predict = theta({{"d", 0}})
                   .within(0.1)
                   .rival(0.5, "p = 2n parameters, the law of robustness")
                   .corrected_by(0.5, "the nearest pair's inner product, √(4 log n/d)")
                   .because("two bands stay clear of what p of order n costs, √d"),
    .controls = {{.name = "fixed-features",
                  .breaks = "every sample has d parameters of its own",
                  .expect = near(0.5, 0.1),
                  .trial = fixed_features_lipschitz,
                  .remark = "p = 2n coordinates, linear: Lip² = n d/(n − 1) in the mean"}},
    .remark = "With robustness/robustness-d-times the two halves of the ratio: p of order n d is "
              "enough for a constant Lipschitz constant, and p of order n is not.",
}};

const Registered bump_interpolant_samples{{
    .id = "robustness/bump-interpolant-samples",
    .title = "Bumps of n (d + 1) parameters are Lipschitz with a constant that forgets n",
    .statement = R"(\mathrm{Lip}(f) = \frac{2}{\min_{i\ne j}\|x_i-x_j\|} = \Theta(n^0)
        \quad \text{for } \log n \ll d)",
    .source = {"Bubeck, Sellke 2021, arXiv:2105.12806", "section 1, on tightness"},
    .assumes = {"the dimension keeps the samples apart"},
    .sweep = along_samples(),
    .measure = {"Lipschitz constant of the bumps on n random points of the sphere of R^1024",
                Polarity::exact, bump_lipschitz},
    .predict = theta({{"n", 0}})
                   .within(0.1)
                   .rival(0.5, "the law of robustness at a fixed p")
                   .because("two bands stay clear of the growth at a fixed number of parameters"),
    .controls = {{.name = "circle",
                  .breaks = "the dimension keeps the samples apart",
                  .expect = near(1, 0.1),
                  .trial = bump_lipschitz_on_circle,
                  .sweep = along_samples(),
                  .remark = "equidistant points of the circle: 1/sin(π/n)"}},
}};

}  // namespace
}  // namespace asymptest::robustness::bump_interpolant_claim
