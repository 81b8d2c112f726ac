#include "asymptest/inference/fit/separable/constant_profile.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace asymptest {
namespace {

// A correction's amplitude at the smallest size, of A·x^a there or of what that changes by.
constexpr double most_correction = 0.3;
// Of a law that grows: x^a·log(x/x₀), with log(x_min/x₀) between these parts of the log range.
constexpr double least_log_offset = 0.1, most_log_offset = 1.1;

// (x^a − 1)/a, and log x for a = 0: what is left of A·x^a beside a constant, of order 1.
double changing_power(double scaled, double position) {
  // From the end at which it is largest.
  const double at = scaled > 0 ? position - 1 : position;
  if (std::abs(scaled) < 1e-8) return at;
  return std::expm1(scaled * at) / scaled * std::max(1.0, std::abs(scaled));
}

// The amplitude of x^a in `changing_power` at the smallest size, at most what that changes by.
double amplitude_of(double scaled) {
  if (std::abs(scaled) < 1e-8) return 1;
  const double change = std::min(1.0, std::abs(std::expm1(scaled)));
  return change * std::max(1.0, std::abs(scaled)) / std::abs(scaled) *
         (scaled > 0 ? std::exp(-scaled) : 1);
}

}  // namespace

ConstantProfile::ConstantProfile(const Statistics& statistics, const Regressor& sizes) {
  const auto [low, high] = std::minmax_element(sizes.logs.begin(), sizes.logs.end());
  range_ = *high - *low;
  double weights = 0, sum = 0;
  for (std::size_t i = 0; i < sizes.logs.size(); ++i) {
    const PointStatistic& p = statistics.points[i];
    const double value = std::exp(p.log_value), weight = 1 / (p.error * value);
    position_.push_back((sizes.logs[i] - *low) / range_);
    weight_.push_back(weight);
    weights += weight * weight, sum += weight * weight * value;
  }
  mean_weight_ = weights;
  mean_ = sum / weights;
  for (std::size_t i = 0; i < position_.size(); ++i) {
    target_.push_back(weight_[i] * (std::exp(statistics.points[i].log_value) - mean_));
  }
}

double ConstantProfile::misfit(double scaled, const ConstantCorrection& correction) const {
  return fit(scaled, correction).first.misfit;
}

ConstantLaw ConstantProfile::law(double scaled, const ConstantCorrection& correction) const {
  const auto [best, rays] = fit(scaled, correction);
  ConstantLaw law;
  const std::size_t n = position_.size();
  for (std::size_t i = 0; i < n; ++i) {
    double sum = 0;
    for (std::size_t k = 0; k * n < rays.size(); ++k) sum += best.weights[k] * rays[k * n + i];
    law.values.push_back(mean_ + sum / weight_[i]);
  }
  law.constant = constant_of(scaled, law.values);
  return law;
}

// The weighted deviations from the weighted mean: the constant is eliminated.
void ConstantProfile::eliminate_constant(std::span<double> ray) const {
  double sum = 0;
  for (std::size_t i = 0; i < ray.size(); ++i) sum += weight_[i] * weight_[i] * ray[i];
  const double mean = sum / mean_weight_;
  for (std::size_t i = 0; i < ray.size(); ++i) ray[i] = weight_[i] * (ray[i] - mean);
}

// x^a·(c + log(x/x_min)) for the least c and the largest.
void ConstantProfile::write_logarithms(double scaled, double sign, std::span<double> rays) const {
  const std::size_t n = position_.size();
  for (std::size_t i = 0; i < n; ++i) {
    const double g = sign * std::exp(scaled * (position_[i] - 1));
    rays[i] = g * (position_[i] + least_log_offset) / (1 + least_log_offset);
    rays[n + i] = g * (position_[i] + most_log_offset) / (1 + most_log_offset);
  }
  for (std::size_t k = 0; k < 2; ++k) eliminate_constant(rays.subspan(k * n, n));
}

std::vector<double> ConstantProfile::rays_of(double scaled, const ConstantCorrection& correction,
                                             double sign) const {
  const std::size_t n = position_.size();
  std::vector<double> rays((correction.none() ? 1 : 2) * n);
  if (correction.kind == ConstantCorrection::Kind::logarithm) {
    write_logarithms(scaled, sign, rays);
    return rays;
  }
  const double largest = most_correction * amplitude_of(scaled);
  const bool proportional = correction.kind == ConstantCorrection::Kind::proportional;
  const double omega = proportional ? std::abs(scaled) : correction.omega * range_;
  for (std::size_t i = 0; i < n; ++i) {
    const double g = sign * changing_power(scaled, position_[i]);
    const double most = largest * std::exp((scaled - omega) * position_[i]);
    rays[i] = correction.none() ? g : g - most;
    if (!correction.none()) rays[n + i] = g + most;
  }
  for (std::size_t k = 0; k * n < rays.size(); ++k) {
    eliminate_constant(std::span(rays).subspan(k * n, n));
  }
  return rays;
}

std::pair<NonnegativeFit, std::vector<double>> ConstantProfile::fit(
    double scaled, const ConstantCorrection& correction) const {
  std::pair<NonnegativeFit, std::vector<double>> best;
  best.first.misfit = std::numeric_limits<double>::infinity();
  // A logarithm of a law that falls to its limit can't be told from another exponent.
  if (correction.kind == ConstantCorrection::Kind::logarithm && !(scaled > 0)) return best;
  for (const double sign : {1.0, -1.0}) {
    std::vector<double> rays = rays_of(scaled, correction, sign);
    const NonnegativeFit fit = nonnegative_least_squares(rays, target_);
    if (fit.misfit < best.first.misfit) best = {fit, std::move(rays)};
  }
  return best;
}

// E of the plain law through the fitted values: their weighted regression on x^a.
double ConstantProfile::constant_of(double scaled, const std::vector<double>& values) const {
  double mean_power = 0, mean_value = 0;
  std::vector<double> powers;
  for (std::size_t i = 0; i < values.size(); ++i) {
    powers.push_back(std::exp(scaled * (position_[i] - (scaled > 0 ? 1 : 0))));
    mean_power += weight_[i] * weight_[i] * powers[i] / mean_weight_;
    mean_value += weight_[i] * weight_[i] * values[i] / mean_weight_;
  }
  double product = 0, square = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double w = weight_[i] * weight_[i], d = powers[i] - mean_power;
    product += w * d * (values[i] - mean_value), square += w * d * d;
  }
  return mean_value - product / square * mean_power;
}

}  // namespace asymptest
