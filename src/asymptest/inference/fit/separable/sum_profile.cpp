#include "asymptest/inference/fit/separable/sum_profile.hpp"

#include <algorithm>
#include <cmath>

namespace asymptest {
namespace {

// The positions of the sizes on the logarithm, from 0 to 1.
std::vector<double> positions(const Regressor& sizes, double& range) {
  const auto [low, high] = std::minmax_element(sizes.logs.begin(), sizes.logs.end());
  range = *high - *low;
  std::vector<double> all;
  for (const double log_size : sizes.logs) all.push_back((log_size - *low) / range);
  return all;
}

double product(std::span<const double> a, std::span<const double> b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

// x^a − 1 over a, of order 1, and log x for a = 0: what is left of A·x^a beside
// a constant.
double beside_constant(double scaled, double position) {
  const double from = scaled > 0 ? position - 1 : position;
  if (std::abs(scaled) < 1e-8) return from;
  return std::expm1(scaled * from) / scaled * std::max(1.0, std::abs(scaled));
}

// Weights of two rays, by the normal equations; the second alone is dropped
// where they are parallel.
std::array<double, 2> least_squares(std::span<const double> first, std::span<const double> second,
                                    std::span<const double> target) {
  constexpr double parallel_rays = 1e-13;
  const double aa = product(first, first), bb = product(second, second);
  const double ab = product(first, second);
  const double ta = product(first, target), tb = product(second, target);
  const double determinant = aa * bb - ab * ab;
  if (!(determinant > parallel_rays * aa * bb)) return {aa > 0 ? ta / aa : 0, 0};
  return {(ta * bb - tb * ab) / determinant, (tb * aa - ta * ab) / determinant};
}

}  // namespace

SumProfile::SumProfile(const Statistics& statistics, std::array<Regressor, 2> sizes,
                       bool with_constant)
    : with_constant_(with_constant) {
  for (std::size_t j = 0; j < 2; ++j) position_[j] = positions(sizes[j], ranges_[j]);
  double sum = 0;
  for (const PointStatistic& p : statistics.points) {
    const double value = std::exp(p.log_value), weight = 1 / (p.error * value);
    weight_.push_back(weight);
    mean_weight_ += weight * weight, sum += weight * weight * value;
  }
  if (with_constant_) mean_ = sum / mean_weight_;
  for (std::size_t i = 0; i < weight_.size(); ++i) {
    target_.push_back(weight_[i] * (std::exp(statistics.points[i].log_value) - mean_));
  }
}

void SumProfile::eliminate_constant(std::span<double> ray) const {
  double sum = 0;
  for (std::size_t i = 0; i < ray.size(); ++i) sum += weight_[i] * ray[i];
  const double mean = sum / mean_weight_;
  for (std::size_t i = 0; i < ray.size(); ++i) ray[i] -= weight_[i] * mean;
}

std::vector<double> SumProfile::ray(std::size_t factor, double scaled) const {
  std::vector<double> ray;
  for (std::size_t i = 0; i < weight_.size(); ++i) {
    const double at = position_[factor][i];
    ray.push_back(weight_[i] * (with_constant_ ? beside_constant(scaled, at)
                                               : std::exp(scaled * (scaled > 0 ? at - 1 : at))));
  }
  if (with_constant_) eliminate_constant(ray);
  return ray;
}

double SumProfile::misfit(std::span<const double> a, std::span<const double> b) const {
  const auto [u, v] = least_squares(a, b, target_);
  double misfit = 0;
  for (std::size_t i = 0; i < target_.size(); ++i) {
    const double residual = u * a[i] + v * b[i] - target_[i];
    misfit += residual * residual;
  }
  return misfit;
}

SumFit SumProfile::fit(double first, double second) const {
  const auto a = ray(0, first), b = ray(1, second);
  const auto [u, v] = least_squares(a, b, target_);
  SumFit fit;
  for (std::size_t i = 0; i < target_.size(); ++i) {
    const double fitted = u * a[i] + v * b[i];
    fit.misfit += (fitted - target_[i]) * (fitted - target_[i]);
    fit.values.push_back(mean_ + fitted / weight_[i]);
  }
  if (!with_constant_) return fit;
  // The fitted law at the powers' zero: E is linear in the data, with the
  // variance of a regression on both powers.
  std::array<std::vector<double>, 2> powers;
  std::array<double, 2> means{};
  for (std::size_t i = 0; i < weight_.size(); ++i) {
    for (std::size_t j = 0; j < 2; ++j) {
      const double scaled = j == 0 ? first : second;
      powers[j].push_back(std::exp(scaled * (position_[j][i] - (scaled > 0 ? 1 : 0))));
      means[j] += weight_[i] * weight_[i] * powers[j][i] / mean_weight_;
    }
  }
  std::array<std::vector<double>, 2> centred;
  for (std::size_t j = 0; j < 2; ++j) {
    for (std::size_t i = 0; i < weight_.size(); ++i) {
      centred[j].push_back(weight_[i] * (powers[j][i] - means[j]));
    }
  }
  const auto [p, q] = least_squares(centred[0], centred[1], target_);
  fit.constant = mean_ - p * means[0] - q * means[1];
  const double aa = product(centred[0], centred[0]), bb = product(centred[1], centred[1]);
  const double ab = product(centred[0], centred[1]), determinant = aa * bb - ab * ab;
  fit.constant_variance = 1 / mean_weight_ + (means[0] * means[0] * bb + means[1] * means[1] * aa -
                                              2 * means[0] * means[1] * ab) /
                                                 determinant;
  return fit;
}

}  // namespace asymptest
