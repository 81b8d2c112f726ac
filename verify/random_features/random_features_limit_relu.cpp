#include "asymptest/claim/registry.hpp"
#include "feature_trials.hpp"

namespace asymptest::random_features::random_features_limit_relu_claim {
namespace {

constexpr const char* no_preferred_direction = "no direction is preferred";

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
    .sweep = {axis("m", "random ReLU features").geometric(80, 2560).standard(10240)},
    .measure = {"mean square at fresh points, and over random labels, of the distance of the "
                "min-norm interpolant to the kernel's",
                Polarity::exact, relu_distance_to_kernel},
    .predict = theta({{"m", -1}})
                   .within(0.1)
                   .rival(0, "a kernel of another law")
                   .rival(-2, "a smooth quadrature")
                   .corrected_by(1, "the second-order term of the inverse of K_m")
                   .because("twice the exponent of the distance; two bands stay clear of both "
                            "rivals"),
    .budget = {.first = 32,
               .quick = 4096,
               .standard = 4096,
               .full = 8192,
               .cost = [](const Point& at) { return 20 + at["m"]; }},
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
}  // namespace asymptest::random_features::random_features_limit_relu_claim
