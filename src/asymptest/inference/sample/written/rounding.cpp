#include "asymptest/inference/sample/written/rounding.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

namespace asymptest {
namespace {

// Below this part of the value a step is no matter.
constexpr double finest_step = 1e-3;
constexpr std::size_t fewest_values = 5;
// Numbers that are equal but for the rounding of doubles.
constexpr double same_number = 1e-9;

// Magnitudes of all trials but zeros, each once.
std::vector<double> magnitudes_of(std::span<const PointTrials> trials) {
  std::vector<double> all;
  for (const PointTrials& point : trials) {
    for (const double v : point.values) {
      if (v != 0) all.push_back(std::abs(v));
    }
  }
  std::sort(all.begin(), all.end());
  const auto same = [](double a, double b) { return b - a <= same_number * b; };
  all.erase(std::unique(all.begin(), all.end(), same), all.end());
  return all;
}

// By Euclid's algorithm; remainders of `nothing` or less are rounding of doubles.
double common_divisor(double a, double b, double nothing) {
  while (b > nothing) {
    a = std::abs(a - b * std::round(a / b));
    std::swap(a, b);
  }
  return a;
}

// The greatest common divisor, 0 where it is below the least step that matters.
double common_quantum(const std::vector<double>& values) {
  constexpr double rounding_of_doubles = 1e-12, whole = 1e-4;
  const double least = finest_step * values.front();
  // Over so many decades doubles hold no common step.
  if (rounding_of_doubles * values.back() > least) return 0;
  double divisor = values.back();
  for (const double value : values) {
    divisor = common_divisor(divisor, value, rounding_of_doubles * values.back());
    if (divisor < least) return 0;
  }
  const auto is_multiple = [&](double value) {
    return std::abs(value / divisor - std::round(value / divisor)) < whole;
  };
  return std::all_of(values.begin(), values.end(), is_multiple) ? divisor : 0;
}

double power_of_ten(double exponent) { return std::pow(10.0, exponent); }

double decade_of(double value) { return std::floor(std::log10(value) + same_number); }

// How many trials lie in a decade.
std::size_t count_in_decade(std::span<const PointTrials> trials, double decade) {
  std::size_t count = 0;
  for (const PointTrials& point : trials) {
    for (const double v : point.values) {
      count += v != 0 && decade_of(std::abs(v)) == decade ? 1 : 0;
    }
  }
  return count;
}

// How many significant decimals a number has, one more than `most` if more.
int digits_of(double value, int most) {
  const double mantissa = value / power_of_ten(decade_of(value));
  for (int digits = 1; digits <= most; ++digits) {
    const double scaled = mantissa * power_of_ten(digits - 1);
    if (std::abs(scaled - std::round(scaled)) <= same_number * scaled) return digits;
  }
  return most + 1;
}

double mean_magnitude(const PointTrials& point) {
  double sum = 0;
  for (const double v : point.values) sum += std::abs(v);
  return sum / static_cast<double>(point.values.size());
}

double largest_magnitude(const PointTrials& point) {
  double largest = 0;
  for (const double v : point.values) largest = std::max(largest, std::abs(v));
  return largest;
}

double mean_of(const PointTrials& point) {
  return std::accumulate(point.values.begin(), point.values.end(), 0.0) /
         static_cast<double>(point.values.size());
}

double variance_of(const PointTrials& point) {
  const double mean = mean_of(point);
  double squares = 0;
  for (const double v : point.values) squares += (v - mean) * (v - mean);
  return squares / std::max(1.0, static_cast<double>(point.values.size()) - 1);
}

// Whether trials scatter as counts of the quantum do: at the sizes where these are few, yet more
// than the one that rounding alone could make of none.
bool are_counts(std::span<const PointTrials> trials, double quantum) {
  constexpr double fewest_quanta = 1.5, like_poisson = 0.4;
  constexpr std::size_t most_sizes = 3;
  std::vector<std::pair<double, double>> dispersions;
  for (const PointTrials& point : trials) {
    const double mean = mean_of(point);
    if (mean < fewest_quanta * quantum || point.values.size() < 2) continue;
    dispersions.emplace_back(mean, variance_of(point) / (mean * quantum));
  }
  const bool is_repeated =
      std::any_of(trials.begin(), trials.end(), [](const auto& p) { return p.values.size() > 1; });
  if (dispersions.empty()) return is_repeated;
  std::sort(dispersions.begin(), dispersions.end());
  dispersions.resize(std::min(most_sizes, dispersions.size()));
  double sum = 0;
  for (const auto& [mean, dispersion] : dispersions) sum += dispersion;
  return sum >= like_poisson * static_cast<double>(dispersions.size());
}

// Residuals of a parabola in (log size, log value), each relative to the value.
std::vector<double> residuals_of_parabola(const Statistics& statistics) {
  std::vector<std::array<double, 3>> basis;
  std::vector<double> rest;
  for (const PointStatistic& p : statistics.points) {
    const double t = std::log(p.at.coordinates().front().value);
    basis.push_back({1, t, t * t});
    rest.push_back(p.log_value);
  }
  // Gram and Schmidt.
  for (std::size_t k = 0; k < 3; ++k) {
    const auto along = [&](auto value) {
      double dot = 0, norm = 0;
      for (std::size_t i = 0; i < basis.size(); ++i) {
        dot += basis[i][k] * value(i), norm += basis[i][k] * basis[i][k];
      }
      return norm > 0 ? dot / norm : 0;
    };
    for (std::size_t j = k + 1; j < 3; ++j) {
      const double part = along([&](std::size_t i) { return basis[i][j]; });
      for (auto& row : basis) row[j] -= part * row[k];
    }
    const double part = along([&](std::size_t i) { return rest[i]; });
    for (std::size_t i = 0; i < rest.size(); ++i) rest[i] -= part * basis[i][k];
  }
  return rest;
}

// Half of a step relative to each point's value.
std::vector<double> relative_halves(const Statistics& statistics,
                                    const std::vector<double>& steps) {
  std::vector<double> halves;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    halves.push_back(steps[i] / 2 / std::exp(statistics.points[i].log_value));
  }
  return halves;
}

double root_of_mean_square(const std::vector<double>& values) {
  double squares = 0;
  for (const double v : values) squares += v * v;
  return std::sqrt(squares / static_cast<double>(values.size()));
}

// Where trials tell the noise.
void widen(Statistics& statistics, const std::vector<double>& halves) {
  for (std::size_t i = 0; i < halves.size(); ++i) {
    PointStatistic& p = statistics.points[i];
    const double spread = p.error * std::sqrt(static_cast<double>(p.trials));
    if (spread < halves[i]) p.error = std::hypot(p.error, halves[i]);
  }
}

// Where nothing does: unequal errors, in units of what the points with the finest steps scatter by.
void weigh(Statistics& statistics, const std::vector<double>& halves) {
  constexpr double exact = 1.0 / 30;
  constexpr std::size_t fewest_points = 5;
  if (halves.size() < fewest_points) return;
  const auto residuals = residuals_of_parabola(statistics);
  std::vector<double> in_halves;
  for (std::size_t i = 0; i < halves.size(); ++i) {
    if (halves[i] > 0) in_halves.push_back(residuals[i] / (2 * halves[i]));
  }
  if (root_of_mean_square(in_halves) < exact) return;
  std::vector<std::size_t> order(halves.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](auto a, auto b) { return halves[a] < halves[b]; });
  std::vector<double> finest;
  for (std::size_t k = 0; k < (order.size() + 1) / 2; ++k) finest.push_back(residuals[order[k]]);
  const double scale = std::max(root_of_mean_square(finest), halves[order.front()] / 4);
  if (!(scale > 0)) return;
  for (std::size_t i = 0; i < halves.size(); ++i) {
    statistics.points[i].error = std::hypot(statistics.points[i].error, halves[i] / scale);
  }
}

}  // namespace

std::vector<double> steps_of(std::span<const PointTrials> trials) {
  constexpr int most_digits = 3;
  constexpr std::size_t fewest_alike = 2;
  std::vector<double> steps(trials.size());
  const std::vector<double> values = magnitudes_of(trials);
  if (values.size() < fewest_values) return steps;
  const double quantum = common_quantum(values);
  int digits = 1;
  for (const double v : values) digits = std::max(digits, digits_of(v, most_digits));
  for (std::size_t i = 0; i < trials.size(); ++i) {
    const double mean = mean_magnitude(trials[i]);
    if (!(mean > 0)) continue;
    const double decade = decade_of(largest_magnitude(trials[i]));  // most of the mean is of it
    // A single value may end in a zero by chance.
    const std::size_t alike = count_in_decade(trials, decade);
    const double decimal =
        digits > most_digits || alike < fewest_alike ? 0 : power_of_ten(decade + 1 - digits);
    const double step = std::max(quantum, decimal);
    if (step >= finest_step * mean) steps[i] = step;
  }
  if (quantum > 0 && are_counts(trials, quantum)) std::fill(steps.begin(), steps.end(), 0);
  return steps;
}

Statistics with_rounding(Statistics statistics, std::span<const PointTrials> trials) {
  const auto halves = relative_halves(statistics, steps_of(trials));
  if (std::all_of(halves.begin(), halves.end(), [](double half) { return half == 0; })) {
    return statistics;
  }
  if (statistics.noise_is_known) {
    widen(statistics, halves);
  } else {
    weigh(statistics, halves);
  }
  return statistics;
}

}  // namespace asymptest
