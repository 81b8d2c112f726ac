#include "learning/interpolation/lattice_interpolation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>

namespace asymptest::learning::lattice_interpolation_test {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

/// A fixed seed; the chance that a right instrument fails was 6e-7 a comparison.
constexpr double standard_errors = 5;
/// Sums of some ten terms of order one.
constexpr double rounding = 16 * std::numeric_limits<double>::epsilon();

Stream stream() { return Stream({.suite_seed = 1, .claim = "lattice"}); }

struct Mean {
  double value, standard_error;
};

template <class Draw>
Mean mean_of(int draws, Draw draw) {
  double sum = 0, squares = 0;
  for (int i = 0; i < draws; ++i) {
    const double value = draw();
    sum += value;
    squares += value * value;
  }
  const double mean = sum / draws;
  return {mean, std::sqrt((squares / draws - mean * mean) / (draws - 1))};
}

TEST(LatticeNoise, StepsToTheHashOfTheNextVertex) {
  Stream random = stream();
  const LatticeNoise noise(random);
  std::vector<std::int64_t> vertex{3, 0, 1 << 20, -7};
  std::uint64_t stepped = noise.hash(vertex);
  for (const std::size_t axis : {2U, 0U, 3U, 0U}) {
    stepped += noise.step(axis, vertex[axis]);
    ++vertex[axis];
    EXPECT_EQ(stepped, noise.hash(vertex));
  }
}

TEST(LatticeNoise, TellsApartVerticesWithTheSameCoordinatesInAnotherOrder) {
  Stream random = stream();
  const LatticeNoise noise(random);
  EXPECT_NE(noise.at({1, 2, 3}), noise.at({2, 1, 3}));
  EXPECT_EQ(noise.at({1, 2, 3}), noise.at({1, 2, 3}));
}

TEST(LatticeNoise, IsStandardNormalAndUncorrelatedBetweenNeighbours) {
  Stream random = stream();
  const LatticeNoise noise(random);
  std::int64_t place = 0;
  const Mean first = mean_of(40000, [&] { return noise.at({++place, 5}); });
  EXPECT_NEAR(first.value, 0, standard_errors * first.standard_error);
  const Mean second = mean_of(40000, [&] { return std::pow(noise.at({++place, 5}), 2); });
  EXPECT_NEAR(second.value, 1, standard_errors * second.standard_error);
  const Mean fourth = mean_of(40000, [&] { return std::pow(noise.at({++place, 5}), 4); });
  EXPECT_NEAR(fourth.value, 3, standard_errors * fourth.standard_error);
  const Mean product = mean_of(40000, [&] {
    ++place;
    return noise.at({place, 5}) * noise.at({place + 1, 5});
  });
  EXPECT_NEAR(product.value, 0, standard_errors * product.standard_error);
}

TEST(LatticeNoise, HasQuartilesAtOneUnderCauchysLaw) {
  Stream random = stream();
  const LatticeNoise noise(random, LatticeNoise::Law::cauchy);
  std::int64_t place = 0;
  const Mean inside = mean_of(40000, [&] { return std::abs(noise.at({++place})) < 1 ? 1.0 : 0.0; });
  EXPECT_NEAR(inside.value, 0.5, standard_errors * inside.standard_error);
}

TEST(SimplicialNoise, IsTheLabelAtAVertex) {
  Stream random = stream();
  const LatticeNoise noise(random);
  EXPECT_DOUBLE_EQ(simplicial_noise({{4, 2, 9}, {0, 0, 0}}, noise), noise.at({4, 2, 9}));
  EXPECT_DOUBLE_EQ(simplicial_noise({{4, 2, 9}, {1, 0, 1}}, noise), noise.at({5, 2, 10}));
}

TEST(SimplicialNoise, IsTheSameFromBothSidesOfAFacet) {
  Stream random = stream();
  const LatticeNoise noise(random);
  for (int i = 0; i < 100; ++i) {
    LatticePoint left = uniform_lattice_point(6, random);
    const std::size_t axis = random.below(6);
    LatticePoint right = left;
    left.offset[axis] = 1;
    right.offset[axis] = 0;
    ++right.cell[axis];
    EXPECT_NEAR(simplicial_noise(left, noise), simplicial_noise(right, noise), rounding);
  }
}

TEST(SimplicialNoise, HasTheSumOfSquaredWeightsAsItsVarianceGivenThePoint) {
  Stream random = stream();
  const LatticePoint at = uniform_lattice_point(5, random);
  const Mean square =
      mean_of(40000, [&] { return std::pow(simplicial_noise(at, LatticeNoise(random)), 2); });
  EXPECT_NEAR(square.value, simplicial_noise_variance(at.offset),
              standard_errors * square.standard_error);
}

TEST(NearestVertexNoise, IsTheLabelOfTheNearestCorner) {
  Stream random = stream();
  const LatticeNoise noise(random);
  EXPECT_EQ(nearest_vertex_noise({{4, 2, 9}, {0.75, 0.25, 0.5625}}, noise), noise.at({5, 2, 10}));
}

TEST(SimplicialNoiseVariance, IsClosedFormOnTheLine) {
  EXPECT_DOUBLE_EQ(simplicial_noise_variance({0.25}), 0.0625 + 0.5625);
  EXPECT_DOUBLE_EQ(simplicial_noise_variance({0.5, 0.5}), 0.5);
  EXPECT_DOUBLE_EQ(simplicial_noise_variance({0, 1, 0}), 1);
}

/// Dirichlet weights the other way about: d + 1 exponentials over their sum.
double dirichlet_sum_of_squares(int dimension, Stream& random) {
  double sum = 0, squares = 0;
  for (int k = 0; k <= dimension; ++k) {
    const double exponential = -std::log(random.uniform());
    sum += exponential;
    squares += exponential * exponential;
  }
  return squares / (sum * sum);
}

TEST(SimplicialNoiseVariance, AveragesToTwoOverDimensionPlusTwoAsDirichletWeightsDo) {
  Stream random = stream();
  for (const int dimension : {1, 2, 7, 64}) {
    const double law = 2.0 / (dimension + 2);
    const Mean kuhn =
        mean_of(20000, [&] { return mean_simplicial_noise_variance(dimension, 1, random); });
    const Mean dirichlet =
        mean_of(20000, [&] { return dirichlet_sum_of_squares(dimension, random); });
    EXPECT_NEAR(kuhn.value, law, standard_errors * kuhn.standard_error);
    EXPECT_NEAR(dirichlet.value, law, standard_errors * dirichlet.standard_error);
  }
}

TEST(SimplicialCurvatureBias, IsTheSumOfTheChordsHeights) {
  const std::vector<double> offset{0.25, 0.5, 0.875, 0.125};
  double chords = 0;
  for (const double x : offset) chords += 0.5 * x * (1 - x);
  EXPECT_DOUBLE_EQ(simplicial_curvature_bias(offset), chords);
  EXPECT_DOUBLE_EQ(simplicial_curvature_bias({1, 0, 1}), 0);
}

TEST(LatticePoint, RefusesADimensionBelowOne) {
  Stream random = stream();
  EXPECT_THAT([&] { uniform_lattice_point(0, random); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("dimension is 0")));
  EXPECT_THAT([&] { mean_simplicial_noise_variance(0, 5, random); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("dimension 0")));
  EXPECT_THAT([&] { mean_simplicial_noise_variance(3, 0, random); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("points 0")));
}

}  // namespace
}  // namespace asymptest::learning::lattice_interpolation_test
