#include "learning/data/label_noise.hpp"

#include <algorithm>

#include "asymptest/require/require.hpp"

namespace asymptest::learning {

void randomise_labels(std::span<int> labels, int classes, double q, Stream& random) {
  require(q >= 0 && q <= 1 && classes >= 2,
          "label noise: q is {} and classes {}, expected q in [0, 1] and 2 or more", q, classes);
  for (int& label : labels) {
    const double u = random.uniform();
    // Given u < q, u/q is uniform on (0, 1): one draw serves both choices.
    if (u < q) label = std::min(static_cast<int>(u / q * classes), classes - 1);
  }
}

double disagreement(std::span<const int> predictions, std::span<const int> labels) {
  require(predictions.size() == labels.size() && !labels.empty(),
          "disagreement: {} predictions for {} labels, expected as many of both and at least 1",
          predictions.size(), labels.size());
  std::size_t differing = 0;
  for (std::size_t i = 0; i < labels.size(); ++i) differing += predictions[i] != labels[i] ? 1 : 0;
  return static_cast<double>(differing) / static_cast<double>(labels.size());
}

}  // namespace asymptest::learning
