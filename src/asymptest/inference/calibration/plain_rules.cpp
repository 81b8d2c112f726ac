#include "asymptest/inference/calibration/plain_rules.hpp"

#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <limits>

#include "asymptest/inference/correction/generalised_inverse.hpp"
#include "asymptest/inference/sample/quantiles.hpp"

namespace asymptest {
namespace {

struct Line {
  double slope = 0, error = 0;
};

Line weighted_line(std::span<const Observation> data, bool equal_weights) {
  double weights = 0, sum_x = 0, sum_y = 0;
  const auto weight = [&](const Observation& o) {
    return equal_weights ? 1 : 1 / (o.error * o.error);
  };
  for (const Observation& o : data) {
    weights += weight(o), sum_x += weight(o) * o.log_size, sum_y += weight(o) * o.log_value;
  }
  double sxx = 0, sxy = 0;
  for (const Observation& o : data) {
    const double x = o.log_size - sum_x / weights;
    sxx += weight(o) * x * x, sxy += weight(o) * x * (o.log_value - sum_y / weights);
  }
  return {sxy / sxx, 1 / std::sqrt(sxx)};
}

}  // namespace

Outcome naive_rule(std::span<const Observation> data, double predicted, double band) {
  const Line line = weighted_line(data, true);
  return std::abs(line.slope - predicted) < band ? Outcome::supported : Outcome::refuted;
}

Outcome weighted_line_rule(std::span<const Observation> data, double predicted, double band,
                           double alpha) {
  const Line line = weighted_line(data, false);
  const double reach = normal_quantile(alpha / 2) * line.error;
  const double distance = std::abs(line.slope - predicted);
  if (distance + reach < band) return Outcome::supported;
  return distance - reach > band ? Outcome::refuted : Outcome::inconclusive;
}

double exponent_error_bound(std::span<const Observation> design, const CorrectedLaw& law) {
  const bool fourth = law.amplitude != 0 && !law.omega_is_known;
  const auto n = static_cast<Eigen::Index>(design.size());
  Eigen::MatrixXd jacobian(n, fourth ? 4 : 3);
  for (Eigen::Index i = 0; i < n; ++i) {
    const Observation& o = design[static_cast<std::size_t>(i)];
    const double u = std::exp(-law.omega * o.log_size);
    const double share = 1 / (1 + law.amplitude * u);
    jacobian(i, 0) = 1;
    jacobian(i, 1) = o.log_size;
    jacobian(i, 2) = u * share;
    if (fourth) jacobian(i, 3) = -law.amplitude * u * o.log_size * share;
    jacobian.row(i) /= o.error;
  }
  const auto inverse = generalised_inverse(jacobian);
  return inverse ? inverse->row(1).norm() : std::numeric_limits<double>::infinity();
}

double power_bound(double standard_error, double band, double bands, double edge, double alpha) {
  const double ratio = band / standard_error;
  if (bands == 0) {
    const double reach =
        std::min(ratio - normal_quantile(edge), 2 * ratio - normal_quantile(alpha));
    return std::max(0.0, 2 * normal_chance_below(reach) - 1);
  }
  const double off = std::abs(bands);
  return normal_chance_below(
      std::min((off - 1) * ratio - normal_quantile(edge), off * ratio - normal_quantile(alpha)));
}

}  // namespace asymptest
