#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

#include "learning/curvature/loss_hessian.hpp"
#include "learning/curvature/output_hessian.hpp"
#include "learning/curvature/shallow_hessian.hpp"
#include "learning/kernels/tangent_kernel.hpp"
#include "learning/networks/gradient.hpp"
#include "learning/training/least_squares.hpp"

/// What no instrument measures, and how each of them says so: the argument with its value.
namespace asymptest::learning::bad_input_test {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;
using testing::HasSubstr;
using testing::ThrowsMessage;

auto refuses(const std::string& message) {
  return ThrowsMessage<std::invalid_argument>(HasSubstr(message));
}

Stream stream() { return Stream({.suite_seed = 9, .claim = "bad", .point = "", .trial = 0}); }

Network network() { return initialise({.widths = {3, 4}}, stream()); }

TEST(BadInput, NoSampleAtAll) {
  const MatrixXd none(3, 0);
  const std::string message = "matrix of inputs is 3 x 0";
  EXPECT_THAT([&] { tangent_kernel(network(), none); }, refuses(message));
  EXPECT_THAT([&] { outputs(network(), none); }, refuses(message));
  EXPECT_THAT([&] { jacobian(network(), none); }, refuses(message));
  EXPECT_THAT([&] { weighted_gradient(network(), none, VectorXd()); }, refuses(message));
  EXPECT_THAT([&] { network_fit({.widths = {3, 4}}, none, VectorXd()); }, refuses(message));
}

TEST(BadInput, SamplesOfAnotherDimension) {
  const MatrixXd other = MatrixXd::Ones(2, 1);
  const std::string message = "inputs are 2 x 1, expected 3 rows";
  EXPECT_THAT([&] { tangent_kernel(network(), other); }, refuses(message));
  EXPECT_THAT([&] { jacobian(network(), other); }, refuses(message));
  EXPECT_THAT([&] { shallow_hessian_norm(network(), other); }, refuses(message));
  EXPECT_THAT([&] { shallow_hessian_supremum(network(), other, 1); }, refuses(message));
  EXPECT_THAT([&] { output_hessian_norm(network(), other, stream()); }, refuses(message));
  EXPECT_THAT([&] { network_fit({.widths = {3, 4}}, other, VectorXd::Ones(1)); }, refuses(message));
}

TEST(BadInput, SamplesThatAreNotFinite) {
  MatrixXd inputs = MatrixXd::Ones(3, 2);
  inputs(1, 1) = -INFINITY;
  const std::string message = "matrix of inputs has the entry -inf at (1, 1)";
  EXPECT_THAT([&] { tangent_kernel(network(), inputs); }, refuses(message));
  EXPECT_THAT(
      [&] {
        network_fit({.widths = {3, 4}}, inputs, VectorXd::Ones(2));
      },
      refuses(message));
  EXPECT_THAT([&] { linear_fit(inputs, VectorXd::Ones(3)); },
              refuses("design matrix has the entry"));
}

TEST(BadInput, NetworksWithoutNeurons) {
  EXPECT_THAT([] { initialise(uniform_architecture(3, 0, 2), stream()); },
              refuses("width of layer 1 is 0"));
  EXPECT_THAT([] { initialise(uniform_architecture(0, 5, 2), stream()); },
              refuses("width of layer 0 is 0"));
  EXPECT_THAT([] { uniform_architecture(3, 5, -1); }, refuses("depth of the network is -1"));
  EXPECT_THAT(
      [] {
        network_fit({.widths = {3, 0}}, MatrixXd::Ones(3, 1), VectorXd::Ones(1));
      },
      refuses("width of layer 1 is 0"));
}

TEST(BadInput, DirectionsOfAnotherShape) {
  const Network centre = network();
  const OutputHessian hessian(centre, VectorXd::Ones(3));
  EXPECT_THAT([&] { (void)hessian.multiply({MatrixXd::Ones(4, 3)}); },
              refuses("direction of OutputHessian::multiply has 1 layers, expected 2"));
  EXPECT_THAT(
      [&] {
        (void)hessian.multiply({MatrixXd::Ones(4, 3), MatrixXd::Ones(4, 1)});
      },
      refuses("is 4 x 1 in layer 1, expected 1 x 4"));
  EXPECT_THAT(
      [] { linear_fit(MatrixXd::Ones(2, 3), VectorXd::Ones(2)).residual(VectorXd::Ones(2)); },
      refuses("2 weights, expected one for each of 3 columns"));
}

}  // namespace
}  // namespace asymptest::learning::bad_input_test
