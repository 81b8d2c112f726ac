#include "learning/curvature/loss_hessian.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <stdexcept>

#include "learning/curvature/output_hessian.hpp"
#include "learning/networks/gradient.hpp"

namespace asymptest::learning::loss_hessian_test {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;
using testing::HasSubstr;
using testing::ThrowsMessage;

/// Two ways to sum the same few dozen numbers of order one to ten.
constexpr double rounding = 1024 * std::numeric_limits<double>::epsilon();

Stream stream() { return Stream({.suite_seed = 8, .claim = "loss", .point = "", .trial = 0}); }

MatrixXd normal_matrix(Index rows, Index columns, const char* name) {
  MatrixXd result(rows, columns);
  stream().substream(name).fill_normal({result.data(), static_cast<std::size_t>(result.size())});
  return result;
}

/// JᵀJ·v + Σ_i r_i·∇²f_i·v, sample by sample with the Jacobian written out.
VectorXd sample_by_sample(const Network& network, const MatrixXd& inputs, const VectorXd& labels,
                          const VectorXd& direction) {
  const MatrixXd rows = jacobian(network, inputs);
  const VectorXd residual = outputs(network, inputs) - labels;
  VectorXd product = rows.transpose() * (rows * direction);
  auto shaped = network.weights;
  unflatten(direction, shaped);
  for (Index i = 0; i < inputs.cols(); ++i) {
    const VectorXd input = inputs.col(i);
    product += residual[i] * flatten(OutputHessian(network, input).multiply(shaped));
  }
  return product;
}

TEST(LossHessian, IsTheSumOverTheSamples) {
  const MatrixXd inputs = normal_matrix(3, 7, "inputs");
  const VectorXd labels = normal_matrix(7, 1, "labels");
  for (const Architecture& architecture :
       {Architecture{.widths = {3}}, Architecture{.widths = {3, 6}},
        Architecture{.widths = {3, 6, 5}, .parametrisation = Parametrisation::standard},
        Architecture{
            .widths = {3, 5, 4, 6}, .activation = Activation::softplus, .output = Activation::tanh},
        Architecture{.widths = {3, 4, 4}, .activation = Activation::erf}}) {
    const Network network = initialise(architecture, stream());
    const VectorXd direction = normal_matrix(network.parameters(), 1, "direction");
    const VectorXd expected = sample_by_sample(network, inputs, labels, direction);
    VectorXd found;
    LossHessian hessian(network, inputs, labels);
    hessian.multiply(direction, found);
    EXPECT_LT((found - expected).norm(), rounding * expected.norm());
    hessian.multiply(2 * direction, found);  // nothing of the first product is left behind
    EXPECT_LT((found - 2 * expected).norm(), rounding * expected.norm());
  }
}

TEST(LossHessian, NamesWhatDoesNotFit) {
  const Network network = initialise({.widths = {3, 4}}, stream());
  const MatrixXd inputs = MatrixXd::Ones(3, 2);
  EXPECT_THAT(
      [&] { LossHessian(network, inputs, VectorXd::Ones(5)); },
      ThrowsMessage<std::invalid_argument>(HasSubstr("5 labels, expected one for each of 2")));
  EXPECT_THAT([&] { LossHessian(network, inputs, VectorXd::Constant(2, NAN)); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("labels has the entry nan")));
  EXPECT_THAT([&] { LossHessian(network, MatrixXd::Ones(4, 2), VectorXd::Ones(2)); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("inputs are 4 x 2")));
  VectorXd product;
  EXPECT_THAT(
      [&] { LossHessian(network, inputs, VectorXd::Ones(2)).multiply(VectorXd::Ones(9), product); },
      ThrowsMessage<std::invalid_argument>(HasSubstr("9 entries, expected 16")));
}

}  // namespace
}  // namespace asymptest::learning::loss_hessian_test
