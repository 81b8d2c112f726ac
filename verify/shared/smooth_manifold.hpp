#pragma once

#include <Eigen/Core>

#include "asymptest/random/stream.hpp"

namespace asymptest {

/// A random smooth closed manifold in R^D, the image of the d-torus under
///
///     x ↦ Σ_k a_k cos 2π⟨k, x⟩ + b_k sin 2π⟨k, x⟩,
///
/// k the frequencies with entries of at most `largest` in size, one of each pair ±k, normal a_k and
/// b_k: each coordinate has the mean square of the number of frequencies.
class SmoothManifold {
 public:
  SmoothManifold(Eigen::Index dimension, Eigen::Index ambient_dimension, Eigen::Index largest,
                 Stream& shapes);

  /// The images of uniform points of the torus, a column each.
  [[nodiscard]] Eigen::MatrixXd points(Eigen::Index count, Stream& draws) const;

  [[nodiscard]] Eigen::Index frequencies() const { return frequencies_.cols(); }

 private:
  Eigen::MatrixXd frequencies_, cosines_, sines_;
};

/// Independent standard normal entries.
Eigen::MatrixXd normal_matrix(Eigen::Index rows, Eigen::Index columns, Stream& random);

}  // namespace asymptest
