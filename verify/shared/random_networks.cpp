#include "random_networks.hpp"

#include <cmath>

#include "learning/curvature/output_hessian.hpp"

namespace asymptest::learning::optimisation {

Trial hessian_norm_of(Family family) {
  return [family = std::move(family)](const Point& at, Stream& random) {
    const Network network = initialise(family(at.count("m")), random.substream("weights"));
    const auto x = sphere_points(network.architecture.widths[0], 1, random.substream("input"));
    return output_hessian_norm(network, x.col(0), random);
  };
}

double width_less_logarithm(const Point& at) { return at["m"] / std::log(at["m"]); }

}  // namespace asymptest::learning::optimisation
