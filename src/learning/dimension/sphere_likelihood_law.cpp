#include "learning/dimension/sphere_likelihood_law.hpp"

#include <algorithm>
#include <boost/math/distributions/beta.hpp>
#include <boost/math/quadrature/gauss.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <cmath>
#include <stdexcept>
#include <string>

#include "asymptest/require/require.hpp"

namespace asymptest::learning {
namespace {

/// g of the law, with v = w^(1/a), a = d/2: F(t v) ~ w, and the integrand is smooth.
double mean_log_ratio_below(double t, double a) {
  const double whole = boost::math::ibeta(a, a, t);
  const auto integrand = [&](double w) {
    return boost::math::ibeta(a, a, t * std::pow(w, 1 / a)) / (whole * a * w);
  };
  return boost::math::quadrature::gauss<double, 30>::integrate(integrand, 0.0, 1.0);
}

}  // namespace

Eigen::MatrixXd uniform_sphere_points(Eigen::Index dimension, Eigen::Index count, Stream& random) {
  if (dimension < 1 || count < 1) {
    throw std::invalid_argument(message(
        "sphere: {} points of dimension {}, expected at least 1 of each", count, dimension));
  }
  Eigen::MatrixXd points(dimension + 1, count);
  random.fill_normal({points.data(), static_cast<std::size_t>(points.size())});
  return points.colwise().normalized();
}

double sphere_log_ratio_below(int dimension, double quarter_square) {
  require(dimension >= 1 && quarter_square > 0 && quarter_square <= 1,
          "likelihood law: d = {}, a quarter of the squared distance {}, expected d >= 1 and a "
          "number of (0, 1]",
          dimension, quarter_square);
  return mean_log_ratio_below(quarter_square, dimension / 2.0) / 2;
}

double sphere_likelihood_law(int dimension, int points, int k) {
  if (dimension < 1 || k < 2 || k >= points) {
    throw std::invalid_argument(
        message("likelihood law: d = {}, k = {} of {} points, expected d >= 1 and 2 <= k < N",
                dimension, k, points));
  }
  const double a = dimension / 2.0;
  const boost::math::beta_distribution<double> share(k, points - k);
  const auto integrand = [&](double p) {
    return boost::math::pdf(share, p) * mean_log_ratio_below(boost::math::ibeta_inv(a, a, p), a);
  };
  // Beyond these, less than 1e-20 of the law.
  const double mean = boost::math::mean(share), deviation = boost::math::standard_deviation(share);
  const double low = std::max(0.0, mean - 10 * deviation);
  const double high = std::min(1.0, mean + 24 * deviation);
  double sum = 0;
  constexpr int parts = 8;
  for (int i = 0; i < parts; ++i) {
    const double width = (high - low) / parts;
    sum += boost::math::quadrature::gauss<double, 20>::integrate(integrand, low + i * width,
                                                                 low + (i + 1) * width);
  }
  return sum / 2;
}

}  // namespace asymptest::learning
