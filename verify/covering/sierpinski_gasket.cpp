#include <cmath>

#include "asymptest/claim/registry.hpp"
#include "learning/geometry/covering.hpp"
#include "learning/geometry/fractals.hpp"

namespace asymptest {
namespace {

constexpr Eigen::Index fresh_points = 4096;
const double dimension = std::log(3.0) / std::log(2.0);

PointLaw gasket(int depth) {
  return [depth](Eigen::Index count, Stream& random) {
    return sierpinski_gasket_points(count, random, depth);
  };
}

Trial distance_in(PointLaw law) {
  return [law = std::move(law)](const Point& at, Stream& random) {
    return mean_covering_distance(law, at.count("N"), fresh_points, Metric::euclidean, random);
  };
}

const Registered sierpinski_gasket{{
    .id = "covering/sierpinski-gasket",
    .title = "On a fractal the exponent is the reciprocal of a fractional dimension",
    .statement = R"(\mathbb{E}\,\delta_N = \Theta(N^{-1/d}), \qquad d = \frac{\log 3}{\log 2})",
    .source = {"Sharma, Kaplan 2020, arXiv:2004.10802", "section 2"},
    .assumes = {"the set is self-similar at every scale", "the measure is self-similar"},
    .sweep = {axis("N", "samples").geometric(81, 19683, 3).standard(177147).full(1594323)},
    .measure = {"mean distance of 4096 fresh points of the gasket to their nearest of N samples",
                Polarity::exact, distance_in(gasket(gasket_full_depth))},
    .predict = theta({{"N", -1 / dimension}})
                   .within(0.04)
                   .rival(-1.0 / 2, "the plane, d = 2")
                   .rival(-1.0, "a curve, d = 1")
                   .because("two bands must not reach the nearest rival exponent, 1/2"),
    .controls = {{.name = "filled-triangle",
                  .breaks = "the set is self-similar at every scale",
                  .expect = near(-1.0 / 2, 0.1),
                  .trial = distance_in(gasket(0)),
                  .remark = "no holes: a piece of the plane"},
                 {.name = "prefractal",
                  .breaks = "the set is self-similar at every scale",
                  .expect = near(-1.0 / 2, 0.1),
                  .trial = distance_in(gasket(3)),
                  .sweep = Sweep{axis("N", "samples").geometric(243, 59049, 3)},
                  .remark = "27 filled triangles: the gasket's exponent while N < 27, then 1/2"}},
    .remark = "E δ_N N^(1/d) is periodic in log N with period log 3: at whole periods N = 81·3^j "
              "the wiggle is the same everywhere and drops out of the slope.",
}};

}  // namespace
}  // namespace asymptest
