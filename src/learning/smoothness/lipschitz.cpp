#include "learning/smoothness/lipschitz.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "asymptest/require/require.hpp"

namespace asymptest::learning {
namespace {

using Eigen::Index;
using Points = Eigen::Ref<const Eigen::MatrixXd>;
using Values = Eigen::Ref<const Eigen::VectorXd>;

/// So many points against as many others at a time, in registers; two share what they load.
constexpr int points_at_once = 2, others_at_once = 16;

/// The greatest (Δy)²/|Δx|² and the least |Δx|² of pairs, `others` of them side by side.
template <int others>
struct Extremes {
  using Several = Eigen::Array<double, others, 1>;
  Several steepest = Several::Zero(), closest = Several::Constant(INFINITY);

  /// Infinite if two points coincide.
  [[nodiscard]] double steepest_square() const {
    return closest.minCoeff() == 0 ? INFINITY : steepest.maxCoeff();
  }
};

/// Takes in the `points` from i on and the `others` from `begin` on, coordinates apart, an axis a
/// column.
template <int points, int others>
void take_in(Extremes<others>& extremes, const Eigen::MatrixXd& axes, const Values& values, Index i,
             Index begin) {
  using Others = Eigen::Array<double, others, 1>;
  Eigen::Array<double, others, points> squares = Eigen::Array<double, others, points>::Zero();
  for (Index axis = 0; axis < axes.cols(); ++axis) {
    const Others coordinates = axes.col(axis).segment<others>(begin);
    for (int p = 0; p < points; ++p) squares.col(p) += (coordinates - axes(i + p, axis)).square();
  }
  for (int p = 0; p < points; ++p) {
    const auto steps = values.segment<others>(begin).array() - values(i + p);
    extremes.closest = extremes.closest.min(squares.col(p));
    extremes.steepest = extremes.steepest.max(steps.square() / squares.col(p));
  }
}

/// Of the `points` from i on and all before i.
template <int points>
double steepest_square_before(const Eigen::MatrixXd& axes, const Values& values, Index i) {
  Extremes<others_at_once> many;
  Extremes<1> rest;
  Index begin = 0;
  for (; begin + others_at_once <= i; begin += others_at_once) {
    take_in<points>(many, axes, values, i, begin);
  }
  for (; begin < i; ++begin) take_in<points>(rest, axes, values, i, begin);
  return std::max(many.steepest_square(), rest.steepest_square());
}

[[noreturn]] void refuse_coinciding(const Points& points) {
  for (Index i = 0; i < points.cols(); ++i) {
    for (Index j = 0; j < i; ++j) {
      require((points.col(i) - points.col(j)).squaredNorm() != 0,
              "least Lipschitz constant: points {} and {} coincide, expected different ones", j, i);
    }
  }
  throw std::invalid_argument(
      "least Lipschitz constant: it is beyond the range of double precision");
}

}  // namespace

double least_lipschitz_constant(const Points& points, const Values& values) {
  require(
      points.cols() >= 2 && points.cols() == values.size(),
      "least Lipschitz constant: {} points and {} values, expected as many of both and at least 2",
      points.cols(), values.size());
  const Eigen::MatrixXd axes = points.transpose();
  double largest = 0;
  Index i = 1;
  for (; i + points_at_once <= points.cols(); i += points_at_once) {
    Extremes<1> between;
    take_in<1>(between, axes, values, i + 1, i);
    largest = std::max({largest, steepest_square_before<points_at_once>(axes, values, i),
                        between.steepest_square()});
  }
  for (; i < points.cols(); ++i) {
    largest = std::max(largest, steepest_square_before<1>(axes, values, i));
  }
  if (std::isinf(largest)) refuse_coinciding(points);
  return std::sqrt(largest);
}

}  // namespace asymptest::learning
