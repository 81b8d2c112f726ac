#include "neighbour_mean_trials.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>
#include <vector>

#include "learning/geometry/torus.hpp"

namespace asymptest::scaling {
namespace {

using Eigen::ArrayXXd;
using Eigen::Index;

constexpr double whole_turn = 2 * std::numbers::pi;
constexpr Index risk_points = 16;

/// Squared error of the mean of the neighbours' labels, which stand `steps` from the fresh point,
/// a column each. The point has the phase `place`, where that matters.
using SquaredBias = double (*)(const ArrayXXd& steps, double place);

/// ½ |mean of e^(2πi step) − 1|² an axis.
double bias_of_waves(const ArrayXXd& steps, double) {
  const Eigen::ArrayXd cosines = (whole_turn * steps).cos().rowwise().mean();
  const Eigen::ArrayXd sines = (whole_turn * steps).sin().rowwise().mean();
  return ((cosines - 1).square() + sines.square()).sum() / 2;
}

double sign_of_wave(double place) { return std::cos(whole_turn * place) < 0 ? -1 : 1; }

double bias_of_signs(const ArrayXXd& steps, double place) {
  const double mean = (steps.row(0) + place).unaryExpr(&sign_of_wave).mean();
  return std::pow(mean - sign_of_wave(place), 2);
}

/// The steps from a point to its k nearest samples.
ArrayXXd nearest_steps(const Eigen::MatrixXd& samples, const Eigen::VectorXd& point, Index k) {
  const ArrayXXd steps = (samples.colwise() - point).array();
  const ArrayXXd away = steps.abs();
  const Eigen::ArrayXd squares = away.min(1 - away).square().colwise().sum().transpose();
  std::vector<double> sorted(squares.begin(), squares.end());
  std::nth_element(sorted.begin(), sorted.begin() + (k - 1), sorted.end());
  const double farthest = sorted[static_cast<std::size_t>(k - 1)];
  std::vector<Index> nearest;
  for (Index i = 0; i < samples.cols(); ++i) {
    if (squares[i] <= farthest) nearest.push_back(i);
  }
  return steps(Eigen::all, nearest);
}

Trial risk(int dimension, NeighbourCount neighbours, SquaredBias bias) {
  return [=, neighbours = std::move(neighbours)](const Point& at, Stream& random) {
    Stream draws = random.substream("samples"), fresh = random.substream("fresh");
    const std::int64_t samples = at.count("N"), k = neighbours(samples);
    const Eigen::MatrixXd drawn = learning::uniform_torus_points(dimension, samples, draws);
    const Eigen::MatrixXd points = learning::uniform_torus_points(dimension, risk_points, fresh);
    const double phase = fresh.uniform();
    double sum = 0;
    for (Index i = 0; i < risk_points; ++i) {
      const double place = (static_cast<double>(i) + phase) / risk_points;
      sum += bias(nearest_steps(drawn, points.col(i), k), place);
    }
    return 1 / static_cast<double>(k) + sum / risk_points;
  };
}

}  // namespace

NeighbourCount balanced_neighbours(int dimension) {
  return [=](std::int64_t samples) {
    return std::llround(std::pow(static_cast<double>(samples), 4.0 / (dimension + 4)));
  };
}

Trial neighbour_mean_risk(int dimension, NeighbourCount neighbours) {
  return risk(dimension, std::move(neighbours), bias_of_waves);
}

Trial neighbour_mean_risk_of_a_step(int dimension, NeighbourCount neighbours) {
  return risk(dimension, std::move(neighbours), bias_of_signs);
}

}  // namespace asymptest::scaling
