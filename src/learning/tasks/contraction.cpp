#include "contraction.hpp"

#include <algorithm>
#include <cmath>

#include "learning/training/gradient_descent.hpp"

namespace asymptest::learning::optimisation {

double worst_contraction(const LeastSquares& fit, const Eigen::VectorXd& start, double step,
                         double pl, int steps) {
  const Descent run = gradient_descent(fit, start, step, steps);
  double worst = 0;
  for (std::size_t t = 0; t + 1 < run.losses.size(); ++t) {
    if (run.losses[t] < rounding_share * run.losses[0]) break;
    if (!std::isfinite(run.losses[t + 1])) break;
    worst = std::max(worst, run.losses[t + 1] / ((1 - step * pl) * run.losses[t]));
  }
  return worst;
}

}  // namespace asymptest::learning::optimisation
