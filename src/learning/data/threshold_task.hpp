#pragma once

#include <cstddef>
#include <vector>

#include "asymptest/random/stream.hpp"

namespace asymptest::learning {

/// The simplest task with a classifier of every risk: x uniform on (0, 1), y = [x ≥ 1/2] without
/// noise. The classifier f(x) = [x ≥ 1/2 + R] errs on [1/2, 1/2 + R), so its risk is R exactly.
struct ThresholdTask {
  std::vector<double> points;
  std::vector<int> labels;  ///< 0 or 1
};

/// `count` independent points with their labels. Throws std::invalid_argument if count is 0.
ThresholdTask draw_threshold_task(std::size_t count, Stream& random);

/// The predictions of the classifier of risk R at the points.
/// Throws std::invalid_argument unless 0 ≤ R ≤ 1/2.
std::vector<int> predictions_of_risk(double risk, const std::vector<double>& points);

}  // namespace asymptest::learning
