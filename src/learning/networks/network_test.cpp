#include "learning/networks/network.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

namespace asymptest::learning::network_test {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

Stream stream() { return Stream({.suite_seed = 1, .claim = "network", .point = "", .trial = 0}); }

TEST(Architecture, ScalesEachLayerAsItsParametrisationSays) {
  Architecture architecture{.widths = {4, 16, 64}};
  const auto scales = [&](Parametrisation parametrisation) {
    architecture.parametrisation = parametrisation;
    return std::vector{architecture.scale(0), architecture.scale(1), architecture.scale(2)};
  };
  EXPECT_EQ(scales(Parametrisation::ntk), (std::vector{1.0 / 2, 1.0 / 4, 1.0 / 8}));
  EXPECT_EQ(scales(Parametrisation::standard), (std::vector{1.0, 1.0, 1.0}));
  EXPECT_EQ(scales(Parametrisation::mean_field), (std::vector{1.0 / 2, 1.0 / 16, 1.0 / 64}));
  EXPECT_EQ(scales(Parametrisation::outer_only), (std::vector{1.0, 1.0, 1.0 / 8}));
}

TEST(Network, HasTheShapesOfItsArchitecture) {
  const Network network = initialise(uniform_architecture(3, 7, 2), stream());
  ASSERT_EQ(network.weights.size(), 3U);
  EXPECT_EQ(network.weights[0].rows(), 7);
  EXPECT_EQ(network.weights[0].cols(), 3);
  EXPECT_EQ(network.weights[2].rows(), 1);
  EXPECT_EQ(network.parameters(), 7 * 3 + 7 * 7 + 7);
}

TEST(Network, StandardWeightsAreNtkWeightsTimesTheScale) {
  Architecture architecture = uniform_architecture(3, 9, 1);
  const Network ntk = initialise(architecture, stream());
  architecture.parametrisation = Parametrisation::standard;
  const Network standard = initialise(architecture, stream());
  EXPECT_TRUE(standard.weights[1].isApprox(ntk.weights[1] / 3));
  EXPECT_TRUE(standard.weights[0].isApprox(ntk.weights[0] / std::sqrt(3)));
}

TEST(Network, SignOutputsAreOfSizeOneAndBothOccur) {
  Architecture architecture = uniform_architecture(2, 100, 1);
  architecture.output_weights = OutputWeights::signs;
  const Network network = initialise(architecture, stream());
  EXPECT_EQ(network.weights[1].cwiseAbs().minCoeff(), 1);
  EXPECT_EQ(network.weights[1].cwiseAbs().maxCoeff(), 1);
  EXPECT_LT(std::abs(network.weights[1].sum()), 100);
}

TEST(Network, EntriesHaveUnitVarianceAndLayersAreIndependent) {
  const Network network = initialise(uniform_architecture(200, 200, 2), stream());
  const double entries = 200 * 200;
  // Five standard errors of a mean square and of a mean product of standard normals.
  EXPECT_NEAR(network.weights[1].squaredNorm() / entries, 1, 5 * std::sqrt(2 / entries));
  EXPECT_NEAR(network.weights[0].cwiseProduct(network.weights[1]).sum() / entries, 0,
              5 / std::sqrt(entries));
}

TEST(Network, BadShapesAreNamed) {
  EXPECT_THAT(
      [] {
        initialise(Architecture{.widths = {3, 0}}, stream());
      },
      ThrowsMessage<std::invalid_argument>(HasSubstr("width of layer 1 is 0")));
  EXPECT_THAT([&] { initialise(Architecture{}, stream()); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("widths of the network are empty")));
  Network network = initialise(uniform_architecture(3, 5, 1), stream());
  EXPECT_THAT([&] { require_consistent(network, Eigen::MatrixXd::Ones(2, 4)); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("inputs are 2 x 4")));
  EXPECT_THAT([&] { require_consistent(network, Eigen::MatrixXd(3, 0)); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("matrix of inputs is 3 x 0")));
  network.weights[0] = Eigen::MatrixXd::Ones(5, 4);
  EXPECT_THAT([&] { require_consistent(network, Eigen::MatrixXd::Ones(3, 4)); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("weights of layer 0 are 5 x 4")));
}

}  // namespace
}  // namespace asymptest::learning::network_test
