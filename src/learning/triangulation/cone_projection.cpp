#include "learning/triangulation/cone_projection.hpp"

#include <Eigen/Jacobi>
#include <algorithm>

namespace asymptest::learning {
namespace {

/// What is left of a vector that depends on the others, relative to its length.
constexpr double dependent = 1e-9;

}  // namespace

ConeProjection::ConeProjection(Eigen::Index dimension)
    : q_(dimension, dimension),
      r_(dimension, dimension),
      residual_(Eigen::VectorXd::Unit(dimension, dimension - 1)) {}

/// Gram and Schmidt's step, twice, which is enough to be orthogonal.
bool ConeProjection::append(Eigen::Index label, const Eigen::VectorXd& vector) {
  const Eigen::Index k = size();
  if (k == q_.cols()) return false;
  const auto basis = q_.leftCols(k);
  Eigen::VectorXd parts = basis.transpose() * vector;
  Eigen::VectorXd rest = vector - basis * parts;
  const Eigen::VectorXd correction = basis.transpose() * rest;
  rest -= basis * correction;
  const double length = rest.norm();
  if (!(length > dependent * vector.norm())) return false;
  r_.col(k).head(k) = parts + correction;
  r_(k, k) = length;
  q_.col(k) = rest / length;
  labels_.push_back(label);
  return true;
}

/// Givens' rotations make the rest of the triangle a triangle again.
void ConeProjection::remove(Eigen::Index place) {
  const Eigen::Index left = size() - 1;
  for (Eigen::Index c = place; c < left; ++c) {
    r_.col(c).head(c + 2) = r_.col(c + 1).head(c + 2);
  }
  for (Eigen::Index c = place; c < left; ++c) {
    Eigen::JacobiRotation<double> rotation;
    rotation.makeGivens(r_(c, c), r_(c + 1, c));
    r_.middleCols(c, left - c).applyOnTheLeft(c, c + 1, rotation.adjoint());
    q_.applyOnTheRight(c, c + 1, rotation);
  }
  left_out_.push_back(labels_[place]);
  labels_.erase(labels_.begin() + place);
  weights_.segment(place, left - place) = weights_.tail(left - place).eval();
  weights_.conservativeResize(left);
}

/// From the present weights towards those of least squares, as far as none turns negative.
void ConeProjection::balance() {
  for (;;) {
    const Eigen::Index k = size();
    Eigen::VectorXd best = q_.row(q_.rows() - 1).head(k).transpose();
    r_.topLeftCorner(k, k).triangularView<Eigen::Upper>().solveInPlace(best);
    Eigen::Index first = -1;
    double step = 1;
    for (Eigen::Index i = 0; i < k; ++i) {
      if (best(i) > 0) continue;
      const double until_zero = weights_(i) / (weights_(i) - best(i));
      if (first >= 0 && !(until_zero < step)) continue;
      first = i;
      step = std::clamp(until_zero, 0.0, 1.0);
    }
    if (first < 0) {
      weights_ = best;
      return;
    }
    weights_ = (weights_ + step * (best - weights_)).cwiseMax(0);
    remove(first);
  }
}

bool ConeProjection::add(Eigen::Index label, const Eigen::VectorXd& vector) {
  if (!append(label, vector)) return false;
  left_out_.clear();
  weights_.conservativeResize(size());
  weights_(size() - 1) = 0;
  balance();
  const auto basis = q_.leftCols(size());
  residual_ = -basis * basis.row(q_.rows() - 1).transpose();
  residual_(q_.rows() - 1) += 1;
  return true;
}

}  // namespace asymptest::learning
