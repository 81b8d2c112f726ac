#include "d_times_trials.hpp"

#include <cmath>

#include "learning/interpolation/min_norm_regression.hpp"
#include "learning/interpolation/smooth_size.hpp"
#include "learning/smoothness/projected_lipschitz.hpp"

namespace asymptest::robustness {
namespace {

using Eigen::Index;

constexpr Index linear_samples = 8, projected_samples = 16;
constexpr Index subspace = 64;

Eigen::VectorXd balanced_labels(Index count) {
  Eigen::VectorXd labels(count);  // the samples are exchangeable, so fixed labels lose nothing
  for (Index i = 0; i < count; ++i) labels(i) = i % 2 == 0 ? 1 : -1;
  return labels;
}

/// A sample a row: N(0, I/d) on the first `used` axes of R^d with E|x|² = 1, zero on the others.
Eigen::MatrixXd samples_on(Index used, Index count, Index dimension, Stream& random) {
  Eigen::MatrixXd design = Eigen::MatrixXd::Zero(count, dimension);
  design.leftCols(used) =
      learning::gaussian_design(count, used, 1 / static_cast<double>(used), random);
  return design;
}

double linear_surplus(const Eigen::MatrixXd& design, double squared_budget) {
  const auto n = static_cast<double>(design.rows());
  const Index columns =
      learning::least_smooth_columns(design, balanced_labels(design.rows()), squared_budget * n);
  return (static_cast<double>(columns) - n) / n;
}

double projected_ratio(Index used, double squared_lipschitz, const Point& at, Stream& random) {
  const Eigen::MatrixXd design = samples_on(used, projected_samples, at.count("d"), random);
  return static_cast<double>(learning::least_smooth_coordinates(
      design.transpose(), balanced_labels(projected_samples), squared_lipschitz));
}

}  // namespace

Trial surplus_of_linear(double (*squared_budget)(double dimension)) {
  return [squared_budget](const Point& at, Stream& random) {
    const Index d = at.count("d");
    return linear_surplus(samples_on(d, linear_samples, d, random), squared_budget(at["d"]));
  };
}

double surplus_at_budget(const Point& at, Stream& random) {
  const Index d = at.count("d");
  return linear_surplus(samples_on(d, linear_samples, d, random), at["K"]);
}

double surplus_on_a_subspace(const Point& at, Stream& random) {
  return linear_surplus(samples_on(subspace, linear_samples, at.count("d"), random), 4);
}

double surplus_with_uneven_rows(const Point& at, Stream& random) {
  const Index d = at.count("d");
  Eigen::MatrixXd design = samples_on(d, linear_samples, d, random);
  for (Index i = 0; i < design.rows(); ++i) {
    design.row(i) *= random.sign() > 0 ? std::sqrt(0.25) : std::sqrt(1.75);
  }
  return linear_surplus(design, at["K"]);
}

double ratio_by_projection(const Point& at, Stream& random) {
  return projected_ratio(at.count("d"), 16, at, random);
}

double ratio_by_projection_on_a_subspace(const Point& at, Stream& random) {
  return projected_ratio(subspace, 16, at, random);
}

double ratio_by_projection_at_a_growing_budget(const Point& at, Stream& random) {
  return projected_ratio(at.count("d"), at["d"] / 8, at, random);
}

}  // namespace asymptest::robustness
