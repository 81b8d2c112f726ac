#include "learning/neighbours/singular_weights.hpp"

#include <Eigen/Core>
#include <cmath>
#include <stdexcept>

#include "asymptest/require/require.hpp"
#include "learning/neighbours/negative_powers.hpp"

namespace asymptest::learning {
namespace {

/// ∫₀¹ (1 + S t^s)^−2 dt by the trapezoidal rule in x, t = exp(−e^x), which makes the integrand
/// analytic with exponential tails.
double integral_of_squared_weight(double rest, double s) {
  constexpr double step = 1.0 / 16;
  double sum = 0;
  for (double x = -36; x <= 6; x += step) {
    const double y = std::exp(x), share = 1 / (1 + rest * std::exp(-s * y));
    sum += share * share * std::exp(-y) * y;
  }
  return sum * step;
}

/// r_i ← (r_i/least)^−a. Beside a least of 0 all others weigh nothing; where a quotient may
/// overflow, it is taken by logarithms.
void raise_relative(Eigen::Map<Eigen::ArrayXd>& r, double least, double exponent) {
  constexpr double farthest = 1e300;
  if (least == 0) {
    r = (r == 0).cast<double>();
  } else if (r.maxCoeff() < farthest * least) {
    r /= least;
    raise_to_negative_power({r.data(), static_cast<std::size_t>(r.size())}, exponent);
  } else {
    r = (-exponent * (r.log() - std::log(least))).exp();
  }
}

}  // namespace

std::vector<double> singular_weights(std::span<const double> distances, double exponent) {
  require(!distances.empty(), "singular weights: 0 distances, expected 1 at least");
  require(exponent > 0, "singular weights: the exponent is {}, expected a positive number",
          exponent);
  for (const double distance : distances) {
    require(distance >= 0 && std::isfinite(distance),
            "singular weights: a distance of {}, expected a finite one, 0 at least", distance);
  }
  std::vector<double> weights(distances.begin(), distances.end());
  Eigen::Map<Eigen::ArrayXd> w(weights.data(), static_cast<Eigen::Index>(weights.size()));
  const double least = w.minCoeff();
  raise_relative(w, least, exponent);
  w /= w.sum();
  return weights;
}

double conditional_sum_of_squared_weights(std::int64_t samples, double s, Stream& random) {
  require(samples >= 2 && s > 0,
          "squared singular weights: {} samples and s = {}, expected 2 at least and s > 0", samples,
          s);
  Eigen::ArrayXd others(samples - 1);
  const std::span<double> powers(others.data(), static_cast<std::size_t>(others.size()));
  random.fill_uniform(powers);
  raise_to_negative_power(powers, s);
  const double rest = others.sum();
  return static_cast<double>(samples) * integral_of_squared_weight(rest, s);
}

double sum_of_squared_weights_law(std::int64_t samples, double s) {
  const auto n = static_cast<double>(samples);
  if (s == 0.5 || s == 1) {
    throw std::domain_error(
        message("squared singular weights: s is {}, where a logarithm joins, expected another", s));
  }
  if (s < 0.5) return (1 - s) * (1 - s) / (1 - 2 * s) / n;
  if (s > 1) return 1 - 1 / s;
  const double p = 1 / s;
  return std::pow(1 - s, p) * std::tgamma(1 + p) * std::tgamma(2 - p) * std::pow(n, 1 - p);
}

}  // namespace asymptest::learning
