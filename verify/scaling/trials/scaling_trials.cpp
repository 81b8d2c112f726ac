#include "scaling_trials.hpp"

#include <algorithm>
#include <cmath>

#include "learning/geometry/torus.hpp"
#include "learning/geometry/torus_grid.hpp"

namespace asymptest::scaling {
namespace {

using Eigen::Index;
using learning::TorusFunction;
using learning::TorusWaves;
using learning::uniform_torus_points;

constexpr Index fresh_points = 256;

TorusWaves draw_target(Target target, Index dimension, Stream& random) {
  return target == Target::additive ? learning::additive_waves(dimension, random)
                                    : learning::coupled_wave(dimension, random);
}

double level(double x) { return x < 0 ? -1 : 1; }

/// The mean of `error` over fresh points of the torus.
template <class Error>
double mean_over_points(Index dimension, Stream random, Error error) {
  const Eigen::MatrixXd points = uniform_torus_points(dimension, fresh_points, random);
  double sum = 0;
  for (Index i = 0; i < fresh_points; ++i) sum += error(Eigen::VectorXd(points.col(i)));
  return sum / static_cast<double>(fresh_points);
}

TorusFunction function_of(const TorusWaves& waves) {
  return [&waves](const Eigen::VectorXd& x) { return waves.at(x); };
}

}  // namespace

Trial lattice_error(Pieces pieces, Target target, int dimension) {
  return [=](const Point& at, Stream& random) {
    const Index m = at.count("m");
    Stream phases = random.substream("target");
    const TorusWaves waves = draw_target(target, dimension, phases);
    const TorusFunction f = [&](const Eigen::VectorXd& x) {
      return target == Target::step ? level(waves.at(x)) : waves.at(x);
    };
    return mean_over_points(dimension, random.substream("fresh"), [&](const Eigen::VectorXd& x) {
      const double value = pieces == Pieces::linear ? learning::piecewise_linear(f, m, x)
                                                    : learning::piecewise_constant(f, m, x);
      return std::pow(value - f(x), 2);
    });
  };
}

Trial sum_of_parts_error(Target target, int one, int other) {
  return [=](const Point& at, Stream& random) {
    const auto an_axis_of = [&](int part) {
      return static_cast<Index>(
          std::lround(std::pow(at["m"], static_cast<double>(std::max(one, other)) / part)));
    };
    Stream phases = random.substream("target");
    if (target == Target::coupled) {
      // A wave in the sum of all coordinates has mean 0 given either part: the best fit is 0.
      const TorusWaves f = learning::coupled_wave(one + other, phases);
      return mean_over_points(one + other, random.substream("fresh"),
                              [&](const Eigen::VectorXd& x) { return std::pow(f.at(x), 2); });
    }
    const TorusWaves first = learning::coupled_wave(one, phases);
    const TorusWaves second = learning::coupled_wave(other, phases);
    return mean_over_points(one + other, random.substream("fresh"), [&](const Eigen::VectorXd& x) {
      const Eigen::VectorXd head = x.head(one), tail = x.tail(other);
      return std::pow(learning::piecewise_linear(function_of(first), an_axis_of(one), head) -
                          first.at(head) +
                          learning::piecewise_linear(function_of(second), an_axis_of(other), tail) -
                          second.at(tail),
                      2);
    });
  };
}

}  // namespace asymptest::scaling
