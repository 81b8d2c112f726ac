#include "hausdorff_trials.hpp"

#include "learning/fractals/power_set_covering.hpp"

namespace asymptest::covering {

Trial best_cover_of_powers(double exponent) {
  return [exponent](const Point& at, Stream&) {
    return learning::power_set_covering_radius(exponent, at.count("N"));
  };
}

}  // namespace asymptest::covering
