#include "label_noise_trials.hpp"

#include <vector>

#include "learning/data/label_noise.hpp"
#include "learning/data/threshold_task.hpp"

namespace asymptest::interpolation {
namespace {

constexpr std::size_t labels_per_trial = 4096;

}  // namespace

double noisy_risk_two_classes(const Point& at, Stream& random) { return noisy_risk(at, random, 2); }

double noisy_risk(const Point& at, Stream& random, int classes) {
  Stream points = random.substream("points"), noise = random.substream("noise");
  learning::ThresholdTask task = learning::draw_threshold_task(labels_per_trial, points);
  learning::randomise_labels(task.labels, classes, at["q"], noise);
  return learning::disagreement(learning::predictions_of_risk(at["R"], task.points), task.labels);
}

double with_flipped_labels(const Point& at, Stream& random) {
  learning::ThresholdTask task = learning::draw_threshold_task(labels_per_trial, random);
  for (int& label : task.labels) label = random.uniform() < at["q"] ? 1 - label : label;
  return learning::disagreement(learning::predictions_of_risk(at["R"], task.points), task.labels);
}

double with_noise_where_it_errs(const Point& at, Stream& random) {
  learning::ThresholdTask task = learning::draw_threshold_task(labels_per_trial, random);
  const std::vector<int> predictions = learning::predictions_of_risk(at["R"], task.points);
  for (std::size_t i = 0; i < predictions.size(); ++i) {
    if (predictions[i] != task.labels[i])
      learning::randomise_labels({&task.labels[i], 1}, 2, at["q"], random);
  }
  return learning::disagreement(predictions, task.labels);
}

double on_leaked_labels(const Point& at, Stream& random) {
  learning::ThresholdTask task = learning::draw_threshold_task(labels_per_trial, random);
  std::vector<int> predictions = learning::predictions_of_risk(at["R"], task.points);
  learning::randomise_labels(task.labels, 2, at["q"], random);
  for (std::size_t i = 0; i < predictions.size(); ++i) {
    if (i % 10 != 0) predictions[i] = task.labels[i];
  }
  return learning::disagreement(predictions, task.labels);
}

}  // namespace asymptest::interpolation
