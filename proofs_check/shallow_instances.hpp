#pragma once

#include <cmath>

#include "asymptest/random/stream.hpp"
#include "rigor/networks/random_problem.hpp"

namespace asymptest {

inline rigor::ShallowProblem random_shallow(const rigor::ShallowSizes& sizes, Stream& random) {
  return rigor::random_problem(sizes, [&random] { return random.normal(); });
}

/// A problem whose quantities hardly depend on the draw, so that it goes through at any seed:
/// orthonormal inputs (as many as dimensions, at most), and neurons in pairs of opposite output
/// weights, so that the network begins as f = 0. The width must be even.
inline rigor::ShallowProblem balanced_shallow(const rigor::ShallowSizes& sizes, Stream& random) {
  rigor::ShallowProblem problem = random_shallow(sizes, random);
  Eigen::MatrixXd& inputs = problem.inputs;
  for (Eigen::Index i = 0; i < inputs.rows(); ++i) {
    for (Eigen::Index j = 0; j < i; ++j) {
      inputs.row(i) -= inputs.row(i).dot(inputs.row(j)) * inputs.row(j);
    }
    inputs.row(i).normalize();
  }
  const Eigen::Index half = sizes.width / 2;
  problem.hidden.bottomRows(half) = problem.hidden.topRows(half).eval();
  problem.output.tail(half) = -problem.output.head(half).eval();
  return problem;
}

/// The problem with weights that differ from it by about the distance, in a random direction.
inline rigor::ShallowProblem moved_at_random(rigor::ShallowProblem problem, double distance,
                                             Stream& random) {
  const auto weights = static_cast<double>(problem.hidden.size() + problem.output.size());
  const double scale = distance / std::sqrt(weights);
  for (double& weight : problem.hidden.reshaped()) weight += scale * random.normal();
  for (double& weight : problem.output.reshaped()) weight += scale * random.normal();
  return problem;
}

/// The problem with all output weights shrunk, so far that the weights move by about the distance:
/// the direction that lowers the tangent kernel most plainly.
inline rigor::ShallowProblem shrunk(rigor::ShallowProblem problem, double distance) {
  problem.output *= 1 - distance / problem.output.norm();
  return problem;
}

}  // namespace asymptest
