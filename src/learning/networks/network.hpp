#pragma once

#include <Eigen/Core>
#include <string_view>
#include <vector>

#include "asymptest/random/stream.hpp"
#include "learning/networks/activation.hpp"

namespace asymptest::learning {

/// How the layers are scaled. Layer l computes z = s·W·h from the `fan_in` entries of h, and starts
/// from W with independent entries of mean 0 and standard deviation τ.
///
/// | name       | s                                                       | τ          |
/// | ---------- | ------------------------------------------------------- | ---------- |
/// | ntk        | 1/√fan_in (Jacot, Gabriel, Hongler 2018)                | 1          |
/// | standard   | 1                                                       | 1/√fan_in  |
/// | mean_field | 1/√fan_in in the first layer, 1/fan_in in all others    | 1          |
/// | outer_only | 1/√fan_in in the last layer, 1 in all others            | 1          |
enum class Parametrisation { ntk, standard, mean_field, outer_only };

std::string_view name_of(Parametrisation parametrisation);

/// The law of the output layer's weights: standard normal, or ±1 with equal chance (times τ).
enum class OutputWeights { normal, signs };

/// A multilayer perceptron with one output and no biases:
///
///     h₀ = x,  z_l = s_l·W_l·h_{l−1},  h_l = σ(z_l) for l = 1 … L,  f = φ(s_{L+1}·W_{L+1}·h_L)
struct Architecture {
  std::vector<Eigen::Index> widths;  ///< of x, then of h₁ … h_L; at least one
  Activation activation = Activation::tanh;
  Parametrisation parametrisation = Parametrisation::ntk;
  OutputWeights output_weights = OutputWeights::normal;
  Activation output = Activation::identity;  ///< φ

  /// L + 1.
  [[nodiscard]] std::size_t layers() const { return widths.size(); }
  /// s of layer `layer`, counted from 0.
  [[nodiscard]] double scale(std::size_t layer) const;
};

/// `depth` hidden layers of one width. Throws std::invalid_argument if depth < 0.
Architecture uniform_architecture(Eigen::Index inputs, Eigen::Index width, int depth);

/// A fully connected network: its architecture and its weights.
struct Network {
  Architecture architecture;
  /// W₁ … W_{L+1}: rows are the layer's outputs (one in the last), columns its fan-in.
  std::vector<Eigen::MatrixXd> weights;

  /// The number of weights, M.
  [[nodiscard]] Eigen::Index parameters() const;
};

/// A network with random weights. Each layer draws from a substream of its own.
/// Throws std::invalid_argument naming the layer if a width is below 1, or if there is none.
Network initialise(const Architecture& architecture, const Stream& random);

/// Throws std::invalid_argument naming the layer and both shapes if the weights do not have the
/// shapes that the architecture gives them, or if x (one input a column) does not fit.
void require_consistent(const Network& network, const Eigen::MatrixXd& inputs);

/// The part of it that needs no weights: widths of at least 1, and finite inputs of widths[0] rows,
/// at least one.
void require_inputs(const Architecture& architecture, const Eigen::MatrixXd& inputs);

/// Throws std::invalid_argument naming `what`, the layer and both shapes unless the direction has
/// the shapes of the network's weights.
void require_direction(const Network& network, const std::vector<Eigen::MatrixXd>& direction,
                       std::string_view what);

}  // namespace asymptest::learning
