#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <stdexcept>
#include <vector>

#include "asymptest/random/stream.hpp"
#include "learning/dimension/correlation_dimension.hpp"
#include "learning/dimension/local_directions.hpp"
#include "learning/dimension/maximum_likelihood.hpp"
#include "learning/dimension/two_nearest.hpp"

namespace asymptest::learning::dimension_estimators_test {
namespace {

/// Of sums of some thousand terms, each of order one.
constexpr double rounding = 1e-12;

using testing::HasSubstr;

constexpr std::array<int, 4> several_k{3, 5, 10, 20};

Stream stream() { return Stream({.suite_seed = 1, .claim = "dimension-estimators-test"}); }

/// Uniform on the unit sphere of dimension d, in R^(d + 1).
Eigen::MatrixXd sphere_points(Eigen::Index d, Eigen::Index count) {
  Stream random = stream();
  Eigen::MatrixXd points(d + 1, count);
  random.fill_normal({points.data(), static_cast<std::size_t>(points.size())});
  return points.colwise().normalized();
}

/// The product of d circles, in R^(2 d).
Eigen::MatrixXd torus_points(Eigen::Index d, Eigen::Index count) {
  Stream random = stream();
  Eigen::MatrixXd points(2 * d, count);
  for (Eigen::Index i = 0; i < count; ++i) {
    for (Eigen::Index axis = 0; axis < d; ++axis) {
      const double angle = random.uniform(0, 2 * std::numbers::pi);
      points(2 * axis, i) = std::cos(angle);
      points(2 * axis + 1, i) = std::sin(angle);
    }
  }
  return points;
}

/// The reciprocals of an estimate on all points alone, with their standard errors.
struct Reciprocals {
  Eigen::RowVectorXd values, errors;
};

Reciprocals of_all(const Eigen::MatrixXd& samples) {
  Reciprocals found{samples.row(0), Eigen::RowVectorXd(samples.cols())};
  for (Eigen::Index i = 0; i < samples.cols(); ++i) {
    found.errors(i) = half_sample_error(samples.col(i));
  }
  return found;
}

TEST(LikelihoodReciprocals, AreTheFormulaOnAllPointsAndOnAHalf) {
  const Eigen::MatrixXd points = sphere_points(4, 300);
  const HalfSamples halves(300);
  const Eigen::MatrixXd found =
      likelihood_reciprocals(nearest_others(points, list_length(20, 300)), halves, several_k);
  for (const int sample : {0, 5}) {
    const auto members = halves.members(sample);
    const Eigen::MatrixXd own = points(Eigen::all, members);
    const Eigen::MatrixXd t = nearest_others(own, 20).distances;
    for (Eigen::Index column = 0; column < 4; ++column) {
      const int k = several_k[static_cast<std::size_t>(column)];
      double sum = 0;
      for (Eigen::Index i = 0; i < t.cols(); ++i) {
        for (int j = 0; j < k - 1; ++j) sum += std::log(t(k - 1, i) / t(j, i)) / (k - 1);
      }
      EXPECT_NEAR(found(sample, column), sum / static_cast<double>(t.cols()), rounding);
    }
  }
}

TEST(LikelihoodReciprocals, HaveTheMeanOfTheClosedFormOnACircle) {
  // On a circle the chord is 2 sin(πu/2), u uniform: 1/d up to the curvature, (k/N)² small.
  const HalfSamples halves(4000);
  const auto lists = nearest_others(torus_points(1, 4000), list_length(20, 4000));
  const Reciprocals found = of_all(likelihood_reciprocals(lists, halves, several_k));
  for (Eigen::Index i = 0; i < 4; ++i) EXPECT_NEAR(found.values(i), 1, 4 * found.errors(i));
}

/// The mean over the sphere S^2 of log(T_k/T_j), averaged over j < k: a cap of chord r has the area
/// share r²/4, so that T_j² are order statistics of uniform variables whatever the curvature, and
/// the mean is (1/2)(1/(k−1)) Σ_j (H_(k−1) − H_(j−1)) = 1/2.
TEST(LikelihoodReciprocals, AreFreeOfBiasOnTheSphereOfDimensionTwo) {
  const HalfSamples halves(3000);
  const auto lists = nearest_others(sphere_points(2, 3000), list_length(20, 3000));
  const Reciprocals found = of_all(likelihood_reciprocals(lists, halves, several_k));
  for (Eigen::Index i = 0; i < 4; ++i) {
    EXPECT_NEAR(found.values(i), 0.5, 4 * found.errors(i));
    EXPECT_LT(found.errors(i), 0.02);
  }
}

TEST(TwoNearestReciprocal, IsExactOnTheQuantilesOfItsLaw) {
  std::vector<double> logs;
  for (int i = 1; i < 1000; ++i) logs.push_back(-std::log1p(-i / 1000.0) / 7);
  logs.push_back(50);  // among the tenth that is left out
  EXPECT_NEAR(two_nearest_reciprocal(logs), 1.0 / 7, rounding);
}

TEST(TwoNearestReciprocals, FindTheDimensionOfTheSphere) {
  const HalfSamples halves(3000);
  const auto lists = nearest_others(sphere_points(2, 3000), list_length(2, 3000));
  const Reciprocals found = of_all(two_nearest_reciprocals(lists, halves));
  EXPECT_NEAR(found.values(0), 0.5, 4 * found.errors(0));
}

TEST(CorrelationReciprocals, AreTheFormulaOnAllPointsAndOnAHalf) {
  const Eigen::MatrixXd points = sphere_points(3, 320);
  const HalfSamples halves(320);
  const Eigen::MatrixXd found = correlation_reciprocals(points, halves, several_k, 2);
  for (const int sample : {0, 5}) {
    const auto members = halves.members(sample);
    std::vector<double> distances;
    for (const Eigen::Index i : members) {
      for (const Eigen::Index j : members) {
        if (i < j) distances.push_back((points.col(i) - points.col(j)).norm());
      }
    }
    std::sort(distances.begin(), distances.end());
    const auto pairs = members.size() * 5 / 2;  // k = 5
    double sum = 0;
    for (std::size_t j = 0; j + 1 < pairs; ++j)
      sum += std::log(distances[pairs - 1] / distances[j]);
    EXPECT_NEAR(found(sample, 1), sum / static_cast<double>(pairs - 1), 1e-12) << sample;
  }
}

TEST(CorrelationReciprocals, FindTheDimensionOfTheSphere) {
  const HalfSamples halves(2000);
  const Reciprocals found =
      of_all(correlation_reciprocals(sphere_points(2, 2000), halves, several_k));
  for (Eigen::Index i = 0; i < 4; ++i) EXPECT_NEAR(found.values(i), 0.5, 4 * found.errors(i));
}

TEST(DirectionReciprocals, AreTheFormulaOnAllPoints) {
  const Eigen::MatrixXd points = sphere_points(3, 200);
  const auto lists = nearest_others(points, list_length(20, 200));
  const Eigen::MatrixXd found =
      direction_reciprocals(points, lists, HalfSamples(200), std::array{4});
  double sum = 0;
  for (Eigen::Index i = 0; i < 200; ++i) {
    for (Eigen::Index j = 0; j < 4; ++j) {
      for (Eigen::Index l = 0; l < j; ++l) {
        const Eigen::VectorXd u = points.col(lists.indices(j, i)) - points.col(i);
        const Eigen::VectorXd v = points.col(lists.indices(l, i)) - points.col(i);
        sum += std::pow(u.dot(v), 2) / (u.squaredNorm() * v.squaredNorm());
      }
    }
  }
  EXPECT_NEAR(found(0, 0), sum / (200 * 6), rounding);
}

TEST(DirectionReciprocals, SeeThroughToTheTangentSpace) {
  // A square within R^40: E cos² = (1 + |E e^(2iθ)|²)/2 = 1/2 for neighbours all round and, since
  // the angles of half a disc have E e^(2iθ) = 0 as well, at the square's sides too.
  Stream random = stream();
  Eigen::MatrixXd points = Eigen::MatrixXd::Zero(40, 3000);
  for (Eigen::Index i = 0; i < points.cols(); ++i) {
    for (Eigen::Index axis = 0; axis < 2; ++axis) points(axis, i) = random.uniform();
  }
  const auto lists = nearest_others(points, list_length(5, 3000));
  const Reciprocals found =
      of_all(direction_reciprocals(points, lists, HalfSamples(3000), std::array{5}));
  EXPECT_NEAR(found.values(0), 1.0 / 2, 4 * found.errors(0));
}

TEST(DimensionEstimators, KnowTheDimensionOfATorusUpToItsCurvature) {
  // Chords are shorter than arcs by a relative θ²/24, and a ball of five of 3000 points has a
  // radius of θ ≈ 2π(5/3000)^(1/3)·0.6 = 0.45: 1 %, of 1/3.
  constexpr double curvature = 0.01 / 3;
  const HalfSamples halves(3000);
  const Eigen::MatrixXd points = torus_points(3, 3000);
  const auto lists = nearest_others(points, list_length(5, 3000));
  for (const Reciprocals& found :
       {of_all(likelihood_reciprocals(lists, halves, std::array{5})),
        of_all(two_nearest_reciprocals(lists, halves)),
        of_all(correlation_reciprocals(points, halves, std::array{5})),
        of_all(direction_reciprocals(points, lists, halves, std::array{5}))}) {
    EXPECT_NEAR(found.values(0), 1.0 / 3, 4 * found.errors(0) + curvature);
  }
}

TEST(DimensionEstimators, RefuseListsThatAreTooShort) {
  const auto lists = nearest_others(sphere_points(2, 100), 10);
  const HalfSamples halves(100);
  const auto refused = [](auto message) {
    return testing::ThrowsMessage<std::invalid_argument>(HasSubstr(message));
  };
  EXPECT_THAT([&] { likelihood_reciprocals(lists, halves, several_k); },
              refused("the lists hold 10 neighbours of 100 points, expected 86"));
  EXPECT_THAT([&] { likelihood_reciprocals(lists, halves, std::array{1}); },
              refused("k = 1, expec"));
  EXPECT_THAT([&] { likelihood_reciprocals(lists, halves, std::array{3, 3}); }, refused("k = 3"));
  EXPECT_THAT([&] { two_nearest_reciprocals(lists, halves); }, refused("expected 24 of 100"));
}

}  // namespace
}  // namespace asymptest::learning::dimension_estimators_test
