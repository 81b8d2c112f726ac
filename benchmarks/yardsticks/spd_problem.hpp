#pragma once

#include <Eigen/Core>

#include "asymptest/random/stream.hpp"

namespace asymptest::benchmarks {

/// A kernel-like matrix: the Gram matrix of n normal vectors of 4 n dimensions, divided by 4 n. Its
/// eigenvalues fill [1/4, 9/4].
inline Eigen::MatrixXd spd_matrix(Eigen::Index n) {
  Eigen::MatrixXd factor(4 * n, n);
  Stream random({.suite_seed = 1, .claim = "benchmark", .point = "spd", .trial = 0});
  random.fill_normal({factor.data(), static_cast<std::size_t>(factor.size())});
  Eigen::MatrixXd matrix = Eigen::MatrixXd::Zero(n, n);
  matrix.selfadjointView<Eigen::Lower>().rankUpdate(factor.transpose(),
                                                    1 / static_cast<double>(4 * n));
  return matrix.selfadjointView<Eigen::Lower>();
}

}  // namespace asymptest::benchmarks
