#include "asymptest/claim/registry.hpp"
#include "singular_trials.hpp"

namespace asymptest::weighted_neighbours::singular_weights_rate_claim {
namespace {

constexpr const char* weak = "the singularity is weaker than d/2";
constexpr const char* smooth = "the target is twice differentiable";
constexpr double weak_s = 0.25, strong_s = 2;

Claim rate_in(double d, const char* id, const char* title) {
  return {
      .id = id,
      .title = title,
      .statement = R"(\mathbb{E}\,(\hat f_{\mathrm{sing}}(x) - f^*(x))^2
          = \Theta(n^{-2\beta/(2\beta+d)}), \qquad k \asymp n^{2\beta/(2\beta+d)},\ \beta = 2)",
      .source = {"Belkin, Rakhlin, Tsybakov 2018, arXiv:1806.09471", "Theorem 1"},
      .assumes = {weak, smooth},
      .sweep = {axis("n", "samples").geometric(64, 16384).standard(131072)},
      .measure = {"squared error at the tip of 4|x|² with noise of variance 1, in expectation over "
                  "the noise",
                  Polarity::exact, squared_error(d, weak_s, 2)},
      .predict = theta({{"n", -4 / (4 + d)}})
                     .within(0.1)
                     .rival(0, "a > d")
                     .rival(-2 / (4 + d), "a target of one derivative")
                     .corrected_by(4 / (4 + d), "fluctuations of relative order 1/k")
                     .because("the optimal rate; two bands stay clear of both rivals"),
      .budget = {.first = 64,
                 .quick = 1024,
                 .standard = 4096,
                 .full = 16384,
                 .cost = [](const Point& at) { return 100 + at["n"]; }},
      .controls = {{.name = "twice-d",
                    .breaks = weak,
                    .expect = near(0, 1 / (4 + d)),
                    .trial = squared_error(d, strong_s, 2),
                    .correction =
                        Correction{4 / (4 + d),
                                   "the tail of the weights, 1/k; the squared bias is no larger"},
                    .remark = "half of the noise stays"},
                   {.name = "kink",
                    .breaks = smooth,
                    .expect = near(-2 / (4 + d), 0.5 / (4 + d)),
                    .trial = squared_error(d, weak_s, 1),
                    .correction = Correction{2 / (4 + d),
                                             "the variance, 1/k: the square of the squared bias"},
                    .remark = "4|x|: the bias of the same k is larger"}},
      .remark = "a = d/4.",
  };
}

const Registered rate_on_a_line{rate_in(1, "weighted-neighbours/singular-weights-rate-1",
                                        "On the line singular weights attain the rate n^(-4/5)")};
const Registered rate_in_a_plane{rate_in(2, "weighted-neighbours/singular-weights-rate-2",
                                         "In the plane singular weights attain the rate n^(-2/3)")};
const Registered rate_in_space{rate_in(3, "weighted-neighbours/singular-weights-rate-3",
                                       "In space singular weights attain the rate n^(-4/7)")};

Trial error_at_strength(double s) {
  return [s](const Point& at, Stream& random) { return squared_error(at["d"], s, 2)(at, random); };
}

const Registered constant{{
    .id = "weighted-neighbours/singular-weights-rate-constant",
    .title = "At a = d/4 the squared error is 16(k/n)^(4/d)·(¾/(¾ + 2/d))² + 9/8k",
    .statement = R"(\mathbb{E}\,(\hat f_{\mathrm{sing}}(x) - f^*(x))^2 \to
          \Bigl(4 \bigl(\tfrac kn\bigr)^{2/d} \frac{1-s}{1-s+2/d}\Bigr)^2
          + \frac{(1-s)^2}{(1-2s)\,k}, \qquad s = \tfrac ad = \tfrac14,\ f^*(z) = 4\|z\|^2)",
    .source = {"Devroye, Györfi, Krzyżak 1998", "the Hilbert kernel regression estimate"},
    .assumes = {"the singularity is d/4"},
    .sweep = {axis("d", "dimension").listed({1, 2, 3}), axis("n", "samples").listed({4096, 16384})},
    .measure = {"squared error at the tip of 4|x|² with noise of variance 1, in expectation over "
                "the noise, at k = n^(4/(4 + d))",
                Polarity::exact, error_at_strength(weak_s)},
    .predict = equals([](const Point& at) { return squared_error_law(at["d"], weak_s, at["n"]); })
                   .within(0.05)
                   .because("what is left out is of the relative order 1/k, k = 116 at the least; "
                            "a = d/16 changes it by three bands"),
    .budget = {.first = 128,
               .quick = 2048,
               .standard = 8192,
               .full = 32768,
               .cost = [](const Point& at) { return 100 + at["n"]; }},
    .controls = {{.name = "sixteenth-of-d",
                  .breaks = "the singularity is d/4",
                  .expect = near(0.169, 0.06)
                                .because("the law itself has 4.75/k for 4.06/k in the plane, where "
                                         "it differs most; terms in 1/k, k = 256, leave some "
                                         "hundredths, and which point is most off is picked among "
                                         "two that are alike"),
                  .trial = error_at_strength(weak_s / 4)}},
}};

}  // namespace
}  // namespace asymptest::weighted_neighbours::singular_weights_rate_claim
