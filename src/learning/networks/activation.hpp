#pragma once

#include <Eigen/Core>
#include <string_view>

namespace asymptest::learning {

/// The nonlinearity σ, applied entry by entry.
///
/// | name     | σ(z)            | σ'(z)             | σ''(z)          |
/// | -------- | --------------- | ----------------- | --------------- |
/// | identity | z               | 1                 | 0               |
/// | relu     | max(z, 0)       | 1 if z > 0 else 0 | 0               |
/// | tanh     | tanh z          | 1 − σ²            | −2σσ'           |
/// | erf      | erf z           | 2e^(−z²)/√π       | −2zσ'           |
/// | softplus | log(1 + e^z)    | 1/(1 + e^−z)      | σ'(1 − σ')      |
enum class Activation { identity, relu, tanh, erf, softplus };

std::string_view name_of(Activation activation);

/// The inverse of `name_of`. Throws std::invalid_argument with the text and the known names.
Activation parse_activation(std::string_view name);

/// σ and its first two derivatives at one point.
struct ActivationJet {
  double value = 0, first = 0, second = 0;
};

ActivationJet jet(Activation activation, double z);

/// σ, σ' or σ'' (order 0, 1, 2) of every entry; same shape as z. Throws std::invalid_argument for
/// another order.
Eigen::MatrixXd derivative(Activation activation, int order, const Eigen::MatrixXd& z);

/// σ(z) of every entry into `values`, in the memory it has if the shape is the same already.
void evaluate(Activation activation, const Eigen::MatrixXd& z, Eigen::MatrixXd& values);

/// Multiplies every entry of `target` by factor·σ'(z), in place, where `values` = σ(z) is known
/// already: for tanh σ' = 1 − σ² saves the second tanh. Throws std::invalid_argument with the three
/// sizes unless they agree.
void multiply_by_slopes(Activation activation, const Eigen::MatrixXd& z,
                        const Eigen::MatrixXd& values, double factor, Eigen::MatrixXd& target);

}  // namespace asymptest::learning
