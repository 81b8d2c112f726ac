#include "asymptest/inference/correction/weighted_line.hpp"

#include <cmath>

namespace asymptest {

WeightedLine weighted_line(std::span<const Observation> data) {
  const auto weight = [](const Observation& o) { return 1 / (o.error * o.error); };
  double weights = 0, sum_x = 0, sum_y = 0;
  for (const Observation& o : data) {
    weights += weight(o), sum_x += weight(o) * o.log_size, sum_y += weight(o) * o.log_value;
  }
  const double mean_x = sum_x / weights, mean_y = sum_y / weights;
  double xx = 0, xy = 0;
  for (const Observation& o : data) {
    const double x = o.log_size - mean_x;
    xx += weight(o) * x * x, xy += weight(o) * x * (o.log_value - mean_y);
  }
  WeightedLine line{xy / xx, 1 / std::sqrt(xx), 0};
  for (const Observation& o : data) {
    const double residual = o.log_value - mean_y - line.slope * (o.log_size - mean_x);
    line.misfit += weight(o) * residual * residual;
  }
  return line;
}

}  // namespace asymptest
