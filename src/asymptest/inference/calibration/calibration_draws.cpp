#include "asymptest/inference/calibration/calibration_draws.hpp"

#include <algorithm>
#include <cmath>

#include "asymptest/inference/sample/moments.hpp"
#include "asymptest/require/require.hpp"

namespace asymptest {
namespace {

constexpr double pareto_tail = 2.5;
constexpr double outlier_factor = 100;
constexpr double rarity = 4;  // a rare event has this probability over the size

// Gamma of shape k >= 1 and scale 1 (Marsaglia and Tsang 2000).
double gamma_variate(double shape, Stream& random) {
  const double d = shape - 1.0 / 3, c = 1 / std::sqrt(9 * d);
  for (;;) {
    const double z = random.normal(), root = 1 + c * z;
    if (root <= 0) continue;
    const double v = root * root * root;
    if (std::log(random.uniform()) < z * z / 2 + d - d * v + d * std::log(v)) return d * v;
  }
}

double student_3(Stream& random) {
  const double z = random.normal();
  double squares = 0;
  for (int i = 0; i < 3; ++i) {
    const double y = random.normal();
    squares += y * y;
  }
  return z / std::sqrt(squares / 3);
}

// What a trial is in terms of the law's value q.
double factor(const CalibrationFamily& family, double x, double q, Stream& random) {
  const double spread = family.spread_at ? family.spread_at(x) : family.spread;
  switch (family.scatter) {
    case Scatter::student:
      for (;;) {
        const double value = 1 + spread * student_3(random);
        if (value > 0) return value;
      }
    case Scatter::log_normal:
      return std::exp(spread * random.normal() - spread * spread / 2);
    case Scatter::rare_event: {
      const double chance = rarity / x;
      const double event = random.uniform() < chance ? 1 / chance : 0;
      return (std::exp(spread * random.normal() - spread * spread / 2) + event) / 2;
    }
    case Scatter::pareto:
      return std::pow(random.uniform(), -1 / pareto_tail);
    case Scatter::log_student:
      return std::exp(spread * student_3(random));
    case Scatter::coin:
      return random.uniform() < q ? 1 / q : 0;
    case Scatter::share:
      return std::pow(random.uniform(), 1 / q - 1) / q;
    case Scatter::outlier: {
      const double shape = 1 / (spread * spread);
      return gamma_variate(shape, random) / shape;
    }
    default:
      return std::exp(spread * random.normal());
  }
}

// Normal trials that are more than this don't look skewed.
constexpr std::size_t most_that_look_skewed = 64;

// What normal trials show of skewness, and the largest deviation among them: independent of their
// mean and variance (Basu 1955), so that another sample's serves.
void add_skewness(PointStatistic& mean, double deviation, const Stream& random) {
  if (mean.trials < 3 || mean.trials > most_that_look_skewed) return;
  Stream normal = random.substream(mean.at.key());
  std::vector<double> sample(mean.trials);
  normal.fill_normal(sample);
  const Moments m = moments_of(sample, 1);
  mean.skewness = m.skewness;
  mean.reach = m.reach / (m.error * std::sqrt(static_cast<double>(mean.trials))) * deviation;
}

PointStatistic normal_mean(const CalibrationFamily& family, const Point& at, double q,
                           Stream& random) {
  const double x = at["x"];
  const auto n = static_cast<double>(family.trials);
  const double spread = family.spread_at ? family.spread_at(x) : family.spread;
  const double mean = q * (1 + spread / std::sqrt(n) * random.normal());
  const double variance = 2 * gamma_variate((n - 1) / 2, random) / (n - 1);
  const double deviation = spread * q * std::sqrt(variance) / mean;
  PointStatistic result{at, static_cast<std::size_t>(family.trials), std::log(mean),
                        deviation / std::sqrt(n)};
  add_skewness(result, deviation, random);
  return result;
}

Statistics draw_normal_means(const CalibrationFamily& family, double exponent, Stream& random) {
  Statistics result{{}, true, 0};
  for (const double x : family.sizes) {
    const double q = family.law(x, exponent);
    if (!family.second_factor) {
      result.points.push_back(normal_mean(family, Point{{"x", x}}, q, random));
    }
    for (const double y : family.second_sizes) {
      result.points.push_back(
          normal_mean(family, Point{{"x", x}, {"y", y}}, q * family.second_factor(x, y), random));
    }
  }
  result.degrees =
      static_cast<double>(result.points.size()) * static_cast<double>(family.trials - 1);
  return result;
}

// With the digits that somebody kept, and without what ran out of time.
void write_down(const CalibrationFamily& family, std::vector<double>& values) {
  std::erase_if(values, [&](double value) { return value > family.time_out; });
  if (!(family.quantum > 0)) return;
  for (double& value : values) value = family.quantum * std::round(value / family.quantum);
}

}  // namespace

std::vector<PointTrials> draw_trials(const CalibrationFamily& family, double exponent,
                                     Stream& random) {
  require(family.scatter != Scatter::normal_means,
          "family {} has normal means, of which there are no trials", family.name);
  std::vector<PointTrials> data;
  for (const double x : family.sizes) {
    PointTrials point{Point{{"x", x}},
                      std::vector<double>(static_cast<std::size_t>(family.trials))};
    const double q = family.law(x, exponent);
    for (double& value : point.values) value = q * factor(family, x, q, random);
    // Rounding of q·(1/q) must leave neither 0, 1 nor the range.
    if (family.scatter == Scatter::coin) {
      for (double& value : point.values) value = std::round(value);
    }
    if (family.scatter == Scatter::share) {
      for (double& value : point.values) value = std::min(value, 1.0);
    }
    write_down(family, point.values);
    if (!point.values.empty()) data.push_back(std::move(point));
  }
  if (family.scatter == Scatter::outlier) {
    data[random.below(data.size())].values.front() *= outlier_factor;
  }
  return data;
}

Statistics draw(const CalibrationFamily& family, double exponent, Stream& random) {
  if (family.scatter == Scatter::normal_means) return draw_normal_means(family, exponent, random);
  return summarise(family.summary, draw_trials(family, exponent, random));
}

}  // namespace asymptest
