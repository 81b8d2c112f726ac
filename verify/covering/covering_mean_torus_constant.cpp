#include "asymptest/claim/registry.hpp"
#include "learning/geometry/torus.hpp"
#include "trials/covering_trials.hpp"

namespace asymptest::covering::covering_mean_torus_constant_claim {
namespace {

Trial distance_in(learning::Metric metric) {
  return [metric](const Point& at, Stream& random) {
    return distance_within(learning::torus_law(at.count("d")), metric)(at, random);
  };
}

double distance_with_pairs(const Point& at, Stream& random) {
  const learning::PointLaw law = learning::torus_law(at.count("d"));
  const auto pairs = [&law](Eigen::Index count, Stream& draws) { return law(count / 2, draws); };
  return distance_to(pairs, law)(at, random);
}

double exact_law(const Point& at) {
  return learning::mean_nearest_torus_distance_law(static_cast<int>(at.count("d")), at["N"]);
}

const Registered mean_torus_constant{{
    .id = "covering/covering-mean-torus-constant",
    .title = "The mean distance on the torus has its exact value, constant and all",
    .statement = R"(\mathbb{E}\,\delta_N = v_d^{-1/d}\,\Gamma\left(1 + \tfrac1d\right)
        \frac{\Gamma(N+1)}{\Gamma\left(N + 1 + \frac1d\right)})",
    .source = {"from P(δ > r) = (1 − v_d r^d)^N", "verify/covering/README.md"},
    .assumes = {"the support has no boundary", "the samples are independent"},
    .sweep = {axis("d", "dimension of the torus").listed({1, 2, 3}),
              axis("N", "samples").listed({256, 1024, 4096})},
    .measure = {"mean distance of 512 fresh points of the torus to their nearest of N samples",
                Polarity::exact, distance_in(learning::Metric::flat_torus)},
    .predict = equals(exact_law)
                   .within(0.01)
                   .rival(-0.114, "the volume of a cube for that of a ball, d = 2")
                   .because("a fifth of what the boundary of a cube moves, d = 3, N = 256"),
    .budget = {.first = 256, .quick = 8192, .standard = 65536, .full = 262144},
    .controls = {{.name = "cube",
                  .breaks = "the support has no boundary",
                  .expect = above(0.02),
                  .trial = distance_in(learning::Metric::euclidean),
                  .remark = "near a face of the cube there are samples on one side only"},
                 {.name = "pairs",
                  .breaks = "the samples are independent",
                  .expect = near(1, 0.05).because("2^(1/d) − 1, most off at d = 1"),
                  .trial = distance_with_pairs,
                  .remark = "each point comes twice: the law of N/2 points"}},
    .remark = "The balls that wrap around the torus leave less than 1e-80 at these sizes.",
}};

}  // namespace
}  // namespace asymptest::covering::covering_mean_torus_constant_claim
