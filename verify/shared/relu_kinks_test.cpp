#include "relu_kinks.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "asymptest/random/stream.hpp"

namespace asymptest::learning::optimisation::relu_kinks_test {
namespace {

using Eigen::Index;
using Eigen::VectorXd;

constexpr double rounding = 1e-14;

VectorXd drawn(Index size, std::uint64_t trial) {
  Stream random({1, "relu-kinks-test", "", trial});
  VectorXd z(size);
  random.fill_normal({z.data(), static_cast<std::size_t>(size)});
  return z;
}

VectorXd signs(Index size) {
  return VectorXd::NullaryExpr(size, [](Index i) { return i % 3 == 0 ? -1.0 : 1.0; });
}

/// Over every set of neurons, the value that `of` gives it; negative infinity if it can't be.
template <typename Of>
double best_of_all_sets(Index neurons, const Of& of) {
  double best = 0;
  for (unsigned set = 1; set < (1U << static_cast<unsigned>(neurons)); ++set) {
    best = std::max(best, of(set));
  }
  return best;
}

bool holds(unsigned set, Index i) { return ((set >> static_cast<unsigned>(i)) & 1U) != 0; }

TEST(ReluKernelChange, IsTheBestOfAllSetsThatTheRadiusAllows) {
  constexpr Index m = 9;
  for (std::uint64_t trial = 0; trial < 8; ++trial) {
    const VectorXd z = drawn(m, trial);
    for (const double radius : {0.1, 0.5, 1.0, 3.0}) {
      const double best = best_of_all_sets(m, [&](unsigned set) {
        double spent = 0, change = 0;
        for (Index i = 0; i < m; ++i) {
          if (!holds(set, i)) continue;
          spent += z[i] * z[i];
          change += z[i] > 0 ? -1.0 / m : 1.0 / m;
        }
        return spent <= radius * radius ? std::abs(change) : 0;
      });
      EXPECT_NEAR(relu_kernel_change(z, radius), best, rounding) << trial << ' ' << radius;
    }
  }
}

TEST(ReluLinearisationError, IsTheBestOfAllSetsThatMoveBeyondTheirKink) {
  constexpr Index m = 9;
  for (std::uint64_t trial = 0; trial < 8; ++trial) {
    const VectorXd z = drawn(m, trial), v = signs(m);
    for (const double radius : {0.1, 0.5, 1.0, 3.0}) {
      // A set of one sign moves as one, by Cauchy's inequality.
      const double best = best_of_all_sets(m, [&](unsigned set) {
        double spent = 0, sign = 0;
        const auto count = static_cast<double>(std::popcount(set));
        for (Index i = 0; i < m; ++i) {
          if (!holds(set, i)) continue;
          spent += std::abs(z[i]);
          sign += v[i];
        }
        if (std::abs(sign) < count) return -std::numeric_limits<double>::infinity();
        return (radius * std::sqrt(count) - spent) / std::sqrt(static_cast<double>(m));
      });
      EXPECT_NEAR(relu_linearisation_error(z, v, radius), best, rounding) << trial << ' ' << radius;
    }
  }
}

TEST(ReluLinearisationError, IsReachedByTheMoveThatItNames) {
  const VectorXd z{{0.1, -0.2, 2, -3}}, v{{1, 1, 1, -1}};
  // Both near neurons move by 1/√2, from 0.1 down and from −0.2 up.
  const double expected = (std::sqrt(2.0) - 0.3) / 2;
  EXPECT_NEAR(relu_linearisation_error(z, v, 1), expected, rounding);
  const double move = 1 / std::sqrt(2.0);
  const double change = (std::max(0.1 - move, 0.0) - 0.1 + move) + std::max(-0.2 + move, 0.0);
  EXPECT_NEAR(change / 2, expected, rounding);
}

TEST(ReluKinks, NameWhatIsWrong) {
  using testing::HasSubstr;
  using testing::ThrowsMessage;
  EXPECT_THAT([] { relu_kernel_change(VectorXd(), 1); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("a layer of 0 neurons")));
  EXPECT_THAT([] { relu_kernel_change(VectorXd::Ones(2), 0); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("radius is 0")));
  EXPECT_THAT([] { relu_linearisation_error(VectorXd::Ones(2), VectorXd::Ones(1), 1); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("1 output weights for 2 neurons")));
}

}  // namespace
}  // namespace asymptest::learning::optimisation::relu_kinks_test
