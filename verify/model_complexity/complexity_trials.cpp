#include "complexity_trials.hpp"

#include <cmath>

#include "learning/interpolation/min_norm_regression.hpp"
#include "learning/regression/training_errors.hpp"

namespace asymptest::model_complexity {
namespace {

constexpr Eigen::Index noise_draws = 64;

double complexity_of(const Eigen::MatrixXd& design, double share, Stream& random) {
  const Eigen::MatrixXd noise = learning::gaussian_design(design.rows(), noise_draws, 1, random);
  return learning::effective_model_complexity(learning::training_errors(design, noise), share);
}

Eigen::MatrixXd ample_design(const Point& at, Stream& random) {
  const double expected = at["p"] / (1 - at["share"]);
  const auto rows = static_cast<Eigen::Index>(std::ceil(2 * expected));
  return learning::gaussian_design(rows, at.count("p"), 1, random);
}

}  // namespace

double model_complexity(const Point& at, Stream& random) {
  return complexity_of(ample_design(at, random), at["share"], random);
}

double model_complexity_of_dead_columns(const Point& at, Stream& random) {
  Eigen::MatrixXd design = ample_design(at, random);
  for (Eigen::Index j = 0; j < design.cols(); j += 2) design.col(j).setZero();
  return complexity_of(design, at["share"], random);
}

double model_complexity_of_samples(const Point& at, Stream& random) {
  return complexity_of(learning::gaussian_design(at.count("N"), at.count("p"), 1, random),
                       at["share"], random);
}

double complexity_per_sample(const Point& at, Stream& random) {
  return model_complexity_of_samples(at, random) / at["N"];
}

}  // namespace asymptest::model_complexity
