#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "asymptest/claim/registry.hpp"
#include "learning/fractals/fractals.hpp"
#include "learning/fractals/ternary_sets.hpp"
#include "trials/pair_trials.hpp"

namespace asymptest::scaling::intrinsic_dimension_correlation_claim {
namespace {

constexpr const char* holes = "the set has holes of every size";
constexpr const char* even = "the copies have these weights";
constexpr const char* apart = "none of any order: copies are a third of the whole apart";
constexpr double narrow = 0.01, wide = 0.05;
constexpr double right_weight = 0.8;

Sweep powers_of(double ratio, int first, int last) {
  std::vector<double> sizes;
  for (int power = first; power <= last; ++power) sizes.push_back(std::pow(ratio, power));
  return {axis("1/r", "inverse distance").listed(std::move(sizes))};
}

PointDraw kept_cubes(learning::KeptCubes kept) {
  return [kept = std::move(kept)](Eigen::Index count, Stream& random) {
    return learning::ternary_points(kept, count, random);
  };
}

Prediction law(double dimension, double band, double correction, const std::string& next) {
  return theta({{"1/r", -dimension}})
      .within(band)
      .corrected_by(correction, next)
      .because(band == narrow
                   ? "the dimension to 0.02 at twice the band, which no filled set reaches"
                   : "a fifth of the gap to the cube: pairs are few where the dimension is high");
}

/// All subcubes kept.
Control filled(int dimension, double of_set) {
  return {.name = "filled",
          .breaks = holes,
          .expect = near(-dimension, (dimension - of_set) / 3)
                        .because("a cube's volumes are r^D but for a boundary of width r"),
          .trial = share_of_close_pairs(kept_cubes(learning::whole_cube(dimension))),
          .correction = Correction{1, "the boundary's share"}};
}

/// A set of dimension log(copies)/log(ratio), with distances over whole periods.
struct FractalSet {
  std::string name, title, dimension;
  PointDraw draw;
  double value;
  Sweep distances;
  double correction;
  std::string next;
  Control control;
  double band = narrow;
};

Claim for_set(const FractalSet& set) {
  return {
      .id = "scaling/intrinsic-dimension-correlation-" + set.name,
      .title =
          "On " + set.title + " the share of pairs within r is r to the power " + set.dimension,
      .statement = R"(\Pr(\|x - x'\| \le r) = \Theta(r^{D_2}), \qquad D_2 =
          -\frac{\log \sum_i p_i^2}{\log m})",
      .source = {"Grassberger, Procaccia 1983; Falconer 2014, Fractal Geometry",
                 "equation 6; section 17.2 for the dimensions of self-similar measures"},
      .assumes = {set.control.breaks},
      .sweep = set.distances,
      .measure =
          {"share of the pairs of 256/r independent points, at most 4096, that are at most r apart",
           Polarity::exact, share_of_close_pairs(set.draw)},
      .predict = law(set.value, set.band, set.correction, set.next),
      .budget = {.first = 64, .quick = 1024},
      .controls = {set.control},
      .remark =
          "r runs over whole powers of the copies' size, so that the period in log r drops "
          "out.",
  };
}

const double cantor = std::log(2) / std::log(3), dust = std::log(4) / std::log(3),
             gasket = std::log(3) / std::log(2), carpet = std::log(8) / std::log(3),
             sponge = std::log(20) / std::log(3);
/// Of weights 0.8 and 0.2.
const double uneven =
    -std::log(right_weight * right_weight + (1 - right_weight) * (1 - right_weight)) / std::log(3);

Eigen::MatrixXd filled_triangle(Eigen::Index count, Stream& random) {
  return learning::sierpinski_gasket_points(count, random, 0);
}

Eigen::MatrixXd gasket_points(Eigen::Index count, Stream& random) {
  return learning::sierpinski_gasket_points(count, random);
}

const Registered on_cantor_set{for_set({.name = "cantor",
                                        .title = "the Cantor set",
                                        .dimension = "log 2/log 3",
                                        .draw = cantor_draw(0.5),
                                        .value = cantor,
                                        .distances = powers_of(3, 2, 6),
                                        .correction = 1,
                                        .next = apart,
                                        .control = filled(1, cantor)})};

const Registered on_uneven_cantor_set{
    for_set({.name = "cantor-uneven",
             .title = "the Cantor set with weights 0.2 and 0.8",
             .dimension = "-log(0.2² + 0.8²)/log 3",
             .draw = cantor_draw(right_weight),
             .value = uneven,
             .distances = powers_of(3, 2, 6),
             .correction = 1,
             .next = apart,
             .control = {.name = "even-weights",
                         .breaks = even,
                         .expect = near(-cantor, (cantor - uneven) / 4)
                                       .because("log 2/log 3, the dimension of the set itself"),
                         .trial = share_of_close_pairs(cantor_draw(0.5)),
                         .correction = Correction{1, apart}}})};

const Registered on_dust{for_set({.name = "dust",
                                  .title = "the Cantor dust of the plane",
                                  .dimension = "log 4/log 3",
                                  .draw = kept_cubes(learning::cantor_dust()),
                                  .value = dust,
                                  .distances = powers_of(3, 2, 5),
                                  .correction = 1,
                                  .next = apart,
                                  .control = filled(2, dust)})};

const Registered on_gasket{
    for_set({.name = "gasket",
             .title = "the Sierpinski gasket",
             .dimension = "log 3/log 2",
             .draw = gasket_points,
             .value = gasket,
             .distances = powers_of(2, 3, 7),
             .correction = gasket,
             .next = "of 3^j small copies' corners three lie at the whole's and touch no other",
             .control = {.name = "filled",
                         .breaks = holes,
                         .expect = near(-2, (2 - gasket) / 3)
                                       .because("a triangle's areas are r² but for a boundary of "
                                                "width r"),
                         .trial = share_of_close_pairs(filled_triangle),
                         .correction = Correction{1, "the boundary's share"}}})};

const Registered on_carpet{
    for_set({.name = "carpet",
             .title = "the Sierpinski carpet",
             .dimension = "log 8/log 3",
             .draw = kept_cubes(learning::sierpinski_carpet()),
             .value = carpet,
             .distances = powers_of(3, 1, 5),
             .correction = carpet - 1,
             .next = "3^j of 8^j small copies lie at a side of the whole, with no neighbour there",
             .control = filled(2, carpet)})};

const Registered on_sponge{
    for_set({.name = "sponge",
             .title = "the Menger sponge",
             .dimension = "log 20/log 3",
             .draw = kept_cubes(learning::menger_sponge()),
             .value = sponge,
             .distances = powers_of(3, 1, 4),
             .correction = sponge - carpet,
             .next = "8^j of 20^j small copies lie at a side of the whole, with no neighbour there",
             .control = filled(3, sponge),
             .band = wide})};

}  // namespace
}  // namespace asymptest::scaling::intrinsic_dimension_correlation_claim
