#include "asymptest/inference/calibration/plain_rules.hpp"

#include <Eigen/Core>
#include <algorithm>
#include <boost/math/tools/minima.hpp>
#include <cmath>
#include <limits>
#include <vector>

#include "asymptest/inference/correction/weighted_line.hpp"
#include "asymptest/inference/intervals/quantiles.hpp"
#include "asymptest/linear_algebra/generalised_inverse.hpp"

namespace asymptest {
namespace {

Outcome by_interval(double estimate, double reach, double predicted, double band) {
  const double distance = std::abs(estimate - predicted);
  if (distance + reach < band) return Outcome::supported;
  return distance - reach > band ? Outcome::refuted : Outcome::inconclusive;
}

// Least misfit of E + A·x^a given a, both free.
double offset_misfit(std::span<const Observation> data, double exponent) {
  double w = 0, wp = 0, wv = 0, wpp = 0, wpv = 0, wvv = 0;
  for (const Observation& o : data) {
    const double value = std::exp(o.log_value);
    const double power = std::exp(exponent * (o.log_size - data.back().log_size));
    const double weight = 1 / (value * value * o.error * o.error);
    w += weight, wp += weight * power, wv += weight * value;
    wpp += weight * power * power, wpv += weight * power * value, wvv += weight * value * value;
  }
  const double pp = wpp - wp * wp / w, pv = wpv - wp * wv / w, vv = wvv - wv * wv / w;
  return pp > 0 ? vv - pv * pv / pp : vv;
}

// The exponent of the best offset fit, NaN at the end of the search.
double offset_exponent(std::span<const Observation> data, double centre) {
  constexpr double reach = 4, step = 0.1;
  constexpr int bits = 24;
  const auto misfit = [&](double a) { return offset_misfit(data, a); };
  double best = centre - reach;
  for (double a = centre - reach; a <= centre + reach; a += step) {
    if (misfit(a) < misfit(best)) best = a;
  }
  if (std::abs(best - centre) > reach - 2 * step) return std::numeric_limits<double>::quiet_NaN();
  return boost::math::tools::brent_find_minima(misfit, best - step, best + step, bits).first;
}

}  // namespace

Outcome naive_rule(std::span<const Observation> data, double predicted, double band) {
  std::vector<Observation> alike(data.begin(), data.end());
  for (Observation& o : alike) o.error = 1;
  const WeightedLine line = weighted_line(alike);
  return std::abs(line.slope - predicted) < band ? Outcome::supported : Outcome::refuted;
}

Outcome weighted_line_rule(std::span<const Observation> data, double predicted, double band,
                           double alpha) {
  const WeightedLine line = weighted_line(data);
  return by_interval(line.slope, normal_quantile(alpha / 2) * line.error, predicted, band);
}

Outcome last_half_rule(std::span<const Observation> data, double predicted, double band,
                       double alpha) {
  return weighted_line_rule(data.last(data.size() / 2 + 1), predicted, band, alpha);
}

Outcome offset_bootstrap_rule(std::span<const Observation> data, double predicted, double band,
                              double alpha, Stream& random) {
  constexpr int draws = 100;
  const double line = weighted_line(data).slope;
  const double estimate = offset_exponent(data, line);
  double sum = 0, squares = 0;
  for (int i = 0; i < draws; ++i) {
    std::vector<Observation> drawn(data.begin(), data.end());
    for (Observation& o : drawn) o.log_value += o.error * random.normal();
    const double exponent = offset_exponent(drawn, line);
    sum += exponent - estimate, squares += (exponent - estimate) * (exponent - estimate);
  }
  const double spread = std::sqrt((squares - sum * sum / draws) / (draws - 1));
  if (!std::isfinite(spread)) return Outcome::inconclusive;
  return by_interval(estimate, normal_quantile(alpha / 2) * spread, predicted, band);
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
