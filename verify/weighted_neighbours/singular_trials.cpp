#include "singular_trials.hpp"

#include <cmath>
#include <vector>

#include "learning/neighbours/singular_weights.hpp"

namespace asymptest::weighted_neighbours {
namespace {

/// The distances of the k nearest of n uniform points of the unit ball: of n uniform volumes the
/// (k + 1)-th least is G_{k+1}/(G_{k+1} + G_{n−k}) for Gamma variates, and the others are uniform
/// below it.
std::vector<double> nearest_distances(std::int64_t k, std::int64_t n, double d, Stream& random) {
  double below = 0, all = 0;
  for (std::int64_t i = 0; i <= n; ++i) {
    all -= std::log(random.uniform());
    if (i == k) below = all;
  }
  std::vector<double> distances(static_cast<std::size_t>(k));
  for (double& r : distances) r = std::pow(below / all * random.uniform(), 1 / d);
  return distances;
}

std::int64_t neighbours_of(double n, double d) { return std::llround(std::pow(n, 4 / (4 + d))); }

}  // namespace

Trial variance_at(double s) {
  return [s](const Point& at, Stream& random) {
    return learning::conditional_sum_of_squared_weights(at.count("k"), s, random);
  };
}

double squared_weights(const Point& at, Stream& random) { return variance_at(at["s"])(at, random); }

double squared_plain_weights(const Point& at, Stream& random) {
  static_cast<void>(random);
  return 1 / at["k"];
}

Trial squared_error(double dimension, double s, double beta) {
  return [=](const Point& at, Stream& random) {
    const std::int64_t n = at.count("n");
    const std::int64_t k = neighbours_of(at["n"], dimension);
    const std::vector<double> r = nearest_distances(k, n, dimension, random);
    const std::vector<double> w = learning::singular_weights(r, s * dimension);
    double bias = 0, variance = 0;
    for (std::size_t i = 0; i < r.size(); ++i) {
      bias += 4 * w[i] * std::pow(r[i], beta);
      variance += w[i] * w[i];
    }
    return bias * bias + variance;
  };
}

double squared_error_law(double dimension, double s, double n) {
  const auto k = static_cast<double>(neighbours_of(n, dimension));
  const double share = (1 - s) / (1 - s + 2 / dimension);  // of |x|² at the (k + 1)-th neighbour
  const double bias = 4 * std::pow(k / n, 2 / dimension) * share;
  return bias * bias + (1 - s) * (1 - s) / (1 - 2 * s) / k;
}

}  // namespace asymptest::weighted_neighbours
