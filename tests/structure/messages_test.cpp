#include "messages.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "learning/curvature/shallow_hessian.hpp"
#include "learning/data/label_noise.hpp"
#include "learning/data/threshold_task.hpp"
#include "learning/geometry/torus.hpp"
#include "learning/interpolation/min_norm_regression.hpp"
#include "learning/kernels/infinite_width_kernel.hpp"
#include "learning/separable/shallow_view.hpp"
#include "learning/training/gradient_flow.hpp"
#include "rigor/matrices/symmetric_eigen.hpp"

namespace structure::messages_test {
namespace {

using asymptest::Stream;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::ThrowsMessage;
namespace fs = std::filesystem;
namespace learning = asymptest::learning;

constexpr double above_one = 1 + 1e-9, below_zero = -1e-9;

/// The instrument refuses with the value as it was given.
template <class Error = std::invalid_argument, class Call>
void expect_named(Call call, const std::string& value) {
  EXPECT_THAT(call, ThrowsMessage<Error>(HasSubstr(value)));
}

TEST(Messages, NameAValueAsItWasGiven) {
  Stream random({.suite_seed = 1, .claim = "messages"});
  std::vector<int> labels{0, 1};
  expect_named([&] { learning::randomise_labels(labels, 2, above_one, random); },
               "q is 1.000000001 and");
  expect_named([&] { learning::randomise_labels(labels, 2, below_zero, random); },
               "q is -1e-09 and");
  expect_named([] { learning::predictions_of_risk(below_zero, {}); }, "risk is -1e-09,");
  expect_named([] { learning::predictions_of_risk(above_one, {}); }, "risk is 1.000000001,");
  expect_named([] { learning::require_radius(below_zero); }, "radius is -1e-09,");
  expect_named([&] { learning::gaussian_design(1, 1, below_zero, random); }, "variance -1e-09,");
  expect_named([] { learning::mean_nearest_torus_distance_law(1, below_zero); },
               "count is -1e-09,");
  expect_named([] { learning::flow({}, Eigen::VectorXd::Zero(1), below_zero); },
               "time of the flow is -1e-09,");
  const learning::ShallowHessianLaw law(learning::Activation::tanh);
  expect_named([&] { return law.expected_maximum(below_zero); }, "neurons is -1e-09,");
}

TEST(Messages, NameEachOfSeveralValues) {
  const auto tanh = learning::Activation::tanh;
  expect_named([&] { learning::dual_activation(tanh, 1, 1, above_one); },
               "variances 1, 1 and covariance 1.000000001,");
  const asymptest::rigor::SymmetricEigen negative{Eigen::VectorXd::Constant(1, below_zero),
                                                  Eigen::MatrixXd::Identity(1, 1)};
  expect_named<std::domain_error>(
      [&] { asymptest::rigor::solved(negative, Eigen::VectorXd::Ones(1)); }, "is -1e-09,");
}

TEST(Messages, NoInstrumentRoundsAValue) {
  std::size_t files = 0;
  for (const char* folder : {"src/learning", "src/rigor", "verify", "proofs_check"}) {
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(SOURCE_DIR) / folder)) {
      const auto extension = entry.path().extension();
      if (extension != ".cpp" && extension != ".hpp") continue;
      ++files;
      std::ifstream stream(entry.path());
      const std::string source{std::istreambuf_iterator<char>(stream), {}};
      EXPECT_THAT(rounded_messages(source), IsEmpty()) << entry.path();
    }
  }
  EXPECT_GT(files, 100U);
}

TEST(Messages, ARoundedOneIsFound) {
  EXPECT_THAT(rounded_messages("if (q > 1) throw A(\"q is \" +\n std::to_string(q));\nf(x);"),
              SizeIs(1));
  EXPECT_THAT(rounded_messages("require(q <= 1, \"q is {}\", std::to_string(q));"), SizeIs(1));
  EXPECT_THAT(rounded_messages("throw A(\"no\");\nf(std::to_string(1));"), IsEmpty());
}

}  // namespace
}  // namespace structure::messages_test
