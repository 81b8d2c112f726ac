#include "learning/networks/activation.hpp"

#include <cmath>
#include <numbers>
#include <stdexcept>

#include "asymptest/require/enum_names.hpp"
#include "asymptest/require/require.hpp"
#include "learning/networks/hyperbolic_tangent.hpp"

namespace asymptest::learning {
namespace {

constexpr EnumNames<Activation, 5> activation_names{
    "activation", {"identity", "relu", "tanh", "erf", "softplus"}};

ActivationJet tanh_jet(double z) {
  const auto [value, first, second] = hyperbolic_tangents(z);
  return {value, first, second};
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

std::string_view name_of(Activation activation) { return activation_names.of(activation); }

Activation parse_activation(std::string_view name) { return activation_names.parse(name); }

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

void evaluate(Activation activation, const Eigen::MatrixXd& z, Eigen::MatrixXd& values) {
  values.resize(z.rows(), z.cols());
  const double* in = z.data();
  double* out = values.data();
  const Eigen::Index size = z.size();
  if (activation == Activation::tanh) {  // a bare loop becomes vector instructions
    for (Eigen::Index i = 0; i < size; ++i) out[i] = hyperbolic_tangent(in[i]);
  } else {
    for (Eigen::Index i = 0; i < size; ++i) out[i] = jet(activation, in[i]).value;
  }
}

Eigen::MatrixXd derivative(Activation activation, int order, const Eigen::MatrixXd& z) {
  Eigen::MatrixXd values;
  switch (order) {
    case 0:
      evaluate(activation, z, values);
      return values;
    case 1:
      return z.unaryExpr([=](double entry) { return jet(activation, entry).first; });
    case 2:
      return z.unaryExpr([=](double entry) { return jet(activation, entry).second; });
    default:
      throw std::invalid_argument(message("order of derivative is {}, expected 0, 1 or 2", order));
  }
}

void multiply_by_slopes(Activation activation, const Eigen::MatrixXd& z,
                        const Eigen::MatrixXd& values, double factor, Eigen::MatrixXd& target) {
  require(z.size() == target.size() && values.size() == target.size(),
          "multiply_by_slopes: z, values and target have {}, {} and {} entries, expected as many",
          z.size(), values.size(), target.size());
  if (activation != Activation::tanh) {
    target.array() *= factor * derivative(activation, 1, z).array();
    return;
  }
  const double* value = values.data();
  double* entry = target.data();
  const Eigen::Index size = target.size();
  for (Eigen::Index i = 0; i < size; ++i) entry[i] *= factor * tanh_slope(value[i]);
}

}  // namespace asymptest::learning
