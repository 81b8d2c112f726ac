#pragma once

#include "learning/networks/activation.hpp"

namespace asymptest::learning {

/// B = sup |σ'| and A = sup |σ''| over the line, in closed form.
struct ActivationBounds {
  double slope = 0, curvature = 0;
};

/// | σ        | B    | A                |
/// | -------- | ---- | ---------------- |
/// | identity | 1    | 0                |
/// | tanh     | 1    | 4/√27            |
/// | erf      | 2/√π | √(8/(πe))        |
/// | softplus | 1    | 1/4              |
///
/// Throws std::invalid_argument for relu, whose slope jumps.
ActivationBounds bounds_of(Activation activation);

/// σ'''(z), where σ, σ' and σ'' are known already. Throws std::invalid_argument for relu.
double third_derivative(Activation activation, double z, const ActivationJet& at);

}  // namespace asymptest::learning
