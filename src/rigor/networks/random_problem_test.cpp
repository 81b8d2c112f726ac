#include "rigor/networks/random_problem.hpp"

#include <gtest/gtest.h>

#include <random>
#include <stdexcept>

namespace asymptest::rigor::random_problem_test {
namespace {

TEST(RandomProblem, InputsLieOnTheSphereAndLabelsAreSigns) {
  std::mt19937_64 bits(1);
  std::normal_distribution<double> normal;
  const ShallowProblem problem =
      random_problem({.samples = 7, .dimension = 5, .width = 100}, [&] { return normal(bits); });
  EXPECT_NO_THROW(validate(problem));
  // A norm of five rounded squares, rooted and divided.
  constexpr double rounding = 8 * 0x1p-53;
  EXPECT_LE((problem.inputs.rowwise().norm().array() - 1).abs().maxCoeff(), rounding);
  EXPECT_TRUE((problem.labels.cwiseAbs().array() == 1).all());
  EXPECT_TRUE((problem.output.cwiseAbs().array() == 1).all());
  EXPECT_LT(problem.output.minCoeff(), problem.output.maxCoeff());
}

TEST(RandomProblem, EmptySizesAreRefused) {
  EXPECT_THROW(random_problem({.samples = 0}, [] { return 1.0; }), std::invalid_argument);
}

}  // namespace
}  // namespace asymptest::rigor::random_problem_test
