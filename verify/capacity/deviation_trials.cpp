#include "deviation_trials.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>
#include <vector>

namespace asymptest::capacity {
namespace {

double kolmogorov_distance(std::vector<double> samples) {
  std::sort(samples.begin(), samples.end());
  const auto n = static_cast<double>(samples.size());
  double most = 0, i = 0;
  for (const double x : samples) {
    most = std::max({most, x - i / n, (i + 1) / n - x});
    ++i;
  }
  return most;
}

/// How many of n samples fall on each of D equal atoms.
std::vector<double> atom_counts(std::int64_t atoms, std::int64_t n, Stream& random) {
  std::vector<double> counts(static_cast<std::size_t>(atoms));
  for (std::int64_t i = 0; i < n; ++i) ++counts[random.below(counts.size())];
  return counts;
}

double total_variation(std::int64_t atoms, std::int64_t n, Stream& random) {
  const double expected = static_cast<double>(n) / static_cast<double>(atoms);
  double sum = 0;
  for (const double count : atom_counts(atoms, n, random)) sum += std::abs(count - expected);
  return sum / 2 / static_cast<double>(n);
}

}  // namespace

double deviation_of_thresholds(const Point& at, Stream& random) {
  std::vector<double> samples(static_cast<std::size_t>(at.count("n")));
  random.fill_uniform(samples);
  return kolmogorov_distance(std::move(samples));
}

double deviation_of_thresholds_law(const Point& at) {
  const double n = at["n"];
  return std::sqrt(std::numbers::pi / (2 * n)) * std::numbers::ln2 - 1 / (6 * n);
}

double deviation_of_thresholds_in_cells(const Point& at, Stream& random) {
  std::vector<double> samples(static_cast<std::size_t>(at.count("n")));
  random.fill_uniform(samples);
  double cell = 0;
  for (double& x : samples) x = (cell++ + x) / at["n"];
  return kolmogorov_distance(std::move(samples));
}

double deviation_of_subsets(const Point& at, Stream& random) {
  return total_variation(at.count("D"), at.count("n"), random);
}

double deviation_of_one_subset(const Point& at, Stream& random) {
  constexpr int hypotheses = 16;
  std::vector<double> counts = atom_counts(at.count("D"), at.count("n"), random);
  double sum = 0;
  for (int h = 0; h < hypotheses; ++h) {
    double inside = 0;
    for (std::size_t i = 0; i < counts.size() / 2; ++i) {
      std::swap(counts[i], counts[i + random.below(counts.size() - i)]);
      inside += counts[i];
    }
    sum += std::abs(inside / at["n"] - 0.5);
  }
  return sum / hypotheses;
}

double deviation_of_subsets_as_many_as_samples(const Point& at, Stream& random) {
  return total_variation(at.count("n") / 2, at.count("n"), random);
}

}  // namespace asymptest::capacity
