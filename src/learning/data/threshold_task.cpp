#include "learning/data/threshold_task.hpp"

#include "asymptest/require/require.hpp"

namespace asymptest::learning {
namespace {

std::vector<int> at_least(double threshold, const std::vector<double>& points) {
  std::vector<int> labels;
  labels.reserve(points.size());
  for (const double x : points) labels.push_back(x >= threshold ? 1 : 0);
  return labels;
}

}  // namespace

ThresholdTask draw_threshold_task(std::size_t count, Stream& random) {
  require(count != 0, "threshold task: count is 0, expected at least 1");
  ThresholdTask task{std::vector<double>(count), {}};
  random.fill_uniform(task.points);
  task.labels = at_least(0.5, task.points);
  return task;
}

std::vector<int> predictions_of_risk(double risk, const std::vector<double>& points) {
  require(risk >= 0 && risk <= 0.5,
          "threshold classifier: risk is {}, expected a number in [0, 1/2]", risk);
  return at_least(0.5 + risk, points);
}

}  // namespace asymptest::learning
