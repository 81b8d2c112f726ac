#include <string>

#include "asymptest/claim/registry.hpp"
#include "gap_trials.hpp"

namespace asymptest::kernel_machines::interpolating_kernel_gap_claim {
namespace {

using learning::Radial;

constexpr const char* interpolates = "the classifier interpolates";
constexpr const char* noisy = "the labels are noisy";
constexpr const char* signal = "some labels are of the clean law: q < 1";

std::string name_of_kernel(Radial shape) {
  return shape == Radial::laplace ? "laplace" : "gaussian";
}

std::string title_of_kernel(Radial shape) {
  return shape == Radial::laplace ? "Laplace" : "Gaussian";
}

Sweep sizes_and_noise() {
  return {axis("n", "samples").geometric(64, 128).standard(512),
          axis("q", "chance that a label is noise").listed({0.4, 0.8})};
}

Claim gap_of(Radial shape) {
  return {
      .id = "kernel-machines/interpolating-kernel-gap-" + name_of_kernel(shape),
      .title = "Of an interpolating " + title_of_kernel(shape) +
               " kernel the training error is off by q/2 at least",
      .statement = R"(R_{P_q}(f) - R_{\mathrm{emp}}(f) \ge \frac q2)",
      .source = {"Belkin 2021, arXiv:2105.14368", "section 3"},
      .assumes = {interpolates, noisy},
      .sweep = sizes_and_noise(),
      .measure = {"gap above q/2 over 16 training sets with 512 fresh noisy labels each",
                  Polarity::exact, gap_above_half_the_noise(shape)},
      .predict =
          always_at_least(0).within(0.25).because("the gap is q/2 + (1 − q) R, ten standard "
                                                  "deviations above q/2; the controls fail always"),
      .budget = {.first = 64,
                 .quick = 1024,
                 .cost = [](const Point& at) { return at["n"] * at["n"]; }},
      .controls = {{.name = "linear-rule",
                    .breaks = interpolates,
                    .expect = near(1, 0.1),
                    .trial = gap_of_linear_rule,
                    .remark = "five parameters: a gap of the order √(5/n), below q/2"},
                   {.name = "clean-labels",
                    .breaks = noisy,
                    .expect = near(1, 0.1),
                    .trial = gap_on_clean_labels(shape),
                    .remark = "the gap is R alone"}},
  };
}

Claim advantage_of(Radial shape) {
  return {
      .id = "kernel-machines/interpolating-kernel-gap-" + name_of_kernel(shape) + "-beats-chance",
      .title = "Yet the interpolating " + title_of_kernel(shape) +
               " kernel beats chance with up to four fifths of noise",
      .statement = R"(R_{P_q}(f) < \tfrac12 \quad \text{for } q \le 0.8)",
      .source = {"Belkin, Ma, Mandal 2018, arXiv:1802.01396", "figures of section 4"},
      .assumes = {signal},
      .sweep = sizes_and_noise(),
      .measure = {"½ − R in clean labels, of which ½ − R_Pq is 1 − q times, over 16 training sets",
                  Polarity::exact, advantage_over_chance(shape)},
      .predict = always_at_least(0).within(0.25).because(
          "half of the chance ½ with which a classifier that knows nothing falls below"),
      .budget = {.first = 64,
                 .quick = 1024,
                 .cost = [](const Point& at) { return at["n"] * at["n"]; }},
      .controls = {{.name = "noise-alone",
                    .breaks = signal,
                    .expect = near(0.5, 0.125),
                    .trial = advantage_from_noise_alone(shape),
                    .remark = "q = 1: on either side of chance alike"}},
  };
}

const Registered laplace_gap{gap_of(Radial::laplace)};
const Registered gaussian_gap{gap_of(Radial::gaussian)};
const Registered laplace_advantage{advantage_of(Radial::laplace)};
const Registered gaussian_advantage{advantage_of(Radial::gaussian)};

}  // namespace
}  // namespace asymptest::kernel_machines::interpolating_kernel_gap_claim
