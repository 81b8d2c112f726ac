#include "asymptest/claim/registry.hpp"
#include "polynomial_trials.hpp"

namespace asymptest::model_complexity::bias_variance_claim {
namespace {

Sweep degrees(std::vector<double> coefficients, std::vector<double> smoothness) {
  return {axis("n", "nodes").listed({32}),
          axis("p", "coefficients: the degree + 1").listed(std::move(coefficients)),
          axis("s", "powers of (1 + k)² in the norm that picks an interpolant")
              .listed(std::move(smoothness)),
          axis("noise", "variance of the noise").listed({0.0625})};
}

const Registered bias_variance{{
    .id = "model-complexity/bias-variance",
    .title = "In the degree of a polynomial the risk is a U",
    .statement = R"(\arg\min_p \Bigl(\sum_{k\ge p} c_k^2 + \sigma^2\tfrac pn\Bigr)
        = \min\{p : c_p^2 < \sigma^2/n\})",
    .source = {"Notes on double descent, after Deisenroth, Faisal, Ong 2020",
               "the sweet spot between under- and overfitting"},
    .assumes = {"the labels are noisy"},
    .sweep = degrees({1, 2, 3, 4, 5, 6, 8, 12, 16, 24, 32}, {1}),
    .measure = {"risk of the least-squares polynomial at Chebyshev nodes", Polarity::exact,
                polynomial_risk},
    .predict = has_shape({.kind = Shape::Kind::valley, .axis = "p", .location = 5})
                   .within(0.25)
                   .because("4^-k crosses the noise of a coefficient, 4^-4.5, between 4 and 5; a "
                            "degree more or less costs 10 to 20 per cent only"),
    .budget = {.first = 128, .quick = 2048, .standard = 8192, .full = 32768},
    .controls = {{.name = "noiseless",
                  .breaks = "the labels are noisy",
                  .expect = near(32, 1),
                  .trial = polynomial_risk_without_noise,
                  .remark = "bias alone falls to the last degree"}},
}};

const Registered bias_variance_peak{{
    .id = "model-complexity/bias-variance-peak",
    .title = "It peaks at degree n − 1, and falls beyond under a flat norm",
    .statement = R"(\arg\max_p \mathbb{E}\,\|\hat f_p - f\|^2 = n)",
    .source = {"Belkin, Hsu, Ma, Mandal 2019, arXiv:1812.11118", "the interpolation threshold"},
    .assumes = {"the labels are noisy"},
    .sweep = degrees({20, 26, 32, 33, 40, 48, 56}, {0}),
    .measure = {"risk of the least-squares polynomial of least norm at Chebyshev nodes",
                Polarity::exact, polynomial_risk},
    .predict = has_shape({.kind = Shape::Kind::peak, .axis = "p", .location = 32})
                   .within(0.05)
                   .because("T_n vanishes at the nodes, so that p = n + 1 is no different; a "
                            "quarter of n more or less is lower by 11 per cent at least"),
    .budget = {.first = 128, .quick = 4096, .standard = 16384, .full = 65536},
    .controls = {{.name = "noiseless",
                  .breaks = "the labels are noisy",
                  .expect = near(56, 1),
                  .trial = polynomial_risk_without_noise,
                  .remark = "what remains is half of the last coefficient that is shared, c_9"}},
}};

const Registered bias_variance_norm{{
    .id = "model-complexity/bias-variance-norm",
    .title = "Beyond degree n − 1 the risk depends on the norm that picks the interpolant",
    .statement = R"(\mathbb{E}\,\|\hat f_p - f\|^2 = \sigma^2 + \sum_{i<p-n}
        \Bigl[(a_i^2 + (1-a_i)^2)\bigl(c_{n-i}^2 + \tfrac{\sigma^2}n\bigr)
        + (1-2a_i)\,c_{n-i}^2 - \tfrac{\sigma^2}n\Bigr],\quad
        a_i = \Bigl(1 + \bigl(\tfrac{1+n-i}{1+n+i}\bigr)^{2s}\Bigr)^{-1})",
    .source = {"Muthukumar, Vodrahalli, Subramanian, Sahai 2020, arXiv:1903.09139",
               "aliases of regularly spaced Fourier features"},
    .assumes = {"the nodes are Chebyshev's"},
    .sweep = degrees({8, 16, 32, 40, 48, 56, 60, 62}, {0, 1, 4}),
    .measure = {"risk of the least-squares polynomial of least norm at Chebyshev nodes",
                Polarity::exact, polynomial_risk},
    .predict =
        equals(polynomial_risk_law)
            .within(0.05)
            .rival(-0.376, "the flat norm's law for s = 4, at p = 60")
            .because("far inside what sets the norms apart: at p = 60 the flat one has 0.037, "
                     "s = 1 has 0.049 and s = 4 has 0.059; at p = 62 the signal that aliases "
                     "share is a quarter of it or more"),
    .budget = {.first = 128, .quick = 2048, .standard = 8192, .full = 32768},
    .controls = {{.name = "equal-spacing",
                  .breaks = "the nodes are Chebyshev's",
                  .expect = above(10),
                  .trial = polynomial_risk_at_equal_spacing,
                  .sweep = degrees({32}, {0}),
                  .remark = "interpolation at equal spacing multiplies the noise by more than the "
                            "square of 2^n/n^2 near the ends"}},
}};

}  // namespace
}  // namespace asymptest::model_complexity::bias_variance_claim
