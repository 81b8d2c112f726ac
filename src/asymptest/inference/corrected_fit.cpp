#include "asymptest/inference/corrected_fit.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace asymptest {
namespace {

constexpr int omega_steps = 12;
constexpr int golden_steps = 24;
constexpr double golden = 0.6180339887498949;

template <class Function>
double golden_minimum(const Function& f, double lower, double upper, int steps) {
  double left = upper - golden * (upper - lower), right = lower + golden * (upper - lower);
  double f_left = f(left), f_right = f(right);
  for (int i = 0; i < steps; ++i) {
    if (f_left < f_right) {
      upper = right, right = left, f_right = f_left;
      left = upper - golden * (upper - lower), f_left = f(left);
    } else {
      lower = left, left = right, f_left = f_right;
      right = lower + golden * (upper - lower), f_right = f(right);
    }
  }
  return f_left < f_right ? left : right;
}

}  // namespace

double CorrectedFit::log_at(double log_size) const {
  return log_factor + exponent * log_size + std::log1p(amplitude * std::exp(-omega * log_size));
}

CorrectedProfile::CorrectedProfile(std::span<const Observation> observations,
                                   const CorrectionRange& range)
    : observations_(observations.begin(), observations.end()), range_(range) {
  const auto [low, high] =
      std::minmax_element(observations_.begin(), observations_.end(),
                          [](const auto& a, const auto& b) { return a.log_size < b.log_size; });
  smallest_ = low->log_size;
  largest_ = high->log_size;
  double weights = 0, sum_x = 0, sum_y = 0, sum_xx = 0, sum_xy = 0;
  for (const Observation& o : observations_) {
    const double w = 1 / (o.error * o.error), x = o.log_size - largest_;
    weights += w, sum_x += w * x, sum_y += w * o.log_value;
    sum_xx += w * x * x, sum_xy += w * x * o.log_value;
  }
  const double determinant = weights * sum_xx - sum_x * sum_x;
  mean_value_ = sum_y / weights;
  plain_slope_ = (weights * sum_xy - sum_x * sum_y) / determinant;
  plain_error_ = std::sqrt(weights / determinant);
}

CorrectedFit CorrectedProfile::fit_at(double exponent, double omega) const {
  // Columns u = x^a and v = x^a (x/x_max)^−ω over the observed value, in units of the error.
  double uu = 0, uv = 0, vv = 0, u1 = 0, v1 = 0, ones = 0;
  for (const Observation& o : observations_) {
    const double x = o.log_size - largest_;
    const double u = std::exp(exponent * x - (o.log_value - mean_value_)) / o.error;
    const double v = u * std::exp(-omega * x), one = 1 / o.error;
    uu += u * u, uv += u * v, vv += v * v, u1 += u * one, v1 += v * one, ones += one * one;
  }
  const auto along = [&](double ratio) {  // best C for a given b
    const double norm = uu + 2 * ratio * uv + ratio * ratio * vv, product = u1 + ratio * v1;
    return std::pair{ones - product * product / norm, product / norm};
  };
  const double highest = range_.most_at_largest;
  const double lowest = -std::min(highest, std::exp(-omega * (largest_ - smallest_)));
  const double determinant = uu * vv - uv * uv;
  const double first = u1 * vv - v1 * uv, second = v1 * uu - u1 * uv;
  double ratio = first > 0 ? second / first : std::numeric_limits<double>::quiet_NaN();
  if (!(determinant > 0) || !(ratio >= lowest && ratio <= highest)) {
    ratio = along(lowest).first < along(highest).first ? lowest : highest;
  }
  const double factor = along(ratio).second;
  CorrectedFit fit{exponent, 0, omega, ratio * std::exp(omega * largest_), 0};
  // Summed anew: the difference `ones − …` loses the digits that exact data need.
  for (const Observation& o : observations_) {
    const double x = o.log_size - largest_;
    const double fitted = factor * std::exp(exponent * x - (o.log_value - mean_value_)) *
                          (1 + ratio * std::exp(-omega * x));
    fit.misfit += (fitted - 1) * (fitted - 1) / (o.error * o.error);
  }
  fit.log_factor = std::log(factor) + mean_value_ - exponent * largest_;
  return fit;
}

CorrectedFit CorrectedProfile::polished(double exponent, double lower, double upper) const {
  const double omega = golden_minimum([&](double w) { return fit_at(exponent, w).misfit; }, lower,
                                      upper, golden_steps);
  return fit_at(exponent, omega);
}

CorrectedFit CorrectedProfile::fit_at(double exponent) const {
  if (!(range_.omega_upper > range_.omega_lower)) return fit_at(exponent, range_.omega_lower);
  const double step = std::pow(range_.omega_upper / range_.omega_lower, 1.0 / omega_steps);
  double omega = range_.omega_lower, best_omega = omega;
  CorrectedFit best = fit_at(exponent, omega);
  for (int i = 1; i <= omega_steps; ++i) {
    omega *= step;
    const CorrectedFit fit = fit_at(exponent, omega);
    if (fit.misfit < best.misfit) best = fit, best_omega = omega;
  }
  const CorrectedFit fine = polished(exponent, std::max(range_.omega_lower, best_omega / step),
                                     std::min(range_.omega_upper, best_omega * step));
  return fine.misfit < best.misfit ? fine : best;
}

CorrectedFit CorrectedProfile::best() const {
  // The asymptotic exponent lies within the largest ω·(correction's share) of the plain slope.
  const double reach = range_.omega_upper / 2 + 8 * std::min(1.0, plain_error_);
  constexpr int steps = 64;
  double best_exponent = plain_slope_, least = misfit_at(plain_slope_);
  for (int i = 0; i <= steps; ++i) {
    const double a = plain_slope_ + reach * (2.0 * i / steps - 1);
    if (const double m = misfit_at(a); m < least) least = m, best_exponent = a;
  }
  const double step = 2 * reach / steps;
  const double fine = golden_minimum([&](double a) { return misfit_at(a); }, best_exponent - step,
                                     best_exponent + step, 40);
  const CorrectedFit fit = fit_at(fine);
  return fit.misfit < least ? fit : fit_at(best_exponent);
}

}  // namespace asymptest
