#include "learning/triangulation/growing_sphere.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace asymptest::learning {
namespace {

using Eigen::Index;

/// Points that are taken together: what belongs to them stays in the first cache.
constexpr Index points_at_once = 256;
/// A slack, and a rate, that count as rounding.
constexpr double least_slack = 1e-15;
constexpr double least_rate = 1e-12;
/// The squared residual from which on a query is outside if no rate comes up to it.
constexpr double clear_residual = 1e-6;
/// A residual that has come so close to zero with fewer than d + 1 points is a degenerate one.
constexpr double no_residual = 1e-12;
constexpr Index steps_a_dimension = 20;

/// to += Σ_j factors(j)·columns(j), four columns at a time.
template <class Columns, class Factors, class To>
void add_columns(const Columns& columns, const Factors& factors, To to) {
  const Index count = columns.cols(), size = columns.rows();
  double* sum = to.data();
  Index j = 0;
  for (; j + 4 <= count; j += 4) {
    const double f[] = {factors(j), factors(j + 1), factors(j + 2), factors(j + 3)};
    const double* c = columns.col(j).data();
    const Index next = columns.outerStride();
    for (Index i = 0; i < size; ++i) {
      const double first = std::fma(f[0], c[i], sum[i]);
      const double second = std::fma(f[3], c[3 * next + i], f[2] * c[2 * next + i]);
      sum[i] = std::fma(f[1], c[next + i], first) + second;
    }
  }
  for (; j < count; ++j) to += factors(j) * columns.col(j);
}

}  // namespace

GrowingSphere::GrowingSphere(const Eigen::MatrixXd& points, const Eigen::VectorXd& query)
    : points_(points),
      query_(query),
      touched_(points.cols() + 1),
      slack_(points.rows()),
      rate_(Eigen::VectorXd::Zero(points.rows())),
      urgency_(points_at_once) {
  for (Index begin = 0; begin < points.rows(); begin += points_at_once) {
    const Index size = std::min(points_at_once, points.rows() - begin);
    auto slack = slack_.segment(begin, size).array();
    slack.setZero();
    for (Index j = 0; j < points.cols(); ++j) {
      slack += (points.col(j).segment(begin, size).array() - query(j)).square();
    }
  }
}

/// Moves the sphere by the last step, then finds the block's rates and its most urgent point.
double GrowingSphere::pass_block(Index begin, Index size, double level) {
  auto slack = slack_.segment(begin, size), rate = rate_.segment(begin, size);
  slack -= step_ * rate;
  rate.setConstant(level);
  add_columns(points_.middleRows(begin, size), touched_.residual(), rate);
  urgency_.head(size) = (rate.array() - least_rate) / slack.array().max(least_slack);
  return urgency_.head(size).maxCoeff();
}

GrowingSphere::Touch GrowingSphere::next_touch() {
  const Index d = points_.cols();
  const double level = touched_.residual()(d) - touched_.residual().head(d).dot(query_);
  Touch next;
  double most = 0;
  for (Index begin = 0; begin < points_.rows(); begin += points_at_once) {
    const Index size = std::min(points_at_once, points_.rows() - begin);
    const double urgency = pass_block(begin, size, level);
    next.largest_rate = std::max(next.largest_rate, rate_.segment(begin, size).maxCoeff());
    if (urgency <= most) continue;
    most = urgency;
    const double* first = urgency_.data();
    next.point = begin + (std::find(first, first + size, urgency) - first);
  }
  return next;
}

bool GrowingSphere::touch(Index point) {
  Eigen::VectorXd lifted(points_.cols() + 1);
  lifted << points_.row(point).transpose() - query_, 1;
  if (!touched_.add(point, lifted)) return false;
  slack_(point) = std::numeric_limits<double>::infinity();
  for (const Index left : touched_.left_out()) slack_(left) = 0;
  return true;
}

GrowingSphere::End GrowingSphere::grow() {
  const Index d = points_.cols();
  for (Index step = 0; step < steps_a_dimension * (d + 1); ++step) {
    if (static_cast<Index>(points().size()) == d + 1) return End::query_held;
    const double residual = touched_.residual()(d);  // |e − …|², as the residual is orthogonal
    if (residual < no_residual) return End::undecided;
    const Touch next = next_touch();
    // For weights λ ≥ 0 of sum 1 that give q, |residual|² = e·residual = Σ λᵢ rateᵢ ≤ max rate.
    if (residual > clear_residual && next.largest_rate < residual / 2) return End::query_outside;
    if (next.point < 0) return End::undecided;
    step_ = std::max(slack_(next.point), 0.0) / rate_(next.point);  // taken by the next pass
    if (!touch(next.point)) return End::undecided;
  }
  return End::undecided;
}

}  // namespace asymptest::learning
