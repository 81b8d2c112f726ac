#include "spread_trials.hpp"

#include <string>

#include "learning/networks/gradient.hpp"
#include "learning/networks/network.hpp"
#include "learning/tasks/sphere_points.hpp"
#include "learning/training/gradient_descent.hpp"

namespace asymptest::double_descent {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;
namespace optimisation = learning::optimisation;

constexpr Index samples = 8, fresh_points = 16, networks = 8;
constexpr double step = 0.125;  // below 2/λ_max(K)
constexpr int steps = 32;

struct SpreadData {
  MatrixXd inputs, fresh;
  VectorXd labels{samples};

  explicit SpreadData(const Stream& random)
      : inputs(optimisation::sphere_points(optimisation::input_dimension, samples,
                                           random.substream("inputs"))),
        fresh(optimisation::sphere_points(optimisation::input_dimension, fresh_points,
                                          random.substream("fresh"))) {
    Stream draws = random.substream("labels");
    draws.fill_normal({labels.data(), static_cast<std::size_t>(samples)});
  }
};

learning::Architecture architecture_of(SpreadNetwork kind, Index width) {
  learning::Architecture built{.widths = {optimisation::input_dimension, width}};
  if (kind == SpreadNetwork::mean_field) {
    built.parametrisation = learning::Parametrisation::mean_field;
  }
  return built;
}

/// What training adds to the outputs at the fresh points.
VectorXd learned(const learning::Architecture& architecture, const SpreadData& data,
                 const Stream& random) {
  const learning::Network start = learning::initialise(architecture, random);
  const VectorXd shifted = data.labels + learning::outputs(start, data.inputs);
  const learning::Descent run =
      learning::gradient_descent(learning::network_fit(architecture, data.inputs, shifted),
                                 learning::flatten(start.weights), step, steps);
  return learning::outputs(learning::network_with(architecture, run.weights), data.fresh) -
         learning::outputs(start, data.fresh);
}

/// The same of each network, a column.
MatrixXd learned_by_all(SpreadNetwork kind, const Point& at, Stream& random) {
  const learning::Architecture architecture = architecture_of(kind, at.count("m"));
  const SpreadData data(random);
  MatrixXd outputs(fresh_points, networks);
  for (Index k = 0; k < networks; ++k) {
    outputs.col(k) =
        learned(architecture, data,
                random.substream("network " + std::string(1, static_cast<char>('a' + k))));
  }
  return outputs;
}

/// The unbiased variance over the columns, averaged over the rows.
double mean_variance(const MatrixXd& values) {
  const VectorXd mean = values.rowwise().mean();
  return (values.colwise() - mean).squaredNorm() /
         static_cast<double>(values.rows() * (values.cols() - 1));
}

}  // namespace

Trial spread_of_outputs(SpreadNetwork kind) {
  return [kind](const Point& at, Stream& random) {
    return mean_variance(learned_by_all(kind, at, random));
  };
}

Trial spread_of_losses(SpreadNetwork kind) {
  return [kind](const Point& at, Stream& random) {
    return mean_variance(learned_by_all(kind, at, random).array().square().colwise().mean());
  };
}

}  // namespace asymptest::double_descent
