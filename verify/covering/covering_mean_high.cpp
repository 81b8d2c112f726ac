#include <cmath>

#include "asymptest/claim/registry.hpp"
#include "learning/geometry/torus.hpp"
#include "trials/manifold_trials.hpp"

namespace asymptest::covering::covering_mean_high_claim {
namespace {

double law_of_torus(const Point& at) {
  return learning::mean_nearest_torus_distance_law(static_cast<int>(at.count("d")), at["N"]);
}

const Registered covering_mean_high{{
    .id = "covering/covering-mean-high",
    .title = "The mean distance to the nearest sample has its exact value up to dimension 8",
    .statement = R"(\mathbb{E}\,\delta_N = v_d^{-1/d}\,\Gamma\left(1 + \tfrac1d\right)
        \frac{\Gamma(N+1)}{\Gamma\left(N + 1 + \frac1d\right)}, \qquad d = 4, 5, 6, 8)",
    .source = {"from P(δ > r) = (1 − v_d r^d)^N", "verify/covering/README.md"},
    .assumes = {"the support has no boundary", "the samples are independent"},
    .sweep = {axis("d", "dimension of the torus").listed({4, 5, 6, 8}),
              axis("N", "samples").listed({1024, 4096})},
    .measure = {"mean distance of 64 fresh points of the torus to the nearest of N samples",
                Polarity::exact, scanned_torus_distance},
    .predict = equals(law_of_torus)
                   .within(0.009)
                   .rival(0.0905, "N/2 samples, d = 8, where it comes nearest")
                   .rival(0.0194, "the exponent 1/9 for 1/8 over the sweep, 4^(1/72)")
                   .because("two bands stay clear of what a dimension more does from N = 1024 to "
                            "4096, where it does least"),
    .budget = {.first = 64,
               .quick = 2048,
               .standard = 8192,
               .full = 32768,
               .cost = [](const Point& at) { return at["N"]; }},
    .controls = {{.name = "cube",
                  .breaks = "the support has no boundary",
                  .expect = above(0.1),
                  .trial = scanned_cube_distance,
                  .remark =
                      "most of the volume of a cube is near a face: at d = 8 by a third or so"},
                 {.name = "pairs",
                  .breaks = "the samples are independent",
                  .expect = near(std::pow(2.0, 0.25) - 1, 0.02),
                  .trial = scanned_torus_distance_in_pairs,
                  .remark = "each point comes twice: 2^(1/d) at most, d = 4"}},
    .remark = "Balls that meet themselves around the torus leave less than 1e-7 at these sizes.",
}};

}  // namespace
}  // namespace asymptest::covering::covering_mean_high_claim
