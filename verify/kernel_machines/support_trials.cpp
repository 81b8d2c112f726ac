#include "support_trials.hpp"

#include <cmath>
#include <numbers>

#include "learning/kernel_machines/least_norm_point.hpp"

namespace asymptest::kernel_machines {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr int draws_of_machines = 64;
constexpr Index times_as_many = 16;
constexpr Index fresh_of_machines = 128;
constexpr double shifted = 1.0 / 64;

/// y x for samples x with y = sign x_1.
MatrixXd normal_samples(Index dimension, Index count, Stream& random) {
  MatrixXd points(dimension, count);
  random.fill_normal({points.data(), static_cast<std::size_t>(points.size())});
  for (Index i = 0; i < count; ++i) points.col(i) *= points(0, i) < 0 ? -1 : 1;
  return points;
}

MatrixXd separated_samples(Index dimension, Index count, Stream& random) {
  MatrixXd points = normal_samples(dimension, count, random);
  points.row(0).array() += 1;
  return points;
}

/// P(factor |g| w_1 < across g') for normal g, g', across the length of w without w_1.
double normal_risk(const VectorXd& weights, double factor) {
  const double across = weights.tail(weights.size() - 1).norm();
  return std::atan2(across, factor * weights[0]) / std::numbers::pi;
}

double support_share(const MatrixXd& samples) {
  const auto count = static_cast<double>(learning::least_norm_point(samples).support.size());
  return count / static_cast<double>(samples.cols());
}

double margin_bound(const MatrixXd& samples) {
  const double square = samples.colwise().squaredNorm().maxCoeff();
  return square / learning::least_norm_point(samples).point.squaredNorm() /
         static_cast<double>(samples.cols());
}

/// bound(samples) less risk(the machine of the first n of them), averaged over draws.
template <class Draw, class Bound, class Risk>
double mean_above_risk(Index n, Draw draw, Bound bound, Risk risk) {
  double sum = 0;
  for (int one = 0; one < draws_of_machines; ++one) {
    const MatrixXd drawn = draw();
    sum += bound(drawn) - risk(learning::least_norm_point(drawn.leftCols(n)).point);
  }
  return sum / draws_of_machines;
}

double share_above_risk(const Point& at, Index times, double factor, Stream& random) {
  const Index n = at.count("n");
  return mean_above_risk(
      n, [&] { return normal_samples(at.count("d"), times * (n + 1), random); }, support_share,
      [&](const VectorXd& weights) { return normal_risk(weights, factor); });
}

/// risk(share of fresh y x with ⟨w, y x⟩ ≤ 0)
template <class Risk>
double bound_above_risk(const Point& at, Stream& random, Risk risk) {
  const Index n = at.count("n"), d = at.count("d");
  return mean_above_risk(
      n, [&] { return separated_samples(d, n + 1, random); }, margin_bound,
      [&](const VectorXd& weights) {
        const MatrixXd fresh = separated_samples(d, fresh_of_machines, random);
        return risk(((fresh.transpose() * weights).array() <= 0).cast<double>().mean());
      });
}

}  // namespace

double support_share_above_risk(const Point& at, Stream& random) {
  return share_above_risk(at, 1, 1, random);
}

double support_share_of_more_samples(const Point& at, Stream& random) {
  return share_above_risk(at, times_as_many, 1, random);
}

double support_share_above_shifted_risk(const Point& at, Stream& random) {
  return share_above_risk(at, 1, shifted, random);
}

double margin_bound_above_risk(const Point& at, Stream& random) {
  return bound_above_risk(at, random, [](double missed) { return missed; });
}

double margin_bound_above_risk_of_turned_labels(const Point& at, Stream& random) {
  return bound_above_risk(at, random, [](double missed) { return 1 - missed; });
}

}  // namespace asymptest::kernel_machines
