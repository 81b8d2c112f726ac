#include "epoch_trials.hpp"

#include <cmath>

#include "learning/interpolation/min_norm_regression.hpp"
#include "learning/regression/gradient_descent_risk.hpp"

namespace asymptest::double_descent {
namespace {

constexpr Eigen::Index half_width = 16, feature_count = 2 * half_width, sample_count = 256;
constexpr double step_size = 1.0 / 16;
constexpr double epoch_noise = sample_count / static_cast<double>(half_width);

Eigen::VectorXd halves(double first, double second) {
  Eigen::VectorXd values(feature_count);
  values << Eigen::VectorXd::Constant(half_width, first),
      Eigen::VectorXd::Constant(half_width, second);
  return values;
}

/// Columns of scale √step_j·scale_j, a target that has the signal 1/16 on each, and the risk in the
/// features' own scale: with z = x/scale, the coordinate of z is √step_j·scale_j·w_j.
double risk_of_training(const Point& at, const Eigen::VectorXd& steps, Stream& random) {
  const Eigen::VectorXd scales = steps.cwiseSqrt().cwiseProduct(halves(1, at["scale"]));
  const Eigen::VectorXd target = scales.cwiseInverse() / std::sqrt(static_cast<double>(half_width));
  const Eigen::MatrixXd design =
      learning::gaussian_design(sample_count, feature_count, 1, random) * scales.asDiagonal();
  return learning::early_stopped_parts({design, target, scales.cwiseAbs2()}, at["t"])
      .risk(epoch_noise);
}

/// The risk after t steps of the run from w₀ = start·w*. In the coordinates of orthonormal columns,
/// labels are √256·scale_j·w_j + noise.
double risk_of_run(const Point& at, double start, Stream& random) {
  const Eigen::ArrayXd scales = halves(1, at["scale"]);
  const Eigen::ArrayXd target = scales.inverse() / std::sqrt(static_cast<double>(half_width));
  const Eigen::ArrayXd noise =
      learning::gaussian_design(feature_count, 1, epoch_noise / sample_count, random)
          .col(0)
          .array();
  Eigen::ArrayXd w = start * target;
  for (std::int64_t t = 0; t < at.count("t"); ++t) {
    w -= step_size * scales * (scales * (w - target) - noise);
  }
  return (scales * (w - target)).square().sum();
}

}  // namespace

double epoch_risk(const Point& at, Stream& random) {
  return risk_of_training(at, halves(step_size, step_size), random);
}

double epoch_risk_with_matched_steps(const Point& at, Stream& random) {
  return risk_of_training(at, halves(step_size, step_size / std::pow(at["scale"], 2)), random);
}

double epoch_risk_of_orthogonal_run(const Point& at, Stream& random) {
  return risk_of_run(at, 0, random);
}

double epoch_risk_law(const Point& at) {
  double risk = 0;
  for (const double scale : {1.0, at["scale"]}) {
    const double left = std::pow(1 - step_size * scale * scale, at["t"]);
    risk += left * left + (1 - left) * (1 - left);
  }
  return risk;
}

double epoch_risk_from_the_target(const Point& at, Stream& random) {
  return risk_of_run(at, 1, random);
}

}  // namespace asymptest::double_descent
