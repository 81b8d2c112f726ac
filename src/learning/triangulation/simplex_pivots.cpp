#include "learning/triangulation/simplex_pivots.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <utility>

#include "asymptest/linear_algebra/inverse.hpp"

namespace asymptest::learning {
namespace {

/// Entries of a direction, and steps, that count as rounding.
constexpr double pivot_tolerance = 1e-11;
constexpr double idle_step = 1e-14;
constexpr Eigen::Index updates_before_refresh = 100;

}  // namespace

SimplexPivots::SimplexPivots(const Eigen::MatrixXd& points, const Eigen::VectorXd& height,
                             const Eigen::VectorXd& query)
    : points_(points), height_(height), query_(query), artificial_(points.cols() + 1) {
  const auto m = static_cast<double>(artificial_);
  for (Eigen::Index j = 0; j < artificial_; ++j) basis_.push_back(-1 - j);
  // The inverse of the matrix with the columns (e_j, 1) and (−(1, …, 1), 1).
  inverse_ = Eigen::MatrixXd::Constant(artificial_, artificial_, -1 / m);
  inverse_.topLeftCorner(artificial_ - 1, artificial_ - 1).diagonal().array() += 1;
  inverse_.col(artificial_ - 1).setConstant(1 / m);
  weights_ = inverse_.col(artificial_ - 1);
  reprice();
}

SimplexPivots::SimplexPivots(const Eigen::MatrixXd& points, const Eigen::VectorXd& height,
                             const Eigen::VectorXd& query, std::vector<Eigen::Index> basis)
    : points_(points),
      height_(height),
      query_(query),
      basis_(std::move(basis)),
      inverse_(points.cols() + 1, points.cols() + 1),
      artificial_(0),
      first_phase_(false) {
  refresh();
}

Eigen::VectorXd SimplexPivots::column(Eigen::Index index) const {
  const Eigen::Index d = points_.cols();
  Eigen::VectorXd result(d + 1);
  result(d) = 1;
  if (index >= 0) {
    result.head(d) = points_.row(index).transpose() - query_;
  } else if (-1 - index == d) {
    result.head(d).setConstant(-1);
  } else {
    result.head(d) = Eigen::VectorXd::Unit(d, -1 - index);
  }
  return result;
}

double SimplexPivots::cost(Eigen::Index index) const {
  if (first_phase_) return index < 0 ? 1 : 0;
  return index < 0 ? 0 : height_(index);
}

void SimplexPivots::price(Eigen::VectorXd& reduced) const {
  const auto slope = prices_.head(points_.cols());
  const double level = slope.dot(query_) - prices_(points_.cols());
  reduced.noalias() = -points_ * slope;
  reduced.array() += level;
  if (!first_phase_) reduced += height_;
}

double SimplexPivots::reduced_cost(Eigen::Index index) const {
  const auto slope = prices_.head(points_.cols());
  return cost(index) - slope.dot(points_.row(index).transpose() - query_) - prices_(points_.cols());
}

Eigen::Index SimplexPivots::entering(const std::vector<Eigen::Index>& candidates) const {
  Eigen::Index best = -1;
  double least = -price_tolerance();
  for (const Eigen::Index candidate : candidates) {
    const double reduced = reduced_cost(candidate);
    if (reduced >= least) continue;
    best = candidate;
    if (stalled()) break;  // the least index
    least = reduced;
  }
  return best;
}

bool SimplexPivots::pivot_among(const std::vector<Eigen::Index>& candidates) {
  const Eigen::Index before = pivots_;
  while (!finished()) {
    const Eigen::Index index = entering(candidates);
    if (index < 0) break;
    pivot(index);
    if (updates_ >= updates_before_refresh) refresh();
  }
  return pivots_ > before;
}

Eigen::Index SimplexPivots::leaving(const Eigen::VectorXd& direction) const {
  Eigen::Index best = -1;
  double least = std::numeric_limits<double>::infinity();
  for (Eigen::Index i = 0; i < direction.size(); ++i) {
    const bool held = !first_phase_ && basis_[i] < 0;  // may not move off 0 either way
    const double entry = held ? std::abs(direction(i)) : direction(i);
    if (entry < pivot_tolerance) continue;
    const double step = held ? 0 : std::max(weights_(i), 0.0) / entry;
    const bool tie = best >= 0 && std::abs(step - least) <= idle_step;
    const bool preferred = stalled() ? best >= 0 && basis_[i] < basis_[best]
                                     : best >= 0 && entry > std::abs(direction(best));
    if (tie ? !preferred : step >= least) continue;
    best = i;
    least = std::min(step, least);
  }
  return best;
}

void SimplexPivots::pivot(Eigen::Index index) {
  const Eigen::VectorXd direction = inverse_ * column(index);
  const Eigen::Index row = leaving(direction);
  if (row < 0 || ++pivots_ > 200 * rows() + 10 * points_.rows()) {
    throw std::runtime_error("Delaunay locator: the pivots don't end");
  }
  const double step = std::max(weights_(row), 0.0) / direction(row);
  idle_ = std::abs(step) <= idle_step ? idle_ + 1 : 0;
  const double reduced = reduced_cost(index);
  exchange(row, index, direction);
  prices_ += reduced * inverse_.row(row).transpose();
}

void SimplexPivots::exchange(Eigen::Index row, Eigen::Index index,
                             const Eigen::VectorXd& direction) {
  artificial_ -= basis_[row] < 0 ? 1 : 0;
  basis_[row] = index;
  const Eigen::RowVectorXd pivot_row = inverse_.row(row) / direction(row);
  inverse_.noalias() -= direction * pivot_row;
  inverse_.row(row) = pivot_row;
  weights_ = inverse_.col(rows() - 1);
  ++updates_;
}

void SimplexPivots::refresh() {
  Eigen::MatrixXd matrix(rows(), rows());
  for (Eigen::Index i = 0; i < rows(); ++i) matrix.col(i) = column(basis_[i]);
  inverse_ = inverse_of(matrix);
  weights_ = inverse_.col(rows() - 1);
  updates_ = 0;
  reprice();
}

void SimplexPivots::reprice() {
  Eigen::VectorXd costs(rows());
  for (Eigen::Index i = 0; i < rows(); ++i) costs(i) = cost(basis_[i]);
  prices_ = inverse_.transpose() * costs;
}

double SimplexPivots::artificial_weight() const {
  double sum = 0;
  for (Eigen::Index i = 0; i < rows(); ++i) sum += basis_[i] < 0 ? weights_(i) : 0;
  return sum;
}

double SimplexPivots::least_weight() const {
  return weights_.allFinite() ? weights_.minCoeff() : std::numeric_limits<double>::quiet_NaN();
}

void SimplexPivots::forbid_artificial_weight() {
  first_phase_ = false;
  idle_ = 0;
  reprice();
}

DelaunaySimplex SimplexPivots::simplex() const {
  DelaunaySimplex result;
  double total = 0;
  for (Eigen::Index i = 0; i < rows(); ++i) {
    if (basis_[i] < 0) continue;
    result.vertices.push_back(basis_[i]);
    result.weights.push_back(std::max(weights_(i), 0.0));
    total += result.weights.back();
  }
  for (double& weight : result.weights) weight /= total;
  return result;
}

}  // namespace asymptest::learning
