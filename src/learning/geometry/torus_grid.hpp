#pragma once

#include <Eigen/Core>
#include <functional>

#include "asymptest/random/stream.hpp"

namespace asymptest::learning {

/// A trigonometric polynomial on the flat torus: Σ_k amplitude_k cos(2π(⟨frequency_k, x⟩ +
/// phase_k)).
class TorusWaves {
 public:
  /// `frequencies` holds a wave a column, whole numbers. Throws std::invalid_argument unless there
  /// is a wave and a phase and an amplitude for each.
  TorusWaves(Eigen::MatrixXd frequencies, Eigen::VectorXd phases, Eigen::VectorXd amplitudes);

  [[nodiscard]] double at(const Eigen::Ref<const Eigen::VectorXd>& x) const;

 private:
  Eigen::MatrixXd frequencies_;
  Eigen::VectorXd phases_, amplitudes_;
};

/// cos along each axis alone with random phases, so that all d directions matter alike.
TorusWaves additive_waves(Eigen::Index dimension, Stream& random);

/// One wave with frequency 1 along every axis and a random phase: no sum of functions of fewer
/// coordinates.
TorusWaves coupled_wave(Eigen::Index dimension, Stream& random);

/// A function on the torus, given at any point of R^d.
using TorusFunction = std::function<double(const Eigen::VectorXd& x)>;

/// Value at x of the function that is f at the nearest point of the lattice (Z/m)^d: piecewise
/// constant, m^d parameters. Throws std::invalid_argument unless m ≥ 1.
double piecewise_constant(const TorusFunction& f, Eigen::Index m,
                          const Eigen::Ref<const Eigen::VectorXd>& x);

/// Value at x of the multilinear interpolation of f on that lattice: O(2^d) values of f. The error
/// of a smooth f is of order m^−2, and for cos(2πx) in one dimension its mean square over x and
/// phase is E = ½E|1 − (1 − t)e^(−iht) − te^(ih(1−t))|², h = 2π/m, uniform t.
double piecewise_linear(const TorusFunction& f, Eigen::Index m,
                        const Eigen::Ref<const Eigen::VectorXd>& x);

}  // namespace asymptest::learning
