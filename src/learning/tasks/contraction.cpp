#include "contraction.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "asymptest/require/require.hpp"
#include "learning/training/gradient_descent.hpp"

namespace asymptest::learning::optimisation {

double least_relative_rate(const LeastSquares& fit, const Eigen::VectorXd& start, double step,
                           double pl, int steps) {
  require(step * pl > 0 && step * pl < 1,
          "least_relative_rate: step times μ is {}, expected a number between 0 and 1", step * pl);
  const Descent run = gradient_descent(fit, start, step, steps);
  const double unit = -std::log1p(-step * pl);
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t t = 0; t + 1 < run.losses.size(); ++t) {
    if (run.losses[t] < rounding_share * run.losses[0]) break;
    if (run.losses[t + 1] == 0 || !std::isfinite(run.losses[t + 1])) break;
    least = std::min(least, std::log(run.losses[t] / run.losses[t + 1]) / unit);
  }
  return least;
}

}  // namespace asymptest::learning::optimisation
