#include "nearest_neighbour_trials.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <vector>

namespace asymptest::interpolation {
namespace {

constexpr std::size_t torus_samples = 4096;
constexpr int torus_queries = 32;

double torus_square(const double* a, const double* b, std::size_t dimension) {
  double sum = 0;
  for (std::size_t i = 0; i < dimension; ++i) {
    const double gap = std::abs(a[i] - b[i]), around = std::min(gap, 1 - gap);
    sum += around * around;
  }
  return sum;
}

double torus_risk(const Point& at, Stream& random, double frequency, bool any_sample) {
  const auto d = static_cast<std::size_t>(at.count("d"));
  std::vector<double> samples(torus_samples * d), query(d);
  random.fill_uniform(samples);
  Stream queries = random.substream("queries");
  double sum = 0;
  for (int k = 0; k < torus_queries; ++k) {
    queries.fill_uniform(query);
    std::size_t nearest = 0;
    double least = at["d"];
    for (std::size_t i = 0; i < torus_samples && !any_sample; ++i) {
      const double square = torus_square(&samples[i * d], query.data(), d);
      if (square < least) least = square, nearest = i;
    }
    if (any_sample) nearest = queries.below(torus_samples);
    sum += disagreement_chance(at["M"], frequency, query[0], samples[nearest * d]);
  }
  return sum / torus_queries;
}

}  // namespace

double disagreement_chance(double classes, double frequency, double x, double other) {
  // Σ_j cos(a + 2πj/M) cos(b + 2πj/M) is M cos(a − b)/2 for M > 2 and 2 cos a cos b for M = 2.
  const double a = 2 * std::numbers::pi * frequency * x;
  const double b = 2 * std::numbers::pi * frequency * other;
  const double product = classes > 2 ? std::cos(a - b) / 2 : std::cos(a) * std::cos(b);
  return 1 - (1 + product) / classes;
}

double nearest_neighbour_risk(const Point& at, Stream& random) {
  return torus_risk(at, random, 1, false);
}

double risk_of_fast_eta(const Point& at, Stream& random) {
  return torus_risk(at, random, 0x1p20, false);
}

double risk_of_any_sample(const Point& at, Stream& random) {
  return torus_risk(at, random, 1, true);
}

double nearest_neighbour_limit(const Point& at) { return 1 - 1.5 / at["M"]; }

double place_between_bounds(const Point& at, Stream& random, double bound_classes) {
  constexpr int places = 4;
  double risk = 1, bayes = 1;
  for (int place = 0; place < places; ++place) {
    std::vector<double> eta(static_cast<std::size_t>(at.count("M")));
    const double sharpness = random.uniform(0, 4);
    double total = 0, squares = 0, most = 0;
    for (double& chance : eta) total += chance = std::exp(sharpness * random.normal());
    for (const double chance : eta) {
      squares += chance * chance / (total * total);
      most = std::max(most, chance / total);
    }
    risk -= squares / places;
    bayes -= most / places;
  }
  const double upper = bayes * (2 - bayes * bound_classes / (bound_classes - 1));
  return (risk - bayes) / (upper - bayes);
}

}  // namespace asymptest::interpolation
