#include <string>

#include "asymptest/claim/registry.hpp"
#include "trials/manifold_trials.hpp"

namespace asymptest::covering::covering_mean_manifold_claim {
namespace {

Claim on_manifold(int dimension) {
  const double d = dimension;
  return {
      .id = "covering/covering-mean-manifold-" + std::to_string(dimension),
      .title = "On a random closed " + std::to_string(dimension) +
               "-manifold in R^30 the nearest sample is N^(-1/d) away",
      .statement =
          R"(\mathbb{E}\,\delta_N = \Theta(N^{-1/d}), \qquad \mathcal M^d \subset \mathbb{R}^{30})",
      .source = {"Sharma, Kaplan 2020, arXiv:2004.10802", "section 2"},
      .assumes = {"the data lie on a manifold of dimension d"},
      .sweep = {axis("N", "samples").geometric(128, 4096)},
      .measure = {"mean distance of 256 fresh points to the nearest of N samples in R^30",
                  Polarity::exact, distance_on_manifold(dimension, 0)},
      .predict = theta({{"N", -1 / d}})
                     .within(0.125 / d)
                     .rival(-1 / (d + 1), "a dimension more")
                     .corrected_by(2 / d, "curvature: the next even power of the distance")
                     .because("two bands do not reach the exponent of dimension d + 1"),
      .budget = {.first = 32, .quick = 512, .cost = [](const Point& at) { return at["N"]; }},
      .controls = {{.name = "noise",
                    .breaks = "the data lie on a manifold of dimension d",
                    .expect = near(-1.0 / 30, 0.06),
                    .trial = distance_on_manifold(dimension, 30),
                    .remark = "noise far above the manifold's size: dimension 30"}},
  };
}

const Registered manifold_2{on_manifold(2)};
const Registered manifold_3{on_manifold(3)};

}  // namespace
}  // namespace asymptest::covering::covering_mean_manifold_claim
