#include "learning/networks/activation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/math/differentiation/autodiff.hpp>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace asymptest::learning::activation_test {
namespace {

constexpr Activation all[] = {Activation::identity, Activation::relu, Activation::tanh,
                              Activation::erf, Activation::softplus};

/// A handful of roundings of numbers of order one.
constexpr double rounding = 16 * std::numeric_limits<double>::epsilon();

/// σ written out afresh, for any number type.
template <typename Number>
Number formula(Activation activation, const Number& z) {
  using std::erf, std::exp, std::log, std::tanh;
  switch (activation) {
    case Activation::relu:
      return z > 0 ? z : Number(0 * z);
    case Activation::tanh:
      return tanh(z);
    case Activation::erf:
      return erf(z);
    case Activation::softplus:
      return log(1 + exp(z));
    default:
      return z;
  }
}

TEST(Activation, JetMeetsAutomaticDifferentiationOfTheFormula) {
  for (const Activation activation : all) {
    for (const double z : {-3.1, -0.4, 0.2, 1.7, 4.0}) {
      const auto variable = boost::math::differentiation::make_fvar<double, 2>(z);
      const auto expected = formula(activation, variable);
      const ActivationJet found = jet(activation, z);
      EXPECT_NEAR(found.value, expected.derivative(0), rounding * (1 + std::abs(z)));
      EXPECT_NEAR(found.first, expected.derivative(1), rounding) << name_of(activation) << z;
      EXPECT_NEAR(found.second, expected.derivative(2), rounding) << name_of(activation) << z;
    }
  }
}

TEST(Activation, SoftplusNeitherOverflowsNorVanishes) {
  EXPECT_EQ(jet(Activation::softplus, 1000).value, 1000);
  EXPECT_EQ(jet(Activation::softplus, 1000).first, 1);
  EXPECT_GT(jet(Activation::softplus, -700).value, 0);
  EXPECT_GT(jet(Activation::softplus, -700).second, 0);
}

TEST(Activation, MatricesAreTreatedEntryByEntry) {
  const Eigen::MatrixXd z{{-1, 0.5, 2}, {0, 1, -2}};
  for (const Activation activation : all) {
    const ActivationJet corner = jet(activation, 2);
    EXPECT_EQ(derivative(activation, 0, z)(0, 2), corner.value);
    EXPECT_EQ(derivative(activation, 1, z)(0, 2), corner.first);
    EXPECT_EQ(derivative(activation, 2, z)(0, 2), corner.second);
    Eigen::MatrixXd target = Eigen::MatrixXd::Constant(z.rows(), z.cols(), 3);
    multiply_by_slopes(activation, z, derivative(activation, 0, z), 0.5, target);
    EXPECT_EQ(target(0, 2), 1.5 * corner.first);
  }
  EXPECT_THAT([&] { derivative(Activation::tanh, 3, z); },
              testing::ThrowsMessage<std::invalid_argument>(
                  testing::HasSubstr("order of derivative is 3")));
  Eigen::MatrixXd narrow(1, 1);
  EXPECT_THAT([&] { multiply_by_slopes(Activation::tanh, z, z, 1, narrow); },
              testing::ThrowsMessage<std::invalid_argument>(testing::HasSubstr("and 1 entries")));
}

TEST(Activation, NamesReadBackAndUnknownOnesAreNamed) {
  for (const Activation activation : all) {
    EXPECT_EQ(parse_activation(name_of(activation)), activation);
  }
  EXPECT_THAT([] { name_of(static_cast<Activation>(9)); },
              testing::ThrowsMessage<std::invalid_argument>(testing::HasSubstr("activation is 9")));
  EXPECT_THAT([] { parse_activation("swish"); },
              testing::ThrowsMessage<std::invalid_argument>(testing::HasSubstr("'swish'")));
}

}  // namespace
}  // namespace asymptest::learning::activation_test
