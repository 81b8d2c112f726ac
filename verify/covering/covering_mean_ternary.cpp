#include <cmath>

#include "asymptest/claim/registry.hpp"
#include "learning/fractals/ternary_sets.hpp"
#include "learning/geometry/nearest_neighbours.hpp"

namespace asymptest::covering::covering_mean_ternary_claim {
namespace {

constexpr const char* holes = "the set has holes of every size";
constexpr Eigen::Index fresh_points = 1024;
constexpr const char* weighed =
    "Near a side of the whole a share N^(-(1 - e/d)) of the points, e the side's dimension, have "
    "samples beyond it where the set is wrapped around a torus, none where it is not, and nearly "
    "all copies have both kinds of sides. With each kind weighed as small copies have it, that "
    "correction drops out.";

/// The mean distance wrapped around the torus and not, weighed by the shares of the sides of small
/// copies that border on another copy and on a hole.
Trial distance_on(const learning::KeptCubes& kept) {
  return
      [kept, touching = learning::share_of_touching_sides(kept)](const Point& at, Stream& random) {
        Stream draws = random.substream("samples"), others = random.substream("fresh points");
        const Eigen::MatrixXd samples = learning::ternary_points(kept, at.count("N"), draws);
        const Eigen::MatrixXd fresh = learning::ternary_points(kept, fresh_points, others);
        const learning::NearestNeighbours nearest(samples);
        const double alone = touching < 1 ? learning::mean_nearest_distance(nearest, fresh) : 0;
        return touching * learning::mean_nearest_torus_distance(nearest, fresh) +
               (1 - touching) * alone;
      };
}

Control filled(int dimension, double exponent, Prediction law) {
  return {.name = "filled",
          .breaks = holes,
          .expect = near(-1.0 / dimension, (-1.0 / dimension - exponent) / 4)
                        .because("all subcubes kept: the torus"),
          .trial = distance_on(learning::whole_cube(dimension)),
          .predict = law.corrected_by(1, "Stirling's series of N!/Γ(N + 1 + 1/d)")};
}

double cost_of_points(const Point& at) { return 2000 + at["N"]; }

const double carpet = -std::log(3) / std::log(8), sponge = -std::log(3) / std::log(20);

Prediction law_of_carpet() {
  return theta({{"N", carpet}})
      .within(0.01)
      .rival(-0.5, "the square")
      .rival(-1, "a curve")
      .because("a third of the gap to the square's exponent, 0.036 in the dimension log 8/log 3");
}

const Registered sierpinski_carpet{{
    .id = "covering/covering-mean-ternary-carpet",
    .title = "On the Sierpinski carpet the nearest sample is N^(-log 3/log 8) away",
    .statement = R"(\mathbb{E}\,\delta_N = \Theta(N^{-1/d}), \qquad d = \frac{\log 8}{\log 3})",
    .source = {"Falconer 2014, Fractal Geometry", "theorem 9.3, for the dimension"},
    .assumes = {holes},
    .sweep = {axis("N", "samples").geometric(32, 8192).standard(65536)},
    .measure =
        {"mean distance of 1024 fresh points of the carpet to their nearest of N samples, 4/5 "
         "of it wrapped around a torus",
         Polarity::exact, distance_on(learning::sierpinski_carpet())},
    .predict = law_of_carpet().with_period(8).corrected_by(
        1, "the whole carpet's corners, and the binomial count of samples in a copy"),
    .budget = {.first = 32, .quick = 512, .cost = cost_of_points},
    .controls = {filled(2, carpet, law_of_carpet())},
    .remark = weighed,
}};

Prediction law_of_sponge() {
  return theta({{"N", sponge}})
      .within(0.011)
      .rival(-1.0 / 3, "the cube")
      .rival(-0.5, "a surface")
      .because("a third of the gap to the cube's exponent, 0.08 in the dimension log 20/log 3");
}

/// Three sizes a period apart in each of two phases.
Sweep periods_of_sponge() {
  return {axis("N", "samples").listed({20, 60, 400, 1200, 8000, 24000})};
}

const Registered menger_sponge{{
    .id = "covering/covering-mean-ternary-sponge",
    .title = "On the Menger sponge the nearest sample is N^(-log 3/log 20) away",
    .statement = R"(\mathbb{E}\,\delta_N = \Theta(N^{-1/d}), \qquad d = \frac{\log 20}{\log 3})",
    .source = {"Falconer 2014, Fractal Geometry", "theorem 9.3, for the dimension"},
    .assumes = {holes},
    .sweep = periods_of_sponge(),
    .measure =
        {"mean distance of 1024 fresh points of the sponge to their nearest of N samples, 2/3 "
         "of it wrapped around a torus",
         Polarity::exact, distance_on(learning::menger_sponge())},
    .predict = law_of_sponge().with_period(20).corrected_by(
        1 + sponge, "the whole sponge's edges, of dimension 1: N^(-(1 - 1/d))"),
    .budget = {.first = 32, .quick = 512, .cost = cost_of_points},
    .controls = {filled(3, sponge, law_of_sponge())},
    .remark = weighed,
}};

}  // namespace
}  // namespace asymptest::covering::covering_mean_ternary_claim
