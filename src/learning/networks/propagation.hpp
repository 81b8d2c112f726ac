#pragma once

#include <Eigen/Core>
#include <vector>

#include "learning/networks/network.hpp"

namespace asymptest::learning {

/// What one pass through the network leaves behind. One sample a column; layers counted from 0.
struct ForwardPass {
  std::vector<Eigen::MatrixXd> inputs;          ///< of each layer: h₀ = x, h₁, …, h_L
  std::vector<Eigen::MatrixXd> preactivations;  ///< z₁ … z_L
  Eigen::VectorXd preoutputs;                   ///< s·W_{L+1}·h_L, one a sample
  Eigen::VectorXd outputs;                      ///< f = φ(preoutput)
};

/// Throws std::invalid_argument if the inputs (widths[0] × n) do not fit the network.
ForwardPass forward(const Network& network, const Eigen::MatrixXd& inputs);

/// The same into the memory of an earlier pass: to ask the system for fresh pages costs a tenth of
/// the time of a pass.
void forward(const Network& network, const Eigen::MatrixXd& inputs, ForwardPass& pass);

/// Δ_l = ∂(preoutput)/∂z_l for the layers l = 1 … L+1, each width × n, one sample a column. The
/// last one is a row of ones. Before the output nonlinearity: multiply column i by φ'(preoutput i)
/// for the derivative of f.
std::vector<Eigen::MatrixXd> backward(const Network& network, const ForwardPass& pass);

/// The same into the memory of an earlier result.
void backward(const Network& network, const ForwardPass& pass,
              std::vector<Eigen::MatrixXd>& deltas);

/// φ'(preoutput) of each sample.
Eigen::VectorXd output_slopes(const Network& network, const ForwardPass& pass);

}  // namespace asymptest::learning
