#include "asymptest/claim/registry.hpp"
#include "trials/variance_trials.hpp"

namespace asymptest::scaling::variance_limited_claim {
namespace {

const Registered variance_limited_samples{{
    .id = "scaling/variance-limited-samples",
    .title = "Least squares above the threshold: the excess error is p/(N − p − 1)",
    .statement = R"(\mathbb{E}\,\|\hat w - w\|^2 = \frac{\sigma^2 p}{N-p-1})",
    .source = {"Bahri, Dyer, Kaplan, Lee, Sharma 2021, arXiv:2102.06701",
               "variance-limited regime"},
    .assumes = {"the features are Gaussian"},
    .sweep = {axis("N", "samples").listed({32, 64, 256, 1024})},
    .measure = {"excess squared error of 16 features, averaged over label noise of variance 1",
                Polarity::exact, least_squares_excess},
    .predict = equals([](const Point& at) { return 16 / (at["N"] - 17); })
                   .within(0.015)
                   .rival(-0.0625, "p/(N − p) at N = 32")
                   .rival(-0.5, "p/N at N = 32")
                   .because("two bands stay clear of p/(N − p) at the smallest size"),
    .budget = {.first = 256, .quick = 8192},
    .controls = {{.name = "uneven-samples",
                  .breaks = "the features are Gaussian",
                  .expect = above(0.02),
                  .trial = least_squares_excess_of_uneven_samples,
                  .remark =
                      "squared lengths of 1/4 and 7/4 times the usual: the inverse is convex"}},
}};

const Registered variance_limited_width{{
    .id = "scaling/variance-limited-width",
    .title = "m random features add a loss of order 1/m to that of infinitely many",
    .statement = R"(\mathbb{E}\,L(m) - L(\infty) = \Theta(m^{-1}))",
    .source = {"Bahri, Dyer, Kaplan, Lee, Sharma 2021, arXiv:2102.06701",
               "variance-limited regime"},
    .assumes = {"the features are independent"},
    .sweep = {axis("m", "random features").geometric(32, 1024)},
    .measure = {"test loss of ridge regression with m Fourier features less that of their Gaussian "
                "kernel, a control variate of mean 0 taken off",
                Polarity::exact, random_features_excess},
    .predict = theta({{"m", -1}})
                   .within(0.15)
                   .corrected_by(1, "Taylor's series in the kernel's error, even orders")
                   .because("three bands stay clear of −1/2, the fluctuation of a single draw"),
    .budget = {.first = 128, .quick = 4096},
    .controls = {{.name = "repeated-features",
                  .breaks = "the features are independent",
                  .expect = near(-0.5, 0.12),
                  .trial = repeated_features_excess,
                  .sweep = Sweep{axis("m", "random features").geometric(1024, 262144)},
                  .correction =
                      Correction{0.5, "Taylor's series in the error of √m features, even orders"},
                  .remark = "√m different ones, each √m times"}},
    .remark = "The loss of a single draw differs by m^(-1/2) either way; the mean of that is 0.",
}};

}  // namespace
}  // namespace asymptest::scaling::variance_limited_claim
