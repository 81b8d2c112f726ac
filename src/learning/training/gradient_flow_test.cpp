#include "learning/training/gradient_flow.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <stdexcept>

#include "learning/training/least_squares.hpp"

namespace asymptest::learning::gradient_flow_test {
namespace {

using Eigen::VectorXd;

/// Some tens of steps, each wrong by `flow_tolerance` of numbers of order one.
constexpr double error = 100 * flow_tolerance;

TEST(Flow, FollowsTheExponentialOnAQuadratic) {
  const VectorXd rates{{0.5, 1, 10}};
  const VectorXd start{{1, -2, 3}};
  const auto field = [&](const VectorXd& w) -> VectorXd { return rates.cwiseProduct(w); };
  for (const double time : {0.0, 0.1, 2.0}) {
    const VectorXd expected = (-time * rates.array()).exp() * start.array();
    EXPECT_LT((flow(field, start, time) - expected).norm(), error) << "time " << time;
  }
}

TEST(Flow, FollowsTheClosedFormOfACubicField) {
  // dw/dt = −w³: w = w₀/√(1 + 2w₀²t).
  const auto field = [](const VectorXd& w) -> VectorXd { return w.array().cube(); };
  EXPECT_NEAR(flow(field, VectorXd::Constant(1, 2), 3)[0], 2 / std::sqrt(1 + 2 * 4 * 3.0), error);
}

TEST(Flow, OfALinearFitEndsAtItsSolution) {
  const LeastSquares fit =
      linear_fit(VectorXd{{1, 2}}.asDiagonal().toDenseMatrix(), VectorXd{{3, 8}});
  const auto field = [&](const VectorXd& w) { return fit.gradient(w); };
  constexpr double long_time = 40;  // e^−40 is below rounding
  EXPECT_LT((flow(field, VectorXd::Zero(2), long_time) - VectorXd{{3, 4}}).norm(), error);
}

TEST(Flow, RefusesATimeThatRunsBackAndAFieldThatIsNotFinite) {
  const auto field = [](const VectorXd& w) -> VectorXd { return w / 0.0; };
  EXPECT_THAT(
      [&] { flow(field, VectorXd::Ones(1), -1); },
      testing::ThrowsMessage<std::invalid_argument>(testing::HasSubstr("time of the flow is -1,")));
  EXPECT_THAT([&] { flow(field, VectorXd::Ones(1), 1); },
              testing::ThrowsMessage<std::domain_error>(
                  testing::HasSubstr("field of the flow has the component inf at 0")));
}

}  // namespace
}  // namespace asymptest::learning::gradient_flow_test
