#include "asymptest/claim/registry.hpp"
#include "features/feature_risk_trials.hpp"

namespace asymptest::double_descent::double_descent_features_claim {
namespace {

constexpr double samples = 32;
constexpr const char* distinct_features = "the features are different from each other";
constexpr const char* distinct_samples = "so are the samples";
constexpr const char* complex_weights = "the weights are complex";

Sweep across_the_threshold() {
  return {axis("n", "samples").listed({samples}),
          axis("N", "features").listed({8, 16, 24, 28, 30, 32, 34, 36, 40, 48, 64, 96, 128})};
}

Prediction peak_at_the_threshold() {
  return has_shape({.kind = Shape::Kind::peak,
                    .axis = "N",
                    .location = samples,
                    .summary = Summary::median})
      .within(0.07)
      .because(
          "the numbers of features next to the threshold; medians, since a square matrix may "
          "be as near to singular as it likes");
}

Budget peak_budget() {
  return {
      .first = 128, .quick = 1024, .standard = 4096, .full = 16384, .cost = [](const Point& at) {
        return 16 + at["N"];
      }};
}

const Registered relu{{
    .id = "double-descent/double-descent-features-relu",
    .title = "The risk of random ReLU features peaks where they just interpolate, N = n",
    .statement = R"(\arg\max_N \mathbb{E}_{x,\varepsilon}(\hat f_N(x) - f(x))^2 = n, \quad
        \hat f_N(x) = \sum_{k\le N} w_k \max(\langle v_k, x\rangle, 0))",
    .source = {"Belkin, Hsu, Ma, Mandal 2019, arXiv:1812.11118", "Random ReLU features"},
    .assumes = {distinct_features, distinct_samples},
    .sweep = across_the_threshold(),
    .measure = {"excess risk of the least-squares solution of least norm at 32 fresh points, "
                "averaged over the noise",
                Polarity::exact, relu_risk},
    .predict = peak_at_the_threshold(),
    .budget = peak_budget(),
    .controls = {{.name = "each-twice",
                  .breaks = distinct_features,
                  .expect = near(64, 1).because(
                      "the same as with N/2 different ones, which interpolate from N/2 = n on"),
                  .trial = relu_risk_of_pairs},
                 {.name = "twin-samples",
                  .breaks = distinct_samples,
                  .expect = near(16, 1).because(
                      "each of n/2 points twice: their mean labels are fitted from N = n/2 on"),
                  .trial = relu_risk_of_twin_samples}},
}};

const Registered complex_fourier{{
    .id = "double-descent/double-descent-features-complex",
    .title = "The risk of complex Fourier features peaks at N = n frequencies, not at n/2",
    .statement = R"(\arg\max_N \mathbb{E}_{x,\varepsilon}(\operatorname{Re}\hat f_N(x) - f(x))^2
        = n, \quad
        \hat f_N(x) = \sum_{k\le N} w_k e^{i\langle v_k, x\rangle},\ w \in \mathbb{C}^N)",
    .source = {"Belkin, Hsu, Ma, Mandal 2019, arXiv:1812.11118", "Random Fourier features"},
    .assumes = {complex_weights},
    .sweep = across_the_threshold(),
    .measure = {"excess risk of the real part of the least-squares solution of least norm at 32 "
                "fresh points, averaged over the noise",
                Polarity::exact, complex_risk},
    .predict = peak_at_the_threshold(),
    .budget = peak_budget(),
    .controls = {{.name = "real-weights",
                  .breaks = complex_weights,
                  .expect = near(16, 1).because(
                      "cosine and sine of a frequency with a weight each are two features"),
                  .trial = cosine_and_sine_risk}},
}};

}  // namespace
}  // namespace asymptest::double_descent::double_descent_features_claim
