#include "learning/networks/activation.hpp"

#include <array>
#include <cmath>
#include <numbers>
#include <stdexcept>
#include <string>

namespace asymptest::learning {
namespace {

constexpr std::array<std::string_view, 5> names{"identity", "relu", "tanh", "erf", "softplus"};

ActivationJet tanh_jet(double z) {
  const double value = std::tanh(z);
  const double first = 1 - value * value;
  return {value, first, -2 * value * first};
}

ActivationJet erf_jet(double z) {
  const double first = 2 * std::numbers::inv_sqrtpi * std::exp(-z * z);
  return {std::erf(z), first, -2 * z * first};
}

ActivationJet softplus_jet(double z) {
  const double tail = std::exp(-std::abs(z));  // never overflows
  const double first = z >= 0 ? 1 / (1 + tail) : tail / (1 + tail);
  return {std::max(z, 0.0) + std::log1p(tail), first, tail / ((1 + tail) * (1 + tail))};
}

}  // namespace

std::string_view name_of(Activation activation) {
  return names.at(static_cast<std::size_t>(activation));
}

Activation parse_activation(std::string_view name) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) return static_cast<Activation>(i);
  }
  throw std::invalid_argument("activation is '" + std::string(name) +
                              "', expected identity, relu, tanh, erf or softplus");
}

ActivationJet jet(Activation activation, double z) {
  switch (activation) {
    case Activation::identity:
      return {z, 1, 0};
    case Activation::relu:
      return {std::max(z, 0.0), z > 0 ? 1.0 : 0.0, 0};
    case Activation::tanh:
      return tanh_jet(z);
    case Activation::erf:
      return erf_jet(z);
    case Activation::softplus:
      return softplus_jet(z);
  }
  throw std::invalid_argument("activation is not one of the enumerated ones");
}

Eigen::MatrixXd derivative(Activation activation, int order, const Eigen::MatrixXd& z) {
  switch (order) {
    case 0:
      return z.unaryExpr([=](double entry) { return jet(activation, entry).value; });
    case 1:
      return z.unaryExpr([=](double entry) { return jet(activation, entry).first; });
    case 2:
      return z.unaryExpr([=](double entry) { return jet(activation, entry).second; });
    default:
      throw std::invalid_argument("order of derivative is " + std::to_string(order) +
                                  ", expected 0, 1 or 2");
  }
}

Eigen::MatrixXd slopes(Activation activation, const Eigen::MatrixXd& z,
                       const Eigen::MatrixXd& values) {
  if (activation == Activation::tanh) return 1 - values.array().square();
  return derivative(activation, 1, z);
}

}  // namespace asymptest::learning
