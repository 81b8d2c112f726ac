#include <cstdint>
#include <utility>

#include "asymptest/claim/registry.hpp"
#include "feature_trials.hpp"

namespace asymptest::random_features::random_features_limit_claim {
namespace {

Sweep from_ten_a_sample(const char* features) {
  return {axis("m", features).geometric(80, 2560).standard(10240)};
}

Sweep many_frequencies() { return from_ten_a_sample("random Fourier frequencies"); }

Budget feature_budget(std::int64_t quick = 1024) {
  return {.first = 32, .quick = quick, .standard = 4096, .full = 8192, .cost = [](const Point& at) {
            return 20 + at["m"];
          }};
}

Measure distance_by(Trial trial) {
  return {
      "mean square at fresh points, and over random labels, of the distance of the min-norm "
      "interpolant to the kernel's",
      Polarity::exact, std::move(trial)};
}

Prediction inverse_of_m() {
  return theta({{"m", -1}})
      .within(0.1)
      .rival(0, "a kernel of another law")
      .rival(-2, "a smooth quadrature")
      .corrected_by(1, "the second-order term of the inverse of K_m")
      .because("twice the exponent of the distance; two bands stay clear of both rivals");
}

constexpr const char* no_preferred_direction = "no direction is preferred";
constexpr const char* spectral_law = "the frequencies are drawn from the kernel's spectral law";

const Registered random_features_limit{{
    .id = "random-features/random-features-limit",
    .title = "The squared distance of random Fourier interpolants to the kernel's is Θ(1/m)",
    .statement = R"(\mathbb{E}\|f_m - f_\infty\|_{L^2}^2 = \Theta(m^{-1}),
        \quad v \sim \mathcal N(0, I),\ k(x,z) = e^{-\|x-z\|^2/2})",
    .source = {"Rahimi, Recht 2007; Belkin, Hsu, Ma, Mandal 2019, arXiv:1812.11118",
               "Claim 1; random Fourier features"},
    .assumes = {spectral_law},
    .sweep = many_frequencies(),
    .measure = distance_by(distance_to_kernel),
    .predict = inverse_of_m(),
    .budget = feature_budget(),
    .controls = {{.name = "cauchy-frequencies",
                  .breaks = spectral_law,
                  .expect = near(0, 0.25),
                  .trial = distance_with_cauchy_frequencies,
                  .correction = Correction{1, "variance and bias of the sampled kernel"},
                  .remark = "theirs is the kernel exp(-Σ|x_k - z_k|): the distance has a floor"}},
    .remark = "From m = 10 n on. The features are cosines and sines: the real part of the slides' "
              "complex exponentials.",
}};

const Registered random_features_limit_largest{{
    .id = "random-features/random-features-limit-largest",
    .title = "So does the largest distance over eight fresh points",
    .statement = R"(\mathbb{E}\max_j |f_m(z_j) - f_\infty(z_j)| = \Theta(m^{-1/2}))",
    .source = {"Rahimi, Recht 2007", "Claim 1"},
    .assumes = {spectral_law},
    .sweep = many_frequencies(),
    .measure = {"largest distance of the min-norm interpolant to the kernel's at eight fresh "
                "points",
                Polarity::exact, largest_distance_to_kernel},
    .predict = theta({{"m", -0.5}})
                   .within(0.1)
                   .rival(0, "a kernel of another law")
                   .rival(-1, "a smooth quadrature")
                   .corrected_by(1, "the second-order term of the inverse of K_m")
                   .because("two bands stay clear of both rivals"),
    .budget = feature_budget(),
    .controls = {{.name = "wrong-scale",
                  .breaks = spectral_law,
                  .expect = near(0, 0.125),
                  .trial = largest_distance_to_kernel_as_stated,
                  .correction = Correction{1, "variance and bias of the sampled kernel"},
                  .remark = "normal frequencies against exp(-|x - z|^2)"}},
}};

const Registered random_features_limit_norm{{
    .id = "random-features/random-features-limit-norm",
    .title = "The norm exceeds that of the kernel interpolant by Θ(1/m)",
    .statement = R"(\mathbb{E}\,y^\top (K_m^{-1} - K^{-1})\,y = \Theta(m^{-1}))",
    .source = {"Belkin, Hsu, Ma, Mandal 2019, arXiv:1812.11118",
               "construct progressively better approximations to that smallest norm function"},
    .assumes = {spectral_law},
    .sweep = many_frequencies(),
    .measure = {"excess of the squared norm over that of the kernel interpolant, less its part of "
                "mean zero, averaged over labels",
                Polarity::exact, norm_excess},
    .predict = theta({{"m", -1}})
                   .within(0.1)
                   .rival(0, "a kernel of another law")
                   .rival(-0.5, "the fluctuation, which has no part in the mean")
                   .corrected_by(1, "the third-order term of the inverse of K_m")
                   .because("two bands stay clear of both rivals"),
    .budget = feature_budget(),
    .controls = {{.name = "wrong-scale",
                  .breaks = spectral_law,
                  .expect = near(0, 0.25),
                  .trial = norm_excess_as_stated,
                  .correction = Correction{1, "variance and bias of the sampled kernel"},
                  .remark = "a constant: the norms belong to two kernels"}},
}};

const Registered random_features_limit_as_stated{{
    .id = "random-features/random-features-limit-as-stated",
    .title = "Erratum: standard normal frequencies do not lead to exp(−‖x − z‖²)",
    .statement = R"(\|f_m - f_\infty\|_{L^2} \to 0,
        \quad v \sim \mathcal N(0, I),\ k(x,z) = e^{-\|x-z\|^2})",
    .source = {"Lecture slides after Belkin 2021, arXiv:2105.14368", "Random Fourier Feature"},
    .assumes = {"the frequencies are standard normal"},
    .sweep = many_frequencies(),
    .measure = distance_by(distance_to_kernel_as_stated),
    .predict = at_most({{"m", -1}}).within(0.1).because("the band of the corrected claim"),
    .budget = feature_budget(),
    .corrected_by = "random-features/random-features-limit",
    .expect = near(0, 0.25),
    .remark = "exp(−‖x − z‖²) has the spectral law N(0, 2I); that of N(0, I) is exp(−‖x − z‖²/2). "
              "The wrong pairing leaves a floor.",
}};

const Registered random_features_limit_relu{{
    .id = "random-features/random-features-limit-relu",
    .title = "Random ReLU interpolants tend to that of the arc-cosine kernel, squared by Θ(1/m)",
    .statement = R"(\mathbb{E}\|f_m - f_\infty\|_{L^2}^2 = \Theta(m^{-1}), \quad
        f_m(x) = \sum_{k\le m} w_k \max(\langle v_k, (x, 1)\rangle, 0),\
        k(x,z) = \frac{\|x\|\|z\|}{2\pi}(\sin\theta + (\pi-\theta)\cos\theta))",
    .source =
        {"Cho, Saul 2009, \"Kernel methods for deep learning\"; Belkin, Hsu, Ma, Mandal 2019, "
         "arXiv:1812.11118",
         "arc-cosine kernel of order 1; random ReLU features"},
    .assumes = {no_preferred_direction},
    .sweep = from_ten_a_sample("random ReLU features"),
    .measure = distance_by(relu_distance_to_kernel),
    .predict = inverse_of_m(),
    .budget = feature_budget(4096),
    .controls = {{.name = "sign-directions",
                  .breaks = no_preferred_direction,
                  .expect = near(0, 0.25).because(
                      "their kernel is the mean over 16 directions, for any m: the distance of the "
                      "two kernels' interpolants stays"),
                  .trial = relu_distance_with_sign_directions,
                  .correction = Correction{1, "variance and bias of the sampled kernel"}},
                 {.name = "unit-directions",
                  .trial = relu_distance_with_unit_directions,
                  .correction = Correction{1, "the second-order term of the inverse of K_m"},
                  .harmless = true,
                  .remark = "a quarter of the kernel, which has the same interpolant: the length "
                            "of a direction is part of its weight"}},
    .remark = "From m = 10 n on. The last coordinate of all points is 1, which makes biases.",
}};

}  // namespace
}  // namespace asymptest::random_features::random_features_limit_claim
