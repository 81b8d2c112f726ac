#pragma once

#include "asymptest/random/stream.hpp"
#include "learning/networks/network.hpp"
#include "learning/training/least_squares.hpp"

namespace asymptest::learning::optimisation {

/// A network at its initial weights and labels to fit.
struct TrainingTask {
  learning::Architecture architecture;
  Eigen::MatrixXd inputs;  ///< on the sphere |x|² = d, one a column
  Eigen::VectorXd labels;  ///< independent standard normals
  Eigen::VectorXd start;   ///< initial weights, in the order of `flatten`
  learning::LeastSquares fit;

  /// The same network and inputs with other labels.
  [[nodiscard]] TrainingTask with_labels(const Eigen::VectorXd& others) const;
  /// The same network and labels with other inputs.
  [[nodiscard]] TrainingTask with_inputs(const Eigen::MatrixXd& others) const;
};

TrainingTask training_task(const learning::Architecture& architecture, Eigen::Index samples,
                           const Stream& random);

/// A standard normal vector.
Eigen::VectorXd normal_vector(Eigen::Index size, Stream random);

}  // namespace asymptest::learning::optimisation
