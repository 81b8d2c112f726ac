#include <cmath>

#include "asymptest/claim/registry.hpp"
#include "learning/fractals/ternary_sets.hpp"
#include "trials/covering_trials.hpp"

namespace asymptest::covering::covering_mean_cantor_dust_claim {
namespace {

const double exponent = -std::log(3.0) / std::log(4.0);

Trial distance_on(const learning::KeptCubes& kept) {
  const auto law = [kept](Eigen::Index count, Stream& random) {
    return learning::ternary_points(kept, count, random);
  };
  return distance_within(law, learning::Metric::euclidean, 1024);
}

Prediction law() {
  return theta({{"N", exponent}})
      .within(0.0125)
      .rival(-0.5, "the square")
      .rival(-1, "a curve")
      .because("0.02 in the dimension log 4/log 3");
}

const Registered cantor_dust{{
    .id = "covering/covering-mean-cantor-dust",
    .title = "On the Cantor dust of the plane the nearest sample is N^(-log 3/log 4) away",
    .statement = R"(\mathbb{E}\,\delta_N = \Theta(N^{-1/d}), \qquad d = \frac{\log 4}{\log 3})",
    .source = {"Falconer 2014, Fractal Geometry", "theorem 9.3, for the dimension"},
    .assumes = {"the set has holes of every size"},
    .sweep = {axis("N", "samples").geometric(64, 8192).standard(65536)},
    .measure = {"mean distance of 1024 fresh points of the dust to their nearest of N samples",
                Polarity::exact, distance_on(learning::cantor_dust())},
    .predict = law().with_period(4).corrected_by(1, "the binomial count of samples in a copy"),
    .budget = {.first = 16, .quick = 512, .cost = [](const Point& at) { return 2000 + at["N"]; }},
    .controls = {{.name = "filled",
                  .breaks = "the set has holes of every size",
                  .expect = near(-0.5, (-0.5 - exponent) / 4),
                  .trial = distance_on(learning::whole_cube(2)),
                  .predict = law().corrected_by(0.5, "samples near the square's sides"),
                  .remark = "all subcubes kept: the square"}},
    .remark = "The copies lie a third apart, so that no sample of one is nearest to a point of "
              "another once each has one: exactly self-similar.",
}};

}  // namespace
}  // namespace asymptest::covering::covering_mean_cantor_dust_claim
