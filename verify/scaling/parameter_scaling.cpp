#include <cmath>
#include <string>
#include <vector>

#include "asymptest/claim/registry.hpp"
#include "trials/scaling_trials.hpp"

namespace asymptest::scaling::parameter_scaling_claim {
namespace {

Factor parameters(int dimension, double exponent) {
  return {"P", exponent, [dimension](const Point& at) { return std::pow(at["m"], dimension); }};
}

Sweep lattices(int dimension) {
  const std::vector<std::vector<double>> sides = {{8, 16, 32, 64, 128, 256},
                                                  {6, 8, 12, 16, 24, 32, 48},
                                                  {6, 8, 10, 12, 16, 20, 24},
                                                  {6, 8, 10, 12, 16, 20}};
  return {axis("m", "lattice points an axis, P = m^d")
              .listed(sides[static_cast<std::size_t>(dimension - 1)])};
}

Prediction law_of_pieces(bool linear, int dimension) {
  const double d = dimension, exponent = -(linear ? 4 : 2) / d;
  Prediction law = theta({parameters(dimension, exponent)});
  law.within(-exponent / (dimension < 4 ? 8 : 12))
      .rival(linear ? -2 / d : -4 / d, linear ? "piecewise constant" : "piecewise linear")
      .corrected_by(2 / d, "Taylor's series: the next even power of 1/m")
      .because("two bands do not reach the exponent of dimension d + 1");
  // At d = 1 piecewise constants on a surface have the exponent of a jump on the circle.
  if (linear || dimension > 1) law.rival(-(linear ? 4 : 2) / (d + 1), "a dimension more");
  return law;
}

/// Pieces of degree k have a loss of 2(k + 1)/d.
Claim for_pieces(Pieces pieces, int dimension) {
  const bool linear = pieces == Pieces::linear;
  const double d = dimension;
  const std::string kind = linear ? "linear" : "constant";
  return {
      .id = "scaling/parameter-scaling-" + kind + "-" + std::to_string(dimension),
      .title = "Piecewise " + kind + " functions of P parameters on a " +
               std::to_string(dimension) + "-torus have the loss P^" +
               (linear ? "(-4/d)" : "(-2/d)"),
      .statement = linear ? R"(\mathbb{E}\,(f_P - f)^2 = \Theta(P^{-4/d}))"
                          : R"(\mathbb{E}\,(f_P - f)^2 = \Theta(P^{-2/d}))",
      .source = {"Sharma, Kaplan 2020, arXiv:2004.10802", "section 2"},
      .assumes = {"the target is smooth"},
      .sweep = lattices(dimension),
      .measure = {"mean squared error at 256 fresh points of the target's piecewise " + kind +
                      " version on a lattice",
                  Polarity::exact, lattice_error(pieces, Target::additive, dimension)},
      .predict = law_of_pieces(linear, dimension),
      .budget = {.first = 64, .quick = 8192},
      .controls = {{.name = "step",
                    .breaks = "the target is smooth",
                    .expect = near(-1 / d, 0.25 / d),
                    .trial = lattice_error(pieces, Target::step, dimension),
                    .correction =
                        Correction{1,
                                   "none of any order: a jump lies in one of m cells of an axis"},
                    .remark = "a jump: wrong in the share 1/m of the cells, P^(-1/d)"}},
      .remark = "A cosine along each axis, with random phases.",
  };
}

const Registered constant_1{for_pieces(Pieces::constant, 1)};
const Registered constant_2{for_pieces(Pieces::constant, 2)};
const Registered constant_3{for_pieces(Pieces::constant, 3)};
const Registered constant_4{for_pieces(Pieces::constant, 4)};
const Registered linear_1{for_pieces(Pieces::linear, 1)};
const Registered linear_2{for_pieces(Pieces::linear, 2)};
const Registered linear_3{for_pieces(Pieces::linear, 3)};
const Registered linear_4{for_pieces(Pieces::linear, 4)};

}  // namespace
}  // namespace asymptest::scaling::parameter_scaling_claim
