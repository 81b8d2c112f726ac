#include "learning/suprema/ascended_suprema.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

#include "learning/curvature/output_hessian.hpp"
#include "learning/curvature/shallow_hessian.hpp"
#include "learning/kernels/tangent_kernel.hpp"
#include "learning/spectra/symmetric_eigenvalues.hpp"
#include "learning/suprema/ball_search.hpp"
#include "learning/suprema/output_hessian_bound.hpp"
#include "learning/suprema/shallow_kernel_change.hpp"
#include "learning/suprema/shallow_linearisation.hpp"

namespace asymptest::learning::ascended_suprema_test {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

using Eigen::MatrixXd;
using Eigen::VectorXd;

/// Rounding, and what Lanczos' residual leaves of an eigenvalue.
constexpr double above_exact = 1e-6;

Stream ascent_stream(std::uint64_t trial) {
  return Stream({.suite_seed = 12, .claim = "ascent", .point = "", .trial = trial});
}

VectorXd ascent_input() { return VectorXd{{1.3, -0.6}}; }

Network ascent_network(int depth, Eigen::Index width, std::uint64_t trial) {
  return initialise(uniform_architecture(2, width, depth), ascent_stream(trial));
}

/// The ascent stops where a step gains less than 0.1 %, at the better of two local maxima.
constexpr double stops_short = 0.05;

TEST(AscendedHessianNorm, OfOneHiddenLayerComesNearTheExactSupremum) {
  // |σ''| has two humps on either side of zero, and each neuron a local maximum at both.
  constexpr double local_maximum = 0.15;
  for (std::uint64_t trial = 0; trial < 8; ++trial) {
    const Network network = ascent_network(1, 40, trial);
    for (const double radius : {0.3, 1.0}) {
      const double exact = shallow_hessian_supremum(network, ascent_input(), radius);
      const double found =
          ascended_hessian_norm(network, ascent_input(), radius, ascent_stream(trial));
      EXPECT_LE(found, exact * (1 + above_exact)) << trial << " R=" << radius;
      EXPECT_GE(found, exact * (1 - local_maximum)) << trial << " R=" << radius;
    }
  }
}

TEST(AscendedHessianNorm, OfDeeperNetworksBeatsARandomSearchAndStaysBelowTheBound) {
  for (const int depth : {2, 3}) {
    const Network network = ascent_network(depth, 4, 1);
    const auto norm = [](const Network& moved) {
      return output_hessian_norm(moved, ascent_input(), ascent_stream(1));
    };
    const double searched = ball_search(network, 0.5, norm, ascent_stream(2), 2);
    const double found = ascended_hessian_norm(network, ascent_input(), 0.5, ascent_stream(3));
    EXPECT_GE(found, searched * (1 - stops_short)) << depth;
    EXPECT_LE(found, output_hessian_bound(network, ascent_input(), 0.5)) << depth;
  }
}

TEST(AscendedKernelChange, OfOneInputAndOneHiddenLayerReachesTheExactSupremum) {
  for (std::uint64_t trial = 0; trial < 8; ++trial) {
    const Network network = ascent_network(1, 40, trial);
    for (const double radius : {0.3, 1.0}) {
      const double exact = shallow_kernel_change(network, ascent_input(), radius).upper;
      const double found = ascended_kernel_change(network, ascent_input(), radius);
      EXPECT_LE(found, exact * (1 + above_exact)) << trial << " R=" << radius;
      EXPECT_GE(found, exact * (1 - stops_short)) << trial << " R=" << radius;
    }
  }
}

/// One neuron, in the middle of tanh for a long input and near its end for two others: where the
/// kernel of the first falls farthest, farther than the output weight lets it rise, that of one of
/// the others rises.
TEST(AscendedKernelChange, CountsAFallBesideALesserRise) {
  const Network network{uniform_architecture(2, 1, 1), {MatrixXd{{0.02, 4}}, MatrixXd{{1}}}};
  const MatrixXd inputs{{5, -1.6, 1.6}, {0, 0.4, 0.4}};
  constexpr double radius = 0.3;
  const double of_the_first = shallow_kernel_change(network, inputs.col(0), radius).upper;
  EXPECT_GE(ascended_kernel_change(network, inputs, radius), of_the_first * (1 - stops_short));
}

TEST(AscendedKernelChange, OfSeveralInputsBeatsARandomSearch) {
  const MatrixXd inputs{{1.3, -0.6, 0.2}, {0.4, 1.1, -0.9}};
  for (const int depth : {1, 2}) {
    const Network network = ascent_network(depth, 4, 5);
    const MatrixXd start = tangent_kernel(network, inputs);
    const auto change = [&](const Network& moved) {
      return symmetric_eigenvalues(tangent_kernel(moved, inputs) - start).cwiseAbs().maxCoeff();
    };
    const double searched = ball_search(network, 0.5, change, ascent_stream(6), 4);
    EXPECT_GE(ascended_kernel_change(network, inputs, 0.5), searched * (1 - stops_short)) << depth;
  }
}

TEST(DescendedSmallestEigenvalue, BeatsARandomSearchUnderAnyOutput) {
  const MatrixXd inputs{{1.3, -0.6}, {0.4, 1.1}};
  for (const Activation output : {Activation::identity, Activation::softplus}) {
    Network network = ascent_network(1, 6, 7);
    network.architecture.output = output;
    const double first = symmetric_eigenvalues(tangent_kernel(network, inputs))[0];
    const auto fall = [&](const Network& moved) {
      return first - symmetric_eigenvalues(tangent_kernel(moved, inputs))[0];
    };
    for (const double radius : {0.05, 0.3}) {
      const double searched = ball_search(network, radius, fall, ascent_stream(8), 4);
      const double found = first - descended_smallest_eigenvalue(network, inputs, radius);
      EXPECT_GE(found, searched * (1 - stops_short)) << radius;
      EXPECT_LE(found, first) << radius;  // no eigenvalue of a kernel is negative
    }
  }
}

TEST(AscendedLinearisationError, OfOneHiddenLayerReachesTheExactSupremum) {
  for (std::uint64_t trial = 0; trial < 8; ++trial) {
    const Network network = ascent_network(1, 40, trial);
    const double exact = shallow_linearisation_error(network, ascent_input(), 0.5).upper;
    const double found =
        ascended_linearisation_error(network, ascent_input(), 0.5, ascent_stream(trial));
    EXPECT_LE(found, exact * (1 + above_exact)) << trial;
    EXPECT_GE(found, exact * (1 - stops_short)) << trial;
  }
}

TEST(AscendedLinearisationError, OfDeeperNetworksStaysBelowTheHessiansBound) {
  for (const int depth : {2, 3}) {
    const Network network = ascent_network(depth, 30, 7);
    const double bound = output_hessian_bound(network, ascent_input(), 0.5) / 8;
    EXPECT_LE(ascended_linearisation_error(network, ascent_input(), 0.5, ascent_stream(8)), bound);
  }
}

TEST(AscendedSuprema, RefuseARadiusThatIsNotPositive) {
  const Network network = ascent_network(1, 3, 9);
  EXPECT_THAT([&] { ascended_hessian_norm(network, ascent_input(), 0, ascent_stream(0)); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("radius is 0,")));
  EXPECT_THAT([&] { ascended_kernel_change(network, ascent_input(), -1); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("radius is -1,")));
  EXPECT_THAT([&] { ascended_linearisation_error(network, ascent_input(), NAN, ascent_stream(0)); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("radius is nan")));
}

}  // namespace
}  // namespace asymptest::learning::ascended_suprema_test
