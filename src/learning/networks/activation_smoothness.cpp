#include "learning/networks/activation_smoothness.hpp"

#include <cmath>
#include <numbers>
#include <stdexcept>

namespace asymptest::learning {
namespace {

[[noreturn]] void refuse_kink() {
  throw std::invalid_argument("activation is relu, expected one with a second derivative");
}

}  // namespace

ActivationBounds bounds_of(Activation activation) {
  switch (activation) {
    case Activation::identity:
      return {1, 0};
    case Activation::tanh:  // σ'' = −2σ(1 − σ²) at σ² = 1/3
      return {1, 4 / std::sqrt(27)};
    case Activation::erf:  // σ'' = −(4/√π)·z·e^(−z²) at z² = 1/2
      return {2 * std::numbers::inv_sqrtpi, std::sqrt(8 * std::numbers::inv_pi / std::numbers::e)};
    case Activation::softplus:  // σ'' = p(1 − p) at p = 1/2
      return {1, 0.25};
    case Activation::relu:
      refuse_kink();
  }
  throw std::invalid_argument("activation is not one of the enumerated ones");
}

double third_derivative(Activation activation, double z, const ActivationJet& at) {
  switch (activation) {
    case Activation::identity:
      return 0;
    case Activation::tanh:
      return at.first * (4 - 6 * at.first);
    case Activation::erf:
      return (4 * z * z - 2) * at.first;
    case Activation::softplus:
      return at.second * (1 - 2 * at.first);
    case Activation::relu:
      refuse_kink();
  }
  throw std::invalid_argument("activation is not one of the enumerated ones");
}

}  // namespace asymptest::learning
