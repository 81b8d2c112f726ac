#include "asymptest/inference/sample/written/missing_rows.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace asymptest {
namespace {

double normal_chance(double z) { return std::erfc(-z / std::sqrt(2.0)) / 2; }

// Logarithms of the trials of one size.
struct LoggedTrials {
  std::string name;
  double log_size = 0, mean = 0, squares = 0;
  std::size_t count = 0;
};

// Empty where a trial or a size is not positive.
std::vector<LoggedTrials> logged(std::span<const PointTrials> trials) {
  std::vector<LoggedTrials> all;
  for (const PointTrials& point : trials) {
    const double size = point.at.coordinates().front().value;
    LoggedTrials one{point.at.key(), std::log(size), 0, 0, point.values.size()};
    for (const double v : point.values) {
      if (!(v > 0) || !(size > 0)) return {};
      one.mean += std::log(v) / static_cast<double>(one.count);
    }
    for (const double v : point.values) one.squares += std::pow(std::log(v) - one.mean, 2);
    all.push_back(std::move(one));
  }
  return all;
}

// The line through the sizes that have all their trials, and how these scatter about it.
struct FullSizes {
  double mean_x = 0, mean_y = 0, slope = 0, spread = 0;
  std::size_t count = 0;

  [[nodiscard]] double at(double log_size) const { return mean_y + slope * (log_size - mean_x); }
};

FullSizes line_through(const std::vector<LoggedTrials>& sizes) {
  FullSizes line{.count = sizes.size()};
  double degrees = 0, squares = 0, xx = 0, xy = 0;
  const auto n = static_cast<double>(sizes.size());
  for (const LoggedTrials& s : sizes) line.mean_x += s.log_size / n, line.mean_y += s.mean / n;
  for (const LoggedTrials& s : sizes) {
    xx += std::pow(s.log_size - line.mean_x, 2);
    xy += (s.log_size - line.mean_x) * (s.mean - line.mean_y);
    squares += s.squares, degrees += static_cast<double>(s.count) - 1;
  }
  line.slope = xx > 0 ? xy / xx : 0;
  line.spread = degrees > 0 ? std::sqrt(squares / degrees) : 0;
  return line;
}

}  // namespace

std::optional<MissingRows> missing_rows(std::span<const PointTrials> trials) {
  constexpr double nearly_all = 0.8, half = 0.5;
  constexpr std::size_t fewest_full = 4;
  const std::vector<LoggedTrials> sizes = logged(trials);
  std::size_t most = 0;
  for (const LoggedTrials& s : sizes) most = std::max(most, s.count);
  std::vector<LoggedTrials> full, lacking;
  for (const LoggedTrials& s : sizes) {
    const bool lacks = static_cast<double>(s.count) <= nearly_all * static_cast<double>(most);
    (lacks ? lacking : full).push_back(s);
  }
  if (lacking.empty() || full.size() < fewest_full) return std::nullopt;
  const FullSizes line = line_through(full);
  if (!(line.spread > 0)) return std::nullopt;
  constexpr double none = std::numeric_limits<double>::infinity();
  double largest = -none, smallest = none;
  for (const PointTrials& point : trials) {
    for (const double v : point.values) {
      largest = std::max(largest, std::log(v)), smallest = std::min(smallest, std::log(v));
    }
  }
  double missing = 0, above = 0, below = 0;
  for (const LoggedTrials& s : lacking) {
    const auto all = static_cast<double>(most);
    missing += all - static_cast<double>(s.count);
    above += all * normal_chance((line.at(s.log_size) - largest) / line.spread);
    below += all * normal_chance((smallest - line.at(s.log_size)) / line.spread);
  }
  if (std::max(above, below) < half * missing) return std::nullopt;
  MissingRows found{.bound = std::exp(above > below ? largest : smallest), .above = above > below};
  for (const LoggedTrials& s : lacking) found.points.push_back(s.name);
  return found;
}

}  // namespace asymptest
