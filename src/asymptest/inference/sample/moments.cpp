#include "asymptest/inference/sample/moments.hpp"

#include <algorithm>
#include <cmath>

#include "asymptest/inference/intervals/quantiles.hpp"

namespace asymptest {

Moments moments_of(std::span<const double> values, double scale) {
  const auto n = static_cast<double>(values.size());
  double sum = 0;
  for (const double v : values) sum += v / scale;
  const double mean = sum / n;
  double squares = 0, cubes = 0, reach = 0;
  for (const double v : values) {
    const double d = v / scale - mean;
    squares += d * d;
    cubes += d * d * d;
    reach = std::max(reach, std::abs(d));
  }
  const double skewness = squares > 0 ? cubes / n / std::pow(squares / n, 1.5) : 0;
  return {mean, values.size() < 2 ? infinity : std::sqrt(squares / (n - 1) / n), skewness, reach};
}

}  // namespace asymptest
