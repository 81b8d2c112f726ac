#include "learning/spectra/operator_norm.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

#include "asymptest/random/stream.hpp"

namespace asymptest::learning::operator_norm_test {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

using Eigen::Map;
using Eigen::VectorXd;

/// What the header promises, as a literal: a looser tolerance there must be seen here.
constexpr double lanczos_error = 1e-4;

VectorXd random_start(Eigen::Index size, std::uint64_t seed) {
  Stream random({.suite_seed = seed, .claim = "operator norm", .point = "", .trial = 0});
  VectorXd start(size);
  random.fill_normal({start.data(), static_cast<std::size_t>(size)});
  return start;
}

SymmetricMap diagonal(const VectorXd& entries) {
  return [entries](const double* in, double* out) {
    Map<VectorXd>(out, entries.size()) =
        entries.cwiseProduct(Map<const VectorXd>(in, entries.size()));
  };
}

TEST(OperatorNorm, FindsTheLargestMagnitudeWhateverItsSign) {
  for (const Eigen::Index size : {3, 40, 41, 500}) {  // dense and Lanczos, at their border
    VectorXd entries = VectorXd::LinSpaced(size, -3, 2.9);
    EXPECT_NEAR(symmetric_operator_norm(diagonal(entries), random_start(size, 1)), 3,
                lanczos_error);
    entries = -entries;
    EXPECT_NEAR(symmetric_operator_norm(diagonal(entries), random_start(size, 2)), 3,
                lanczos_error);
  }
}

TEST(OperatorNorm, ConvergesWhenBothEndsTie) {
  VectorXd entries = VectorXd::LinSpaced(300, -1, 1);
  EXPECT_NEAR(symmetric_operator_norm(diagonal(entries), random_start(300, 3)), 1, lanczos_error);
}

TEST(OperatorNorm, OfTheZeroMapIsZero) {
  EXPECT_EQ(symmetric_operator_norm(diagonal(VectorXd::Zero(30)), random_start(30, 4)), 0);
}

TEST(LeadingPairs, AreThoseOfLargestMagnitudeWithTheirVectors) {
  for (const Eigen::Index size : {10, 200}) {  // dense and Lanczos
    VectorXd entries = VectorXd::LinSpaced(size, -0.5, 0.5);
    entries[2] = -3, entries[5] = 2.5, entries[7] = -2;
    const LeadingPairs pairs = leading_pairs(diagonal(entries), random_start(size, 5), 3);
    const Eigen::Index places[] = {2, 5, 7};
    for (int k = 0; k < 3; ++k) {
      EXPECT_NEAR(pairs.values[k], entries[places[k]], 3 * lanczos_error) << size;
      EXPECT_NEAR(std::abs(pairs.vectors(places[k], k)), 1, lanczos_error) << size;
    }
  }
  const SymmetricMap map = diagonal(VectorXd::Ones(5));
  EXPECT_EQ(leading_pairs(map, random_start(5, 6), 8).values.size(), 5);
  EXPECT_THAT([&] { leading_pairs(map, random_start(5, 6), 0); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("count is 0, expected 1 to ")));
  EXPECT_THAT([&] { leading_pairs(map, random_start(5, 6), 9); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("count is 9, expected 1 to ")));
}

TEST(LeadingPairNear, IsTheFirstInFewProducts) {
  VectorXd entries = VectorXd::LinSpaced(400, -1, 1);
  entries[7] = -1.5;
  int products = 0;
  const SymmetricMap counted = [&, map = diagonal(entries)](const double* in, double* out) {
    ++products;
    map(in, out);
  };
  const VectorXd aside = 0.1 * random_start(400, 8).normalized();
  const LeadingPairs pair = leading_pair_near(counted, VectorXd::Unit(400, 7) + aside);
  EXPECT_NEAR(pair.values[0], -1.5, lanczos_error);
  EXPECT_NEAR(std::abs(pair.vectors(7, 0)), 1, lanczos_error);
  EXPECT_LT(products, 24) << "the basis of `leading_pairs`";
  // From another eigenvector it finds the way through what lies aside.
  EXPECT_NEAR(leading_pair_near(counted, VectorXd::Unit(400, 9) + aside).values[0], -1.5,
              lanczos_error);
  EXPECT_THAT([&] { leading_pair_near(counted, VectorXd::Zero(400)); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("start is zero")));
}

TEST(OperatorNorm, RefusesAStartWithoutDirection) {
  const SymmetricMap map = diagonal(VectorXd::Ones(5));
  EXPECT_THAT([&] { symmetric_operator_norm(map, VectorXd::Zero(5)); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("start is zero")));
  EXPECT_THAT([&] { symmetric_operator_norm(map, VectorXd()); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("is 0 x 1")));
  EXPECT_THAT([&] { symmetric_operator_norm(map, VectorXd::Constant(5, NAN)); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("has the entry nan at (0, 0)")));
}

}  // namespace
}  // namespace asymptest::learning::operator_norm_test
