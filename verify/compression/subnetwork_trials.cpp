#include "subnetwork_trials.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace asymptest::compression {
namespace {

constexpr std::size_t inputs = 16;
using Outputs = std::vector<double>;  // of a network or a unit, at 16 inputs

/// The outputs a·relu(⟨w, x⟩) of m units at 16 random inputs of R^4.
std::vector<Outputs> random_units(std::int64_t m, Stream& random) {
  constexpr std::size_t dimension = 4;
  std::vector<double> x(inputs * dimension), w(dimension);
  random.fill_normal(x);
  std::vector<Outputs> units(static_cast<std::size_t>(m), Outputs(inputs));
  for (Outputs& unit : units) {
    const double output_weight = random.normal();
    random.fill_normal(w);
    for (std::size_t j = 0; j < inputs; ++j) {
      double sum = 0;
      for (std::size_t i = 0; i < dimension; ++i) sum += w[i] * x[j * dimension + i];
      unit[j] = output_weight * std::max(sum, 0.0);
    }
  }
  return units;
}

Outputs mean_of_first(const std::vector<Outputs>& units, std::size_t count) {
  Outputs mean(inputs);
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t j = 0; j < inputs; ++j) mean[j] += units[i][j] / static_cast<double>(count);
  }
  return mean;
}

double square_distance(const Outputs& a, const Outputs& b) {
  double sum = 0;
  for (std::size_t j = 0; j < inputs; ++j) sum += (a[j] - b[j]) * (a[j] - b[j]);
  return sum;
}

/// The k units that are kept come to the front: drawn without or with replacement.
void keep_random(std::vector<Outputs>& units, std::size_t k, bool replace, Stream& random) {
  const std::vector<Outputs> all = replace ? units : std::vector<Outputs>{};
  for (std::size_t i = 0; i < k; ++i) {
    if (replace) {
      units[i] = all[random.below(all.size())];
    } else {
      std::swap(units[i], units[i + random.below(units.size() - i)]);
    }
  }
}

struct Errors {
  double square = 0;    ///< |mean of the k kept units − mean of all|²
  double variance = 0;  ///< of a unit
};

Errors errors_of(std::vector<Outputs> units, const Point& at, bool replace, Stream& random) {
  const auto k = static_cast<std::size_t>(at.count("k"));
  const Outputs whole = mean_of_first(units, units.size());
  double variance = 0;
  for (const Outputs& unit : units) variance += square_distance(unit, whole) / at["m"];
  keep_random(units, k, replace, random);
  return {square_distance(mean_of_first(units, k), whole), variance};
}

Errors errors_at(const Point& at, bool replace, Stream& random) {
  Stream choice = random.substream("choice");
  return errors_of(random_units(at.count("m"), random), at, replace, choice);
}

}  // namespace

double relative_error(const Point& at, Stream& random) {
  const Errors found = errors_at(at, false, random);
  return found.square / found.variance;
}

double relative_error_with_replacement(const Point& at, Stream& random) {
  const Errors found = errors_at(at, true, random);
  return found.square / found.variance;
}

double maurey(const Point& at) { return (at["m"] - at["k"]) / (at["k"] * (at["m"] - 1)); }

}  // namespace asymptest::compression
