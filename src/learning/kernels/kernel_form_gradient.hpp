#pragma once

#include <Eigen/Core>
#include <vector>

#include "learning/networks/network.hpp"
#include "learning/networks/propagation.hpp"

namespace asymptest::learning {

/// The gradient in the weights of uᵀK(w)u = |Jᵀu|² over n inputs, one matrix a layer:
///
///     2·Σ_i u_i·∇²f_i·P,   P = Jᵀu,
///
/// as the derivative along P of the backward pass of Σ_i u_i f_i (Pearlmutter 1994, "Fast exact
/// multiplication by the Hessian"), for all inputs at once. P has the rank n in each layer, and
/// enters by its products with the inputs and the Δ of the layers alone, which are n × n Gram
/// matrices of theirs.
///
/// `pass` and `deltas` are those of `forward` and `backward` at the network's weights, of which the
/// kernel itself is made. Throws std::invalid_argument unless u has an entry an input.
std::vector<Eigen::MatrixXd> kernel_form_gradient(const Network& network, const ForwardPass& pass,
                                                  const std::vector<Eigen::MatrixXd>& deltas,
                                                  const Eigen::VectorXd& u);

}  // namespace asymptest::learning
