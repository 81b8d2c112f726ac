#include <cstddef>
#include <string>
#include <vector>

#include "asymptest/claim/registry.hpp"
#include "learners/kernel_trials.hpp"

namespace asymptest::scaling::learner_exponents_kernel_claim {
namespace {

using learning::Radial;

constexpr const char* of_smoothness = "the target is of smoothness 3/2";
constexpr const char* smooth = "the target is smooth";
constexpr const char* clean = "the labels are clean";
constexpr const char* next_order = "symbols to the next order, the spacing²";
constexpr const char* next_to_limit = "the part that the kernel limits, a spacing more at d = 1";

const Source ridgeless{"Spigler, Geiger, Wyart 2019, arXiv:1905.10843",
                       "theorem 1, β = min(α_T − d, 2α_S)/d"};

/// A kernel of smoothness ν_S, and how its claims are called.
struct LearningKernel {
  Radial shape;
  double smoothness;
  std::string suffix, name;
};

const LearningKernel of_laplace{Radial::laplace, 0.5, "", "Laplace kernel"};
const LearningKernel of_matern{Radial::matern_three_halves, 1.5, "smoother-",
                               "Matérn kernel of smoothness 3/2"};

std::string nu_of(const LearningKernel& kernel) {
  return kernel.smoothness < 1 ? R"(\tfrac12)" : R"(\tfrac32)";
}

double limit_of(const LearningKernel& kernel, double d) {
  return -2 * (d + 2 * kernel.smoothness) / d;
}

/// Relative to h^(2ν_T) the limit's part is h^(2(d + 2ν_S) − 2ν_T), and the next order of the
/// symbols h², h = N^(−1/d).
Correction correction_of(const LearningKernel& kernel, double smoothness, double d) {
  const double to_limit = 2 * (d + 2 * kernel.smoothness) - 2 * smoothness;
  return to_limit < 2 ? Correction{to_limit / d, next_to_limit} : Correction{2 / d, next_order};
}

Prediction law_of(double exponent, double with_a_dimension_more, const Correction& next) {
  return theta({{"N", exponent}})
      .within((with_a_dimension_more - exponent) / 3)
      .rival(with_a_dimension_more, "a dimension more")
      .corrected_by(next.exponent, next.source)
      .because("a third of the way to the exponent of a dimension more");
}

Control noisy(int dimension, TargetLaw target, const LearningKernel& kernel) {
  return {.name = "noisy-labels",
          .breaks = clean,
          .expect = near(0, 0.25 / dimension)
                        .because("the weights of the labels around are the same at every scale: "
                                 "so is what is left of noise of variance 16"),
          .trial = kernel_interpolant_error(dimension, target, 16, kernel.shape),
          .correction = Correction{2.0 / dimension, next_order}};
}

Control rougher(int dimension, TargetLaw target, double smoothness, const char* breaks,
                const LearningKernel& kernel) {
  const double exponent = -2 * smoothness / dimension;
  return {.name = "rougher",
          .breaks = breaks,
          .expect = near(exponent, 0.25 / dimension).because("2ν_T/d with a smaller ν_T"),
          .trial = kernel_interpolant_error(dimension, target, 0, kernel.shape),
          .correction = correction_of(kernel, smoothness, dimension)};
}

/// Below 10^-12 an error of the eighth power of the spacing is rounding.
Sweep few_samples() { return {axis("N", "samples").geometric(16, 128)}; }

Sweep samples(int dimension) {
  const std::vector<std::vector<double>> powers = {
      {32, 64, 128, 256, 512}, {36, 64, 144, 256, 576}, {27, 64, 125, 216, 512}};
  return {axis("N", "samples").listed(powers[static_cast<std::size_t>(dimension - 1)])};
}

Budget budget() {
  return {.first = 16, .quick = 512, .standard = 1024, .full = 4096, .cost = [](const Point& at) {
            return at["N"] * at["N"];
          }};
}

/// 2ν_T/d, below the limit 2(d + 2ν_S)/d.
Claim of_the_target(int dimension, const LearningKernel& kernel) {
  const double d = dimension;
  return {
      .id = "scaling/learner-exponents-kernel-" + kernel.suffix + std::to_string(dimension),
      .title = (kernel.suffix.empty() ? "A kernel's interpolant on a "
                                      : "A smoother kernel's interpolant on a ") +
               std::to_string(dimension) + "-torus errs by N^(-2ν/d), ν the target's smoothness",
      .statement = std::string(R"(\mathbb{E}\,(\hat f_N - f)^2
        = \Theta\bigl(N^{-\min(2\nu_T,\ 2(d + 2\nu_S))/d}\bigr), \qquad
        \nu_T = \tfrac32,\ \nu_S = )") +
                   nu_of(kernel),
      .source = ridgeless,
      .assumes = {of_smoothness, clean},
      .sweep = samples(dimension),
      .measure =
          {"squared error at 32 fresh points of the interpolant by the " + kernel.name +
               " of a "
               "random target, exactly in the mean over targets; a sample in the inner half of "
               "each of N cells",
           Polarity::exact,
           kernel_interpolant_error(dimension, TargetLaw::thrice_rough, 0, kernel.shape)},
      .predict = law_of(-3 / d, -3 / (d + 1), correction_of(kernel, 1.5, d)),
      .budget = budget(),
      .controls = {rougher(dimension, TargetLaw::once_rough, 0.5, of_smoothness, kernel),
                   noisy(dimension, TargetLaw::thrice_rough, kernel)},
  };
}

/// The limit.
Claim of_the_kernel(int dimension, const LearningKernel& kernel) {
  const double d = dimension, limit = limit_of(kernel, d);
  return {
      .id = "scaling/learner-exponents-kernel-limit-" + kernel.suffix + std::to_string(dimension),
      .title = "However smooth the target, the " + kernel.name + " on a " +
               std::to_string(dimension) + "-torus errs by N^(-2(d + " +
               (kernel.smoothness < 1 ? "1" : "3") + ")/d)",
      .statement = std::string(R"(\mathbb{E}\,(\hat f_N - f)^2
        = \Theta\bigl(N^{-\min(2\nu_T,\ 2(d + 2\nu_S))/d}\bigr), \qquad
        \nu_T = \infty,\ \nu_S = )") +
                   nu_of(kernel),
      .source = ridgeless,
      .assumes = {smooth, clean},
      .sweep = limit < -6 ? few_samples() : samples(dimension),
      .measure =
          {"squared error at 32 fresh points of the interpolant by the " + kernel.name +
               " of a wave, "
               "exactly in the mean over its phases; a sample in the inner half of each of N "
               "cells",
           Polarity::exact, kernel_interpolant_error(dimension, TargetLaw::waves, 0, kernel.shape)},
      .predict = law_of(limit, limit_of(kernel, d + 1), {2 / d, next_order}),
      .budget = budget(),
      .controls = {rougher(dimension, TargetLaw::thrice_rough, 1.5, smooth, kernel),
                   noisy(dimension, TargetLaw::waves, kernel)},
      .remark =
          "f = K g with g smooth: what is missed at x is g(x) times an integral over x's "
          "neighbourhood, of the order of the spacing to the power d + 2ν_S.",
  };
}

const Registered target_1{of_the_target(1, of_laplace)};
const Registered target_2{of_the_target(2, of_laplace)};
const Registered target_3{of_the_target(3, of_laplace)};
const Registered limit_1{of_the_kernel(1, of_laplace)};
const Registered limit_2{of_the_kernel(2, of_laplace)};
const Registered smoother_target_1{of_the_target(1, of_matern)};
const Registered smoother_target_2{of_the_target(2, of_matern)};
const Registered smoother_limit_1{of_the_kernel(1, of_matern)};
const Registered smoother_limit_2{of_the_kernel(2, of_matern)};

}  // namespace
}  // namespace asymptest::scaling::learner_exponents_kernel_claim
