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

/// So many pairs at a time, in registers.
constexpr int pairs_at_once = 16;

/// The greatest (Δy)²/|Δx|² of point i and the `pairs` points from `begin` on, coordinates apart,
/// an axis a column; infinite if two of them coincide.
template <int pairs>
double steepest_square(const Eigen::MatrixXd& axes, const Values& values, Index i, Index begin) {
  using Block = Eigen::Array<double, pairs, 1>;
  Block squares = Block::Zero();
  for (Index axis = 0; axis < axes.cols(); ++axis) {
    squares += (axes.col(axis).segment<pairs>(begin).array() - axes(i, axis)).square();
  }
  if (squares.minCoeff() == 0) return INFINITY;
  const Block steps = values.segment<pairs>(begin).array() - values(i);
  return (steps.square() / squares).maxCoeff();
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
  for (Index i = 1; i < points.cols(); ++i) {
    Index begin = 0;
    for (; begin + pairs_at_once <= i; begin += pairs_at_once) {
      largest = std::max(largest, steepest_square<pairs_at_once>(axes, values, i, begin));
    }
    for (; begin < i; ++begin) {
      largest = std::max(largest, steepest_square<1>(axes, values, i, begin));
    }
  }
  if (std::isinf(largest)) refuse_coinciding(points);
  return std::sqrt(largest);
}

}  // namespace asymptest::learning
