#pragma once

#include "learning/networks/activation.hpp"
#include "learning/networks/activation_smoothness.hpp"
#include "learning/networks/hyperbolic_tangent.hpp"

namespace asymptest::learning {

/// tanh with its derivatives, for loops that a compiler is to turn into vector instructions: the
/// bits of `jet` and of `third_derivative`.
struct TanhJet {
  ActivationJet operator()(double z) const {
    const auto [value, first, second] = hyperbolic_tangents(z);
    return {value, first, second};
  }
  [[nodiscard]] double third(double /*z*/, const ActivationJet& at) const {
    return at.first * (4 - 6 * at.first);
  }
};

/// Any activation, one number at a time.
struct AnyJet {
  Activation activation;

  ActivationJet operator()(double z) const { return jet(activation, z); }
  [[nodiscard]] double third(double z, const ActivationJet& at) const {
    return third_derivative(activation, z, at);
  }
};

/// use(TanhJet) or use(AnyJet).
template <class Use>
auto with_jet(Activation activation, Use use) {
  return activation == Activation::tanh ? use(TanhJet{}) : use(AnyJet{activation});
}

}  // namespace asymptest::learning
