#pragma once

#include <Eigen/Core>

#include "asymptest/random/stream.hpp"
#include "learning/kernel_machines/radial_kernel.hpp"

namespace asymptest::benchmarks {

/// Laplace's kernel between n normal points of R^32, at the length of their distances.
inline Eigen::MatrixXd kernel_matrix(Eigen::Index n) {
  Eigen::MatrixXd points(32, n);
  Stream random({.suite_seed = 1, .claim = "benchmark", .point = "kernel", .trial = 0});
  random.fill_normal({points.data(), static_cast<std::size_t>(points.size())});
  return learning::radial_kernel(learning::Radial::laplace, points, 8);
}

}  // namespace asymptest::benchmarks
