#pragma once

#include <Eigen/Core>
#include <vector>

#include "learning/networks/network.hpp"

namespace asymptest::learning {

/// The outputs f(x_i; w), one for each column of `inputs`.
Eigen::VectorXd outputs(const Network& network, const Eigen::MatrixXd& inputs);

/// The gradient of Σ_i c_i·f(x_i; w) in the weights, one matrix a layer, in the weights' shapes.
/// With c = F − y it is the gradient of the loss ½‖F − y‖². One batched backward pass; the Jacobian
/// is never formed.
///
/// Throws std::invalid_argument unless there is one coefficient an input.
std::vector<Eigen::MatrixXd> weighted_gradient(const Network& network,
                                               const Eigen::MatrixXd& inputs,
                                               const Eigen::VectorXd& coefficients);

/// The Jacobian ∂f(x_i; w)/∂w, n × M: layers in order, each weight matrix column by column. n·M
/// numbers: for small networks.
Eigen::MatrixXd jacobian(const Network& network, const Eigen::MatrixXd& inputs);

/// The weights as one vector in the Jacobian's order, and back.
Eigen::VectorXd flatten(const std::vector<Eigen::MatrixXd>& weights);
void unflatten(const Eigen::VectorXd& flat, std::vector<Eigen::MatrixXd>& weights);

/// The network of this architecture whose flattened weights these are. Throws
/// std::invalid_argument with both lengths if there are not as many as the architecture asks for.
Network network_with(const Architecture& architecture, const Eigen::VectorXd& flat);

}  // namespace asymptest::learning
