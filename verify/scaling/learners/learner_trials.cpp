#include "learner_trials.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "learning/geometry/torus.hpp"

namespace asymptest::scaling {
namespace {

using Eigen::Index;
using learning::uniform_torus_points;

constexpr double turn = 2 * std::numbers::pi;

/// E (f(x) − f(x'))² over a target's phases, steps = x − x' along each axis.
using MeanSquare = double (*)(const Eigen::ArrayXd& steps);

/// f = Σ cos 2π(x_i + phase_i): Σ (1 − cos 2π step_i).
double of_waves(const Eigen::ArrayXd& steps) { return (1 - (turn * steps).cos()).sum(); }

/// f = ±1, the sign of cos 2π(Σ x_i + phase): the signs differ at a share 2|s| of the phases, s the
/// sum of the steps around the circle.
double of_signs(const Eigen::ArrayXd& steps) {
  const double sum = steps.sum();
  return 8 * std::abs(sum - std::round(sum));
}

/// Squared error of the nearest sample's label at 64 fresh points.
Trial nearest_label_error(Index dimension, MeanSquare square, double noise_variance) {
  return [=](const Point& at, Stream& random) {
    Stream draws = random.substream("samples"), fresh = random.substream("fresh");
    const Eigen::MatrixXd samples = uniform_torus_points(dimension, at.count("N"), draws);
    const Eigen::MatrixXd points = uniform_torus_points(dimension, 64, fresh);
    double sum = 0;
    for (Index i = 0; i < points.cols(); ++i) {
      const Eigen::ArrayXXd steps = (samples.colwise() - points.col(i)).array().abs();
      Index nearest = 0;
      steps.min(1 - steps).square().colwise().sum().minCoeff(&nearest);
      sum += square((samples.col(nearest) - points.col(i)).array());
    }
    return noise_variance + sum / static_cast<double>(points.cols());
  };
}

/// ∫ E (line − f)² dt over a gap in units of it, of f = cos 2π(x + phase), h = 2π gap:
/// ½(5/3 + ⅓ cos h − 4(1 − cos h)/h²), and by its series where that would cancel.
double line_error_of_wave(double gap) {
  const double h = turn * gap, square = h * h;
  if (h < 0.05) return square * square * (1.0 / 240 - square * 11 / 60480);
  return 0.5 * (5.0 / 3 + std::cos(h) / 3 - 4 * (1 - std::cos(h)) / square);
}

/// The same of the sign of f, two jumps of size 2 a turn: 2 gap · ∫∫ over jump and point, ⅔.
double line_error_of_sign(double gap) { return 4 * gap / 3; }

/// Σ gap · error(gap) over the gaps between neighbours on the circle.
template <class Error>
double mean_over_gaps(const Point& at, Stream& random, Error error) {
  const Eigen::MatrixXd drawn = uniform_torus_points(1, at.count("N"), random);
  std::vector<double> samples(drawn.data(), drawn.data() + drawn.size());
  std::sort(samples.begin(), samples.end());
  samples.push_back(samples.front() + 1);
  double sum = 0;
  for (std::size_t i = 1; i < samples.size(); ++i) {
    const double gap = samples[i] - samples[i - 1];
    sum += gap * error(gap);
  }
  return sum;
}

}  // namespace

Trial nearest_neighbour_error(int dimension) { return nearest_label_error(dimension, of_waves, 0); }

Trial nearest_neighbour_error_of_a_step(int dimension) {
  return nearest_label_error(dimension, of_signs, 0);
}

Trial nearest_neighbour_error_with_noise(int dimension) {
  return nearest_label_error(dimension, of_waves, 16);
}

double broken_line_error(const Point& at, Stream& random) {
  return mean_over_gaps(at, random, line_error_of_wave);
}

double broken_line_error_of_a_step(const Point& at, Stream& random) {
  return mean_over_gaps(at, random, line_error_of_sign);
}

}  // namespace asymptest::scaling
