#include "learning/networks/hyperbolic_tangent.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <boost/multiprecision/cpp_bin_float.hpp>
#include <cmath>
#include <limits>
#include <type_traits>

#include "asymptest/random/stream.hpp"
#include "learning/networks/activation.hpp"

namespace asymptest::learning::hyperbolic_tangent_test {
namespace {

using Precise = boost::multiprecision::cpp_bin_float_50;
/// Fast where the machine has a type of 64 bits and more.
using Wider =
    std::conditional_t<(std::numeric_limits<long double>::digits >= 64), long double, Precise>;

Stream stream(std::uint64_t seed) {
  return Stream({.suite_seed = seed, .claim = "tanh", .point = "", .trial = 0});
}

/// Every way through the exponential: tiny, one k after the other, the last digit before 1, and 1.
constexpr double scales[] = {1e-310, 1e-300, 1e-12, 1e-4, 0.1, 0.4, 1.0, 5.0, 18.0, 25.0};

/// Where tanh is subnormal the last bit is no longer relative.
constexpr double last_bit = std::numeric_limits<double>::denorm_min();

TEST(HyperbolicTangent, KeepsItsErrorAtEveryScale) {
  Stream random = stream(13);
  for (const double scale : scales) {
    for (int k = 0; k < 300; ++k) {
      const double z = scale * random.uniform(-1, 1);
      const Precise exact = boost::multiprecision::tanh(Precise(z));
      const auto error = static_cast<double>(abs(Precise(hyperbolic_tangent(z)) - exact));
      const double size = static_cast<double>(abs(exact));
      EXPECT_LE(error, hyperbolic_tangent_error * size + last_bit) << z;
    }
  }
}

TEST(HyperbolicTangent, KeepsItsErrorAtAMillionPoints) {
  Stream random = stream(15);
  double worst = 0;
  for (int k = 0; k < 1'000'000; ++k) {
    const double z = random.uniform(-20, 20) * (k % 2 == 0 ? 1 : 0.05);
    using std::tanh;
    const Wider exact = tanh(Wider(z));
    const auto error = static_cast<double>((Wider(hyperbolic_tangent(z)) - exact) / exact);
    worst = std::max(worst, std::abs(error));
  }
  EXPECT_LE(worst, hyperbolic_tangent_error);
  EXPECT_GE(worst, std::numeric_limits<double>::epsilon() / 2) << "no rounding is this good";
}

TEST(HyperbolicTangent, KeepsSignsInfinitiesAndNoNumbers) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  EXPECT_EQ(hyperbolic_tangent(infinity), 1);
  EXPECT_EQ(hyperbolic_tangent(-infinity), -1);
  for (const double huge : {20.5, 1e3, 1e300, std::numeric_limits<double>::max()}) {
    EXPECT_EQ(hyperbolic_tangent(huge), 1);
    EXPECT_EQ(hyperbolic_tangent(-huge), -1);
  }
  EXPECT_EQ(hyperbolic_tangent(0), 0);
  EXPECT_FALSE(std::signbit(hyperbolic_tangent(0.0)));
  EXPECT_TRUE(std::signbit(hyperbolic_tangent(-0.0)));
  EXPECT_TRUE(std::isnan(hyperbolic_tangent(NAN)));
  EXPECT_TRUE(std::isnan(hyperbolic_tangent(-NAN)));
  for (const double tiny : {last_bit, 3 * last_bit, std::numeric_limits<double>::min()}) {
    EXPECT_EQ(hyperbolic_tangent(tiny), tiny);
    EXPECT_EQ(hyperbolic_tangent(-tiny), -tiny);
  }
}

TEST(HyperbolicTangent, HasTheSameBitsInEveryBuild) {
  // The bits of 10 000 values, folded: a contraction or a reordering by the compiler changes it.
  Stream random = stream(16);
  std::uint64_t folded = 0;
  for (int k = 0; k < 10'000; ++k) {
    const double value = hyperbolic_tangent(scales[k % std::size(scales)] * random.uniform(-1, 1));
    folded = std::rotl(folded, 1) ^ std::bit_cast<std::uint64_t>(value);
  }
  EXPECT_EQ(folded, 16271289968654418522U);
}

TEST(HyperbolicTangent, OfAMatrixHasTheSameBitsWhereverAnEntryStands) {
  Stream random = stream(14);
  for (const Eigen::Index size : {1, 2, 3, 4, 5, 7, 64, 65}) {
    Eigen::MatrixXd z(size, 3);
    random.fill_normal({z.data(), static_cast<std::size_t>(z.size())});
    z(0) = NAN;
    const Eigen::MatrixXd values = derivative(Activation::tanh, 0, z);
    Eigen::MatrixXd slopes = Eigen::MatrixXd::Ones(size, 3);
    multiply_by_slopes(Activation::tanh, z, values, 1, slopes);
    EXPECT_TRUE(std::isnan(values(0)) && std::isnan(slopes(0)));
    for (Eigen::Index i = 1; i < z.size(); ++i) {
      EXPECT_EQ(values(i), hyperbolic_tangent(z(i))) << i << " of " << z.size();
      EXPECT_EQ(slopes(i), jet(Activation::tanh, z(i)).first) << i << " of " << z.size();
    }
  }
}

}  // namespace
}  // namespace asymptest::learning::hyperbolic_tangent_test
