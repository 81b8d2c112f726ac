#include "gap_trials.hpp"

#include "learning/kernel_machines/kernel_interpolant.hpp"

namespace asymptest::kernel_machines {
namespace {

using learning::Radial;

constexpr Eigen::Index coordinates = 5, fresh_points = 512;
constexpr int training_sets = 16;

/// Of the order of the distance between neighbours: the Gaussian's matrix stays within double
/// precision.
double length_of(Radial shape) { return shape == Radial::laplace ? 1 : 0.5; }

Eigen::MatrixXd normal_points(Eigen::Index count, Stream& random) {
  Eigen::MatrixXd points(coordinates, count);
  random.fill_normal({points.data(), static_cast<std::size_t>(points.size())});
  return points;
}

Eigen::ArrayXd clean_labels(const Eigen::MatrixXd& points) {
  return points.row(0).transpose().array().sign();
}

Eigen::ArrayXd noisy_labels(const Eigen::MatrixXd& points, double q, Stream& random) {
  Eigen::ArrayXd labels = clean_labels(points);
  for (double& label : labels) {
    if (random.uniform() < q) label = random.sign();
  }
  return labels;
}

double share_missed(const Eigen::ArrayXd& outputs, const Eigen::ArrayXd& labels) {
  return (outputs * labels <= 0).cast<double>().mean();
}

/// One training set with its fit, and fresh points with the fit's outputs there.
struct Fit {
  Eigen::ArrayXd labels, outputs, outputs_at_fresh;
  Eigen::MatrixXd fresh;
};

Fit fitted(Radial shape, const Point& at, double q, Stream& random) {
  const Eigen::MatrixXd points = normal_points(at.count("n"), random);
  const double length = length_of(shape);
  const Eigen::MatrixXd kernel = learning::radial_kernel(shape, points, length);
  Fit fit{.labels = noisy_labels(points, q, random)};
  const Eigen::MatrixXd weights =
      learning::KernelInterpolant(kernel).coefficients(fit.labels.matrix());
  fit.outputs = kernel * weights;
  fit.fresh = normal_points(fresh_points, random);
  fit.outputs_at_fresh = learning::radial_kernel(shape, fit.fresh, points, length) * weights;
  return fit;
}

/// The rule sign⟨Σ y_i x_i, x⟩ of five parameters.
Fit linear_rule(const Point& at, double q, Stream& random) {
  const Eigen::MatrixXd points = normal_points(at.count("n"), random);
  Fit fit{.labels = noisy_labels(points, q, random)};
  const Eigen::VectorXd direction = points * fit.labels.matrix();
  fit.outputs = points.transpose() * direction;
  fit.fresh = normal_points(fresh_points, random);
  fit.outputs_at_fresh = fit.fresh.transpose() * direction;
  return fit;
}

template <class Draw>
double mean_gap(const Point& at, double q, Stream& random, Draw draw) {
  double sum = 0;
  for (int set = 0; set < training_sets; ++set) {
    const Fit fit = draw();
    sum += share_missed(fit.outputs_at_fresh, noisy_labels(fit.fresh, q, random)) -
           share_missed(fit.outputs, fit.labels);
  }
  return sum / training_sets - at["q"] / 2;
}

double mean_advantage(Radial shape, const Point& at, double q, Stream& random) {
  double sum = 0;
  for (int set = 0; set < training_sets; ++set) {
    const Fit fit = fitted(shape, at, q, random);
    sum += 0.5 - share_missed(fit.outputs_at_fresh, clean_labels(fit.fresh));
  }
  return sum / training_sets;
}

}  // namespace

Trial gap_above_half_the_noise(Radial shape) {
  return [shape](const Point& at, Stream& random) {
    const double q = at["q"];
    return mean_gap(at, q, random, [&] { return fitted(shape, at, q, random); });
  };
}

Trial gap_on_clean_labels(Radial shape) {
  return [shape](const Point& at, Stream& random) {
    return mean_gap(at, 0, random, [&] { return fitted(shape, at, 0, random); });
  };
}

double gap_of_linear_rule(const Point& at, Stream& random) {
  const double q = at["q"];
  return mean_gap(at, q, random, [&] { return linear_rule(at, q, random); });
}

Trial advantage_over_chance(Radial shape) {
  return [shape](const Point& at, Stream& random) {
    return mean_advantage(shape, at, at["q"], random);
  };
}

Trial advantage_from_noise_alone(Radial shape) {
  return [shape](const Point& at, Stream& random) { return mean_advantage(shape, at, 1, random); };
}

}  // namespace asymptest::kernel_machines
