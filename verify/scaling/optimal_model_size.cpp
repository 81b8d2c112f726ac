#include <algorithm>
#include <cmath>
#include <string>

#include "asymptest/claim/registry.hpp"
#include "trials/model_size_trials.hpp"

namespace asymptest::scaling::optimal_model_size_claim {
namespace {

constexpr const char* smooth = "the target is smooth";
constexpr const char* steady = "the noise does not depend on N";
constexpr const char* in_spacing = "1/K in a cube, and the target's next order, P/N and 1/m²";

const Source stone{"Stone 1980", "optimal rates; the regressogram attains them for one derivative"};

/// In three dimensions there are three to five cubes a side below 2048 samples, and the steps
/// between whole numbers of them show.
Sweep sizes(int dimension) {
  const bool few = dimension < 3;
  return {axis("N", "samples").geometric(few ? 256 : 2048, few ? 32768 : 131072)};
}

/// A side of a cube is N^(−1/(d + 2)); N^(−3/2/(d + 2)) at a noise of N^(−1/2), N^(−1/(d + 1)) with
/// jumps.
struct Exponents {
  double claim = 0, falling_noise = 0, jumps = 0;
};

Prediction law_of(const Exponents& law, double correction) {
  const double nearest =
      std::min(std::abs(law.jumps - law.claim), std::abs(law.falling_noise - law.claim));
  return theta({{"N", law.claim}})
      .within(nearest / 4)
      .corrected_by(correction, in_spacing)
      .because(
          "a quarter of the way to the nearer of the exponents for jumps and for falling noise");
}

std::vector<Control> controls_of(int dimension, Optimum what, const Exponents& law) {
  return {{.name = "jumps",
           .breaks = smooth,
           .expect = near(law.jumps, std::abs(law.jumps - law.claim) / 4),
           .trial = optimal_model_size_of_jumps(dimension, what),
           .predict = law_of(law, 1.0 / (dimension + 1)),
           .remark = "within a cube the variance is 1/m"},
          {.name = "noise-falls",
           .breaks = steady,
           .expect = near(law.falling_noise, std::abs(law.falling_noise - law.claim) / 4),
           .trial = optimal_model_size_as_noise_falls(dimension, what),
           .remark = "a variance of N^(−1/2): N^(3/2) in place of N"}};
}

Claim size_in(int dimension) {
  const double d = dimension;
  const Exponents law{d / (d + 2), 1.5 * d / (d + 2), d / (d + 1)};
  return {
      .id = "scaling/optimal-model-size-" + std::to_string(dimension),
      .title =
          "The best number of cells on a " + std::to_string(dimension) + "-torus is N^(d/(d + 2))",
      .statement = R"(\arg\min_P \mathbb{E}(\hat f_{N,P} - f)^2 = \Theta(N^{d/(d+2)}))",
      .source = stone,
      .assumes = {smooth, steady},
      .sweep = sizes(dimension),
      .measure = {"number of cubes of the regressogram of least risk", Polarity::exact,
                  optimal_model_size(dimension, Optimum::cubes)},
      .predict = law_of(law, 2 / (d + 2)),
      .budget = {.first = 32, .quick = 2048, .cost = [](const Point& at) { return at["N"]; }},
      .controls = controls_of(dimension, Optimum::cubes, law),
  };
}

Claim risk_in(int dimension) {
  const double d = dimension;
  const Exponents law{-2 / (d + 2), -3 / (d + 2), -1 / (d + 1)};
  return {
      .id = "scaling/optimal-model-size-risk-" + std::to_string(dimension),
      .title = "At the best number of cells on a " + std::to_string(dimension) +
               "-torus the risk is N^(-2/(d + 2))",
      .statement = R"(\min_P \mathbb{E}(\hat f_{N,P} - f)^2 = \Theta(N^{-2/(d+2)}))",
      .source = stone,
      .assumes = {smooth, steady},
      .sweep = sizes(dimension),
      .measure = {"risk of the regressogram at the best number of cubes", Polarity::exact,
                  optimal_model_size(dimension, Optimum::risk)},
      .predict = law_of(law, 2 / (d + 2)),
      .budget = {.first = 32, .quick = 2048, .cost = [](const Point& at) { return at["N"]; }},
      .controls = controls_of(dimension, Optimum::risk, law),
  };
}

const Registered size_1{size_in(1)};
const Registered size_2{size_in(2)};
const Registered size_3{size_in(3)};
const Registered risk_1{risk_in(1)};
const Registered risk_2{risk_in(2)};
const Registered risk_3{risk_in(3)};

}  // namespace
}  // namespace asymptest::scaling::optimal_model_size_claim
