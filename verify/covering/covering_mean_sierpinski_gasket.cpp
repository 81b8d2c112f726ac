#include <cmath>

#include "asymptest/claim/registry.hpp"
#include "learning/fractals/fractals.hpp"
#include "trials/covering_trials.hpp"

namespace asymptest::covering::covering_mean_sierpinski_gasket_claim {
namespace {

const double dimension = std::log(3.0) / std::log(2.0);

/// The distance on the gasket with its holes down to a depth.
Trial distance_on_gasket(int depth) {
  const auto law = [depth](Eigen::Index count, Stream& random) {
    return learning::sierpinski_gasket_points(count, random, depth);
  };
  return distance_within(law, learning::Metric::euclidean, 4096);
}

const Registered sierpinski_gasket{{
    .id = "covering/covering-mean-sierpinski-gasket",
    .title = "On a fractal the exponent is the reciprocal of a fractional dimension",
    .statement = R"(\mathbb{E}\,\delta_N = \Theta(N^{-1/d}), \qquad d = \frac{\log 3}{\log 2})",
    .source = {"Sharma, Kaplan 2020, arXiv:2004.10802", "section 2"},
    .assumes = {"the set is self-similar at every scale", "the measure is self-similar"},
    .sweep = {axis("N", "samples").geometric(81, 19683, 3).standard(177147).full(1594323)},
    .measure = {"mean distance of 4096 fresh points of the gasket to their nearest of N samples",
                Polarity::exact, distance_on_gasket(learning::gasket_full_depth)},
    .predict = theta({{"N", -1 / dimension}})
                   .within(0.04)
                   .rival(-1.0 / 2, "the plane, d = 2")
                   .rival(-1.0, "a curve, d = 1")
                   .because("two bands must not reach the nearest rival exponent, 1/2"),
    .controls = {{.name = "filled-triangle",
                  .breaks = "the set is self-similar at every scale",
                  .expect = near(-1.0 / 2, 0.1),
                  .trial = distance_on_gasket(0),
                  .remark = "no holes: a piece of the plane"},
                 {.name = "prefractal",
                  .breaks = "the set is self-similar at every scale",
                  .expect = near(-1.0 / 2, 0.1),
                  .trial = distance_on_gasket(3),
                  .sweep = Sweep{axis("N", "samples").geometric(243, 59049, 3)},
                  .remark = "27 filled triangles: the gasket's exponent while N < 27, then 1/2"}},
    .remark = "E δ_N N^(1/d) is periodic in log N with period log 3: at whole periods N = 81·3^j "
              "the wiggle is the same everywhere and drops out of the slope.",
}};

}  // namespace
}  // namespace asymptest::covering::covering_mean_sierpinski_gasket_claim
