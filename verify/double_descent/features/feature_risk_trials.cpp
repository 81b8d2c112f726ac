#include "feature_risk_trials.hpp"

#include "learning/features/fourier_features.hpp"
#include "learning/features/relu_features.hpp"
#include "learning/interpolation/min_norm_regression.hpp"

namespace asymptest::double_descent {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;

constexpr Index risk_coordinates = 16, risk_points = 32;
constexpr double feature_noise = 0.25;

struct FeatureProblem {
  MatrixXd samples, fresh, directions;

  FeatureProblem(Index n, Index features, Stream& random)
      : samples(learning::gaussian_design(n, risk_coordinates, 1, random)),
        fresh(learning::gaussian_design(risk_points, risk_coordinates, 1, random)),
        directions(learning::gaussian_design(features, risk_coordinates, 1, random)) {}

  FeatureProblem(const Point& at, Stream& random)
      : FeatureProblem(at.count("n"), at.count("N"), random) {}

  /// Where the values at fresh points are `map` times the labels, whose noise has this variance. No
  /// direction is special: u is the first.
  [[nodiscard]] double risk(const MatrixXd& map, double noise = feature_noise) const {
    const double bias = (map * samples.col(0) - fresh.col(0)).squaredNorm();
    return (bias + noise * map.squaredNorm()) / static_cast<double>(risk_points);
  }
};

/// From labels to values at fresh points: φ(fresh) φ(samples)⁺, for each of the first n of the rows
/// of φ(samples) a label, and zeros for what is left.
MatrixXd fitted_map(const MatrixXd& features, const MatrixXd& fresh, Index labels) {
  return fresh * learning::min_norm_solution(features, MatrixXd::Identity(features.rows(), labels));
}

MatrixXd relu_map(const FeatureProblem& problem) {
  return fitted_map(learning::relu_features(problem.samples, problem.directions),
                    learning::relu_features(problem.fresh, problem.directions),
                    problem.samples.rows());
}

}  // namespace

double relu_risk(const Point& at, Stream& random) {
  const FeatureProblem problem(at, random);
  return problem.risk(relu_map(problem));
}

double relu_risk_of_pairs(const Point& at, Stream& random) {
  const FeatureProblem problem(at.count("n"), at.count("N") / 2, random);
  return problem.risk(relu_map(problem));
}

double relu_risk_of_twin_samples(const Point& at, Stream& random) {
  const FeatureProblem problem(at.count("n") / 2, at.count("N"), random);
  return problem.risk(relu_map(problem), feature_noise / 2);
}

double complex_risk(const Point& at, Stream& random) {
  const FeatureProblem problem(at, random);
  const MatrixXd fresh = learning::complex_fourier_features(problem.fresh, problem.directions);
  return problem.risk(
      fitted_map(learning::complex_fourier_features(problem.samples, problem.directions),
                 fresh.topRows(risk_points), problem.samples.rows()));
}

double cosine_and_sine_risk(const Point& at, Stream& random) {
  const FeatureProblem problem(at, random);
  return problem.risk(fitted_map(learning::fourier_features(problem.samples, problem.directions),
                                 learning::fourier_features(problem.fresh, problem.directions),
                                 problem.samples.rows()));
}

}  // namespace asymptest::double_descent
