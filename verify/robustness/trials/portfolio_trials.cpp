#include "portfolio_trials.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "asymptest/require/require.hpp"
#include "learning/features/fourier_features.hpp"
#include "learning/interpolation/min_norm_regression.hpp"
#include "learning/kernel_machines/kernel_interpolant.hpp"
#include "learning/networks/gradient.hpp"
#include "learning/smoothness/gaussian_machine.hpp"
#include "learning/smoothness/shallow_lipschitz.hpp"
#include "learning/training/levenberg_marquardt.hpp"

namespace asymptest::robustness {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

MatrixXd normals(Index rows, Index columns, Stream random) {
  return learning::gaussian_design(rows, columns, 1, random);
}

/// A point of the unit sphere a column.
MatrixXd unit_columns(Index dimension, Index count, const Stream& random) {
  return normals(dimension, count, random.substream("points")).colwise().normalized();
}

MatrixXd unit_columns(const Point& at, const Stream& random) {
  return unit_columns(at.count("d"), at.count("n"), random);
}

VectorXd random_labels(Index count, Stream random) {
  VectorXd signs(count);
  for (double& sign : signs) sign = random.sign();
  return signs;
}

struct RandomFeatures {
  MatrixXd directions;  ///< g, p × d
  MatrixXd values;      ///< tanh⟨g_k, x_i⟩, n × p

  RandomFeatures(const Point& at, const Stream& random)
      : directions(normals(at.count("p"), at.count("d"), random.substream("features"))),
        values((directions * unit_columns(at, random)).array().tanh().matrix().transpose()) {}

  [[nodiscard]] MatrixXd fitted(const MatrixXd& labels) const {
    return learning::min_norm_solution(values, labels);
  }

  /// Of the least squares fits to labellings, a column each: the mean of the bounds.
  [[nodiscard]] double mean_bound(const MatrixXd& labels) const {
    return learning::shallow_lipschitz_products(directions, fitted(labels)).mean();
  }
};

constexpr Index labellings = 16;

double features_bound(const Point& at, const Stream& random, double share) {
  MatrixXd labels(at.count("n"), labellings);
  Stream signs = random.substream("labels");
  for (double& label : labels.reshaped()) label = share * signs.sign();
  return RandomFeatures(at, random).mean_bound(labels);
}

double features_from_below(const Point& at, const Stream& random) {
  const RandomFeatures features(at, random);
  const VectorXd outer = features.fitted(random_labels(at.count("n"), random.substream("labels")));
  return learning::ascended_shallow_lipschitz(outer.asDiagonal() * features.directions);
}

constexpr double length = 1;
constexpr int steps_of_ascent = 12;
constexpr Index starts = 2;

double machine_from_below(const Point& at, const Stream& random) {
  const MatrixXd points = unit_columns(at, random);
  const VectorXd labels = random_labels(points.cols(), random.substream("labels"));
  const MatrixXd rows = points.transpose();
  const learning::KernelInterpolant interpolant(learning::gaussian_kernel(rows, rows, 1));
  const learning::GaussianMachine machine(points, interpolant.coefficients(labels), length);
  double largest = 0;
  for (Index i = 0; i < starts; ++i) {  // samples are exchangeable
    largest = std::max(largest, machine.ascended_slope(points.col(i), steps_of_ascent));
  }
  return largest;
}

double machine_bound(const Point& at, const Stream& random) {
  const MatrixXd rows = unit_columns(at, random).transpose();
  const learning::KernelInterpolant interpolant(learning::gaussian_kernel(rows, rows, 1));
  const VectorXd labels = random_labels(rows.rows(), random.substream("labels"));
  return learning::gaussian_lipschitz_bound(interpolant.squared_norm(labels), length);
}

double shrinking_share(double first_dimension, const Point& at) {
  return std::sqrt(first_dimension / at["d"]) / 2;
}

/// z = √d ⟨w, x/√d⟩: the scale of the input layer takes the sphere of radius √d to the unit one.
struct Training {
  learning::Architecture architecture;
  MatrixXd inputs;

  Training(Index units, Index samples, Index dimension, const Stream& random)
      : architecture{.widths = {dimension, units}},
        inputs(std::sqrt(static_cast<double>(dimension)) *
               unit_columns(dimension, samples, random)) {}

  [[nodiscard]] learning::Network drawn(const Stream& random) const {
    return learning::initialise(architecture, random);
  }

  /// From the start to a root mean square residual of `fitted` or less; throws std::runtime_error
  /// if training ends before.
  [[nodiscard]] learning::Network trained(const VectorXd& labels, const VectorXd& start,
                                          double fitted) const {
    const learning::LeastSquaresSolution found =
        learning::levenberg_marquardt(learning::network_fit(architecture, inputs, labels), start);
    const double error = found.residual / std::sqrt(static_cast<double>(labels.size()));
    if (!(error <= fitted)) {
      throw std::runtime_error(message(
          "training ended at a root mean square error of {}, expected {} at most", error, fitted));
    }
    return learning::network_with(architecture, found.weights);
  }
};

VectorXd outer_of(const learning::Network& network) {
  return network.architecture.scale(1) * network.weights[1].transpose();
}

MatrixXd slopes_of(const learning::Network& network) {
  return outer_of(network).asDiagonal() * network.weights[0];
}

/// The noise has variance 1: a mean square of 1/4 is far below it.
constexpr double below_the_noise = 0.5, found_again = 1e-3;

learning::Network trained_on_noise(Index units, Index samples, Index dimension,
                                   const Stream& random) {
  const Training training(units, samples, dimension, random);
  return training.trained(random_labels(samples, random.substream("labels")),
                          learning::flatten(training.drawn(random.substream("weights")).weights),
                          below_the_noise);
}

learning::Network network_of_ray(const Point& at, const Stream& random) {
  return trained_on_noise(8, at.count("d"), at.count("d"), random);
}

}  // namespace

Trial features_lipschitz(Side side) {
  return [side](const Point& at, Stream& random) {
    return side == Side::below ? features_from_below(at, random) : features_bound(at, random, 1);
  };
}

double clean_features_lipschitz(const Point& at, Stream& random) {
  const RandomFeatures features(at, random);
  const MatrixXd targets = normals(at.count("p"), labellings, random.substream("targets"));
  return features.mean_bound(features.values * targets);
}

double shrinking_features_lipschitz(const Point& at, Stream& random) {
  return features_bound(at, random, shrinking_share(256, at));
}

Trial machine_lipschitz(Side side) {
  return [side](const Point& at, Stream& random) {
    return side == Side::below ? machine_from_below(at, random) : machine_bound(at, random);
  };
}

double shrinking_machine_lipschitz(const Point& at, Stream& random) {
  return shrinking_share(64, at) * machine_bound(at, random);  // linear in the labels
}

double network_lipschitz(const Point& at, Stream& random) {
  return learning::exact_shallow_lipschitz(slopes_of(network_of_ray(at, random)));
}

double clean_network_lipschitz(const Point& at, Stream& random) {
  constexpr Index units = 3;
  const Index d = at.count("d");
  const Training training(units, 4 * (d + 1), d, random);
  learning::Network target = training.drawn(random.substream("target"));
  target.weights[0] = MatrixXd::Identity(units, d);
  target.weights[1].setOnes();
  const VectorXd weights = learning::flatten(target.weights);
  const VectorXd start = weights + 0.05 * normals(weights.size(), 1, random.substream("start"));
  return learning::exact_shallow_lipschitz(
      slopes_of(training.trained(learning::outputs(target, training.inputs), start, found_again)));
}

}  // namespace asymptest::robustness
