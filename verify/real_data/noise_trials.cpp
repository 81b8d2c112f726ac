#include "noise_trials.hpp"

#include <algorithm>
#include <vector>

#include "drawn_points.hpp"
#include "learning/kernel_machines/kernel_interpolant.hpp"
#include "learning/neighbours/neighbour_lists.hpp"

namespace asymptest::real_data {
namespace {

using learning::Radial;

constexpr Eigen::Index fresh_points = 255;  // odd: no rule errs on half of them
constexpr int draws = 16;

double length_of(Radial shape, const Eigen::MatrixXd& points) {
  if (shape == Radial::laplace) return mean_distance(points);
  return learning::nearest_others(points, 1, 1).distances.mean() / 2;
}

/// One draw with its rule's outputs.
struct Fit {
  Eigen::ArrayXd labels, outputs, clean_at_fresh, outputs_at_fresh;
};

Fit interpolant(Radial shape, const Point& at, double q, Stream& random) {
  const DrawnTwice drawn = draw_points(at.count("n"), fresh_points, random);
  const Eigen::MatrixXd& points = drawn.samples.points;
  const double length = length_of(shape, points);
  const Eigen::MatrixXd kernel = learning::radial_kernel(shape, points, length);
  Fit fit{.labels = with_noise(drawn.samples.labels, q, random),
          .clean_at_fresh = drawn.fresh.labels};
  const Eigen::MatrixXd weights =
      learning::KernelInterpolant(kernel).coefficients(fit.labels.matrix());
  fit.outputs = kernel * weights;
  fit.outputs_at_fresh =
      learning::radial_kernel(shape, drawn.fresh.points, points, length) * weights;
  return fit;
}

double median(const Eigen::ArrayXd& values) {
  std::vector<double> sorted(values.begin(), values.end());
  std::sort(sorted.begin(), sorted.end());
  return (sorted[(sorted.size() - 1) / 2] + sorted[sorted.size() / 2]) / 2;
}

Fit one_parameter(const Point& at, double q, Stream& random) {
  const DrawnTwice drawn = draw_points(at.count("n"), fresh_points, random);
  const Eigen::ArrayXd means = drawn.samples.points.colwise().mean().transpose();
  const double threshold = median(means);
  Fit fit{.labels = with_noise(drawn.samples.labels, q, random),
          .outputs = means - threshold,
          .clean_at_fresh = drawn.fresh.labels};
  const double side = (fit.outputs.sign() * fit.labels).sum() < 0 ? -1 : 1;
  fit.outputs *= side;
  fit.outputs_at_fresh =
      side * (drawn.fresh.points.colwise().mean().transpose().array() - threshold);
  return fit;
}

template <class Draw>
double mean_gap(const Point& at, double q, Stream& random, Draw draw) {
  double sum = 0;
  for (int one = 0; one < draws; ++one) {
    const Fit fit = draw();
    sum += share_missed(fit.outputs_at_fresh, with_noise(fit.clean_at_fresh, q, random)) -
           share_missed(fit.outputs, fit.labels);
  }
  return sum / draws - at["q"] / 2;
}

double advantage(Radial shape, const Point& at, double q, Stream& random) {
  const Fit fit = interpolant(shape, at, q, random);
  return 0.5 - share_missed(fit.outputs_at_fresh, fit.clean_at_fresh);
}

/// The labels that the nearest sample gives to fresh points, and their own.
struct Answers {
  Eigen::ArrayXd given, clean;

  [[nodiscard]] double risk() const { return share_missed(given, clean); }
};

Answers of_nearest(const Point& at, Stream& random) {
  const DrawnTwice drawn = draw_points(at.count("n"), fresh_points, random);
  const auto nearest =
      learning::nearest_points(drawn.samples.points, drawn.fresh.points, 1, 1).indices;
  return {drawn.samples.labels(nearest.row(0).reshaped()), drawn.fresh.labels};
}

}  // namespace

Trial gap_above_half_the_noise(Radial shape) {
  return [shape](const Point& at, Stream& random) {
    const double q = at["q"];
    return mean_gap(at, q, random, [&] { return interpolant(shape, at, q, random); });
  };
}

Trial gap_on_clean_labels(Radial shape) {
  return [shape](const Point& at, Stream& random) {
    return mean_gap(at, 0, random, [&] { return interpolant(shape, at, 0, random); });
  };
}

double gap_of_one_parameter(const Point& at, Stream& random) {
  const double q = at["q"];
  return mean_gap(at, q, random, [&] { return one_parameter(at, q, random); });
}

Trial advantage_over_chance(Radial shape) {
  return [shape](const Point& at, Stream& random) {
    double sum = 0;
    for (int one = 0; one < draws; ++one) sum += advantage(shape, at, at["q"], random);
    return sum / draws;
  };
}

Trial advantage_from_noise_alone(Radial shape) {
  return [shape](const Point& at, Stream& random) { return advantage(shape, at, 1, random); };
}

double noisy_risk_over_identity(const Point& at, Stream& random) {
  const double q = at["q"];
  const Answers answers = of_nearest(at, random);
  return share_missed(answers.given, with_noise(answers.clean, q, random)) /
         (q / 2 + (1 - q) * answers.risk());
}

double flipped_risk_over_identity(const Point& at, Stream& random) {
  const double q = at["q"];
  const Answers answers = of_nearest(at, random);
  Eigen::ArrayXd flipped = answers.clean;
  for (double& label : flipped) label *= random.uniform() < q ? -1 : 1;
  return share_missed(answers.given, flipped) / (q / 2 + (1 - q) * answers.risk());
}

double noisy_risk_over_stated(const Point& at, Stream& random) {
  const double q = at["q"];
  const Answers answers = of_nearest(at, random);
  return share_missed(answers.given, with_noise(answers.clean, q, random)) /
         (q / 2 + answers.risk());
}

}  // namespace asymptest::real_data
