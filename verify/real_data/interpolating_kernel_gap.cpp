#include <string>

#include "asymptest/claim/registry.hpp"
#include "noise_trials.hpp"

namespace asymptest::real_data::interpolating_kernel_gap_claim {
namespace {

using learning::Radial;

constexpr const char* interpolates = "the classifier interpolates";
constexpr const char* noisy = "the labels are noisy";
constexpr const char* signal = "some labels are of the clean law: q < 1";

std::string id_of(Radial shape) {
  return std::string("real-data/interpolating-kernel-gap-") +
         (shape == Radial::laplace ? "laplace" : "gaussian");
}

std::string kernel_of(Radial shape) { return shape == Radial::laplace ? "Laplace" : "Gaussian"; }

Sweep sizes_and_noise() {
  return {axis("n", "samples").geometric(128, 256).standard(1024),
          axis("q", "chance that a label is noise").listed({0.4, 0.8})};
}

Budget budget_of_kernels() {
  return {.first = 16, .quick = 512, .cost = [](const Point& at) { return at["n"]; }};
}

Claim gap_of(Radial shape) {
  return {
      .id = id_of(shape),
      .title = "On real data the training error of an interpolating " + kernel_of(shape) +
               " kernel is off by q/2 at least",
      .statement = R"(R_{P_q}(f) - R_{\mathrm{emp}}(f) \ge \frac q2)",
      .source = {"Belkin 2021, arXiv:2105.14368", "section 3"},
      .assumes = {interpolates, noisy},
      .sweep = sizes_and_noise(),
      .measure = {"gap above q/2 over 16 draws with 255 fresh noisy labels each", Polarity::exact,
                  gap_above_half_the_noise(shape)},
      .predict = always_at_least(0).within(0.25).because(
          "the gap is q/2 + (1 − q) R and R is above 0; the controls fail always"),
      .budget = budget_of_kernels(),
      .controls = {{.name = "one-parameter",
                    .breaks = interpolates,
                    .expect = near(1, 0.2).because("a gap of the order √(1/n), below q/2"),
                    .trial = gap_of_one_parameter},
                   {.name = "clean-labels",
                    .breaks = noisy,
                    .expect = near(1, 0.2).because("the gap is R alone, which is below q/2"),
                    .trial = gap_on_clean_labels(shape)}},
      .on_data = true,
  };
}

Claim advantage_of(Radial shape) {
  return {
      .id = id_of(shape) + "-beats-chance",
      .title = "Yet on real data the interpolating " + kernel_of(shape) +
               " kernel beats chance with up to four fifths of noise",
      .statement = R"(R_{P_q}(f) < \tfrac12 \quad \text{for } q \le 0.8)",
      .source = {"Belkin, Ma, Mandal 2018, arXiv:1802.01396", "figures of section 4"},
      .assumes = {signal},
      .sweep = sizes_and_noise(),
      .measure = {"½ − R in clean labels, of which ½ − R_Pq is 1 − q times, over 16 draws",
                  Polarity::exact, advantage_over_chance(shape)},
      .predict = always_at_least(0).within(0.25).because(
          "half of the chance ½ with which a classifier that knows nothing falls below"),
      .budget = budget_of_kernels(),
      .controls = {{.name = "noise-alone",
                    .breaks = signal,
                    .expect = near(0.5, 0.125).because("q = 1: either side of chance alike"),
                    .trial = advantage_from_noise_alone(shape)}},
      .on_data = true,
  };
}

const Registered laplace_gap{gap_of(Radial::laplace)};
const Registered gaussian_gap{gap_of(Radial::gaussian)};
const Registered laplace_advantage{advantage_of(Radial::laplace)};
const Registered gaussian_advantage{advantage_of(Radial::gaussian)};

}  // namespace
}  // namespace asymptest::real_data::interpolating_kernel_gap_claim
