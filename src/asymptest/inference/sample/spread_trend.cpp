#include "asymptest/inference/sample/spread_trend.hpp"

#include <algorithm>
#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/trigamma.hpp>
#include <cmath>

namespace asymptest {
namespace {

// Log variance = level + slope·(log size − mean of the log sizes).
struct Trend {
  double level = 0, slope = 0, centre = 0;
  [[nodiscard]] double at(double log_size) const {
    return std::exp(level + slope * (log_size - centre));
  }
};

bool tells(const SpreadEstimate& p) { return p.degrees > 0 && p.variance > 0; }

double total_degrees(std::span<const SpreadEstimate> points) {
  double sum = 0;
  for (const SpreadEstimate& p : points) sum += p.degrees;
  return sum;
}

// Points without any spread count as such: they pull the level down, as in a pooled variance.
Trend constant_trend(std::span<const SpreadEstimate> points) {
  double squares = 0, sizes = 0;
  const double degrees = total_degrees(points);
  for (const SpreadEstimate& p : points) {
    squares += p.degrees * p.variance, sizes += p.degrees * p.log_size;
  }
  return {std::log(squares / degrees), 0, sizes / degrees};
}

double size_scatter(std::span<const SpreadEstimate> points, double centre) {
  double sum = 0;
  for (const SpreadEstimate& p : points) sum += p.degrees * std::pow(p.log_size - centre, 2);
  return sum;
}

// Fisher's scoring for the gamma likelihood, whose weights d/2 don't depend on the trend.
Trend sloped_trend(std::span<const SpreadEstimate> points, Trend trend) {
  constexpr int most_steps = 50;
  constexpr double largest_step = 1, settled = 1e-8;
  const double degrees = total_degrees(points), scatter = size_scatter(points, trend.centre);
  for (int i = 0; i < most_steps; ++i) {
    double level = 0, slope = 0;
    for (const SpreadEstimate& p : points) {
      const double excess = p.degrees * (p.variance / trend.at(p.log_size) - 1);
      level += excess / degrees, slope += excess * (p.log_size - trend.centre) / scatter;
    }
    trend.level += std::clamp(level, -largest_step, largest_step);
    trend.slope += std::clamp(slope, -largest_step, largest_step);
    if (std::abs(level) + std::abs(slope) < settled) break;
  }
  return trend;
}

// −2 log likelihood of the gamma law of the variances, up to a constant.
double deviance(std::span<const SpreadEstimate> points, const Trend& trend) {
  double sum = 0;
  for (const SpreadEstimate& p : points) {
    const double mean = trend.at(p.log_size);
    sum += p.degrees * (std::log(mean) + p.variance / mean);
  }
  return sum;
}

// Newton's method for x with ψ′(x) = value (Smyth 2004, appendix).
double inverse_trigamma(double value) {
  constexpr double small = 1e-6, large = 1e7;
  if (value > large) return 1 / std::sqrt(value);
  if (value < small) return 1 / value;
  double x = 0.5 + 1 / value;
  for (int i = 0; i < 50; ++i) {
    const double t = boost::math::trigamma(x);
    // ψ″ < 0 by differences would lose digits; 1/ψ′ is nearly linear.
    constexpr double relative = 1e-4;
    const double slope = (boost::math::trigamma(x * (1 + relative)) - t) / (relative * x);
    const double step = t * (1 - t / value) / slope;
    x += step;
    if (-step / x < small) break;
  }
  return x;
}

// What the log variances scatter about the trend beyond log χ²_d.
double prior_degrees(std::span<const SpreadEstimate> points, const Trend& trend,
                     double parameters) {
  double count = 0, mean = 0, squares = 0, by_chance = 0;
  for (const SpreadEstimate& p : points) {
    if (!tells(p)) continue;
    const double half = p.degrees / 2;
    const double e =
        std::log(p.variance / trend.at(p.log_size)) - boost::math::digamma(half) + std::log(half);
    ++count, mean += e, squares += e * e, by_chance += boost::math::trigamma(half);
  }
  if (count <= parameters) return most_prior_degrees;
  mean /= count, by_chance /= count;
  const double excess = (squares - count * mean * mean) / (count - parameters) - by_chance;
  if (!(excess > 0)) return most_prior_degrees;
  return std::min(most_prior_degrees, 2 * inverse_trigamma(excess));
}

}  // namespace

ShrunkSpread shrink_spread(std::span<const SpreadEstimate> points) {
  constexpr double two_errors = 4;  // in deviance
  Trend trend = constant_trend(points);
  double parameters = 1;
  // A point of equal trials would draw a slope after it without end.
  const bool all_tell = std::all_of(points.begin(), points.end(),
                                    [](const auto& p) { return tells(p) || p.degrees == 0; });
  if (all_tell && size_scatter(points, trend.centre) > 0) {
    const Trend sloped = sloped_trend(points, trend);
    if (deviance(points, trend) - deviance(points, sloped) > two_errors) {
      trend = sloped, parameters = 2;
    }
  }
  ShrunkSpread shrunk;
  shrunk.prior_degrees = prior_degrees(points, trend, parameters);
  shrunk.degrees = std::max(1.0, total_degrees(points) - (parameters - 1));
  for (const SpreadEstimate& p : points) {
    const double own = tells(p) ? p.degrees : 0, prior = shrunk.prior_degrees;
    shrunk.variances.push_back((prior * trend.at(p.log_size) + own * p.variance) / (prior + own));
  }
  return shrunk;
}

}  // namespace asymptest
