#include "cantor_trials.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "learning/fractals/cantor_measure.hpp"

namespace asymptest::covering {
namespace {

constexpr std::int64_t fresh_addresses = 512;

/// A Poisson number, as the arrivals of rate 1 before `mean`; 1 at least, so that there is a
/// sample.
std::int64_t poisson_at_least_one(double mean, Stream& random) {
  std::int64_t arrivals = 0;
  for (double time = -std::log(random.uniform()); time < mean; ++arrivals) {
    time -= std::log(random.uniform());
  }
  return std::max<std::int64_t>(arrivals, 1);
}

std::vector<learning::CantorAddress> sorted_samples(double right, double mean,
                                                    const Stream& random) {
  Stream counts = random.substream("count"), draws = random.substream("samples");
  std::vector<learning::CantorAddress> samples =
      learning::cantor_addresses(poisson_at_least_one(mean, counts), right, draws);
  std::sort(samples.begin(), samples.end());
  return samples;
}

}  // namespace

Trial mean_distance_on_cantor_set(double right) {
  return [right](const Point& at, Stream& random) {
    std::vector<double> points;
    for (const auto sample : sorted_samples(right, at["N"], random)) {
      points.push_back(learning::cantor_point(sample));
    }
    return learning::mean_nearest_cantor_distance(points, right);
  };
}

Trial typical_distance_on_cantor_set(double right) {
  return [right](const Point& at, Stream& random) {
    const auto samples = sorted_samples(right, at["N"], random);
    Stream fresh = random.substream("fresh points");
    double sum = 0;
    for (const auto from : learning::cantor_addresses(fresh_addresses, right, fresh)) {
      sum += std::log(learning::nearest_cantor_distance(samples, from));
    }
    return std::exp(sum / static_cast<double>(fresh_addresses));
  };
}

double mean_distance_on_interval(const Point& at, Stream& random) {
  Stream counts = random.substream("count"), draws = random.substream("samples");
  std::vector<double> samples(static_cast<std::size_t>(poisson_at_least_one(at["N"], counts)));
  draws.fill_uniform(samples);
  std::sort(samples.begin(), samples.end());
  double sum = std::pow(samples.front(), 2) / 2 + std::pow(1 - samples.back(), 2) / 2;
  for (std::size_t i = 1; i < samples.size(); ++i) {
    sum += std::pow(samples[i] - samples[i - 1], 2) / 4;
  }
  return sum;
}

Sweep cantor_sizes(double ratio) {
  std::vector<double> sizes;
  for (int j = 0; j < 7; ++j) sizes.push_back(32 * std::pow(ratio, j));
  return {axis("N", "mean number of samples").listed(sizes)};
}

double cantor_cost(const Point& at) { return at["N"] + 16; }

double transient_exponent(double q) {
  const double cubed = std::pow(q, 3 * (1 - learning::mean_distance_exponent(q))) / 3;
  return 0.5 * std::log(cubed) / std::log(q);
}

}  // namespace asymptest::covering
